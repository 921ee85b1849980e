package org.percolith.trajectory.format.lammps;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.percolith.trajectory.Atoms;
import org.percolith.trajectory.format.MalformedTrajectoryException;
import org.percolith.trajectory.format.Structure;
import org.percolith.trajectory.format.StructureHints;
import org.percolith.trajectory.format.reading.ReadingLog;
import org.percolith.trajectory.format.text.TokenLine;

/**
 * The elements of the rows of a LAMMPS dump: its element column; else its types, by the map that the user gave, by the
 * masses of a data file beside it or by the script that wrote it; else a structure with as many atoms, in the order of ids.
 */
final class LammpsElements {

    private final Path file;
    private final LammpsSnapshotHeader header;
    private final Map<Integer, String> ofType;
    private final List<String> ofRow = new ArrayList<>();

    private LammpsElements(Path file, LammpsSnapshotHeader header, Map<Integer, String> ofType) {
        this.file = file;
        this.header = header;
        this.ofType = ofType;
    }

    /** Decides where the elements come from; a guess is told in {@code log}. */
    static LammpsElements of(Path file, LammpsSnapshotHeader header, StructureHints hints, ReadingLog log)
            throws IOException {
        LammpsColumns columns = header.columns();
        if (columns.element() >= 0) {
            return new LammpsElements(file, header, Map.of());
        }
        if (columns.type() >= 0 && !hints.elementOfType().isEmpty()) {
            return new LammpsElements(file, header, hints.elementOfType());
        }
        Structure structure = hints.structure();
        if (structure != null && structure.atoms().size() == header.atoms()) {
            LammpsElements given = new LammpsElements(file, header, Map.of());
            given.ofRow.addAll(structure.atoms().symbols());
            return given;
        }
        if (columns.type() >= 0) {
            LammpsData data = LammpsData.beside(file, header.atoms());
            if (data != null && !data.elementOfType().isEmpty()) {
                log.note("types are named by the masses in " + data.file().getFileName() + ": " + data.elementOfType()
                        + "; --types overrides this");
                return new LammpsElements(file, header, data.elementOfType());
            }
            LammpsScript script = LammpsScript.beside(file);
            if (script != null) {
                log.note("types are named as in " + script.file().getFileName() + ": " + script.elementOfType()
                        + "; --types overrides this");
                return new LammpsElements(file, header, script.elementOfType());
            }
        }
        throw new MalformedTrajectoryException(
                file,
                header.line(),
                "neither",
                "an 'element' column (dump_modify element) or named types (for example --types 1=Li,2=P)");
    }

    /** Notes the element of the row that was split last. */
    void add(TokenLine row) {
        int column = header.columns().element();
        if (column >= 0) {
            ofRow.add(row.text(column));
        } else if (!ofType.isEmpty()) {
            double type = row.number(header.columns().type());
            String element = ofType.get((int) type);
            if (element == null) {
                throw new MalformedTrajectoryException(
                        file,
                        header.line(),
                        "atoms of type " + row.text(header.columns().type()),
                        "types " + ofType.keySet() + "; name all of them, for example --types 1=Li,2=P");
            }
            ofRow.add(element);
        }
    }

    String ofRow(int row) {
        return ofRow.get(row);
    }

    /** The atoms of a system whose rows come in order. */
    Atoms inOrder() {
        return new Atoms(ofRow);
    }
}
