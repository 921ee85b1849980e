package org.percolith.trajectory.format.hdf5;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import org.percolith.trajectory.format.StructureHints;
import org.percolith.trajectory.format.TrajectoryFormat;
import org.percolith.trajectory.format.TrajectoryReader;

/** H5MD, the layout of HDF5 for molecular data. */
public final class H5mdFormat implements TrajectoryFormat {

    @Override
    public String name() {
        return "H5MD";
    }

    @Override
    public String reference() {
        return "https://www.nongnu.org/h5md/h5md.html";
    }

    /** HDF5 whose first group names, which stand at the start of a file, are those of H5MD. */
    @Override
    public boolean recognises(String head) {
        return head.startsWith(Hdf5File.SIGNATURE) && head.contains("h5md") && head.contains("particles");
    }

    @Override
    public TrajectoryReader open(InputStream in, Path file, StructureHints hints) throws IOException {
        Hdf5File hdf = Hdf5File.open(in, file);
        try {
            return new H5mdReader(hdf, file, hints);
        } catch (IOException | RuntimeException e) {
            hdf.close();
            throw e;
        }
    }
}
