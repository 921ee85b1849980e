package org.percolith.trajectory.format.vasp;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.percolith.trajectory.Atoms;
import org.percolith.trajectory.Cell;
import org.percolith.trajectory.Frame;
import org.percolith.trajectory.format.MdSettings;
import org.percolith.trajectory.format.TrajectoryReader;
import org.percolith.trajectory.format.UnsupportedFormatException;
import org.percolith.trajectory.format.reading.MeanTemperature;
import org.percolith.trajectory.format.reading.ReadingLog;
import org.percolith.trajectory.format.text.ByteWindow;
import org.percolith.trajectory.format.text.NumberTokens;
import org.percolith.trajectory.format.text.RowParser;
import org.percolith.trajectory.format.text.XmlBytes;
import org.percolith.trajectory.format.text.XmlScanner;
import org.percolith.trajectory.quantity.PhysicalConstants;

/**
 * Reads VASP vasprun.xml. A frame is the {@code structure} of a {@code calculation}, or an unnamed top-level {@code
 * structure} (a step of a machine-learned force field); {@code initialpos}, {@code finalpos} and {@code primitive_cell}
 * are no frames. A frame is complete once its structure is closed.
 */
final class VasprunReader implements TrajectoryReader {

    private final XmlBytes bytes;
    private final ByteWindow window;
    private final XmlScanner xml;
    private final RowParser rows;
    private final ReadingLog log;
    private final VasprunHeader header;
    private final Atoms atoms;
    private final double[] basis = new double[9];
    private final MeanTemperature temperature = new MeanTemperature();
    private VasprunHeader document = new VasprunHeader();
    private long step;
    private boolean closed;

    VasprunReader(XmlBytes bytes, Path file) throws IOException {
        this.bytes = bytes;
        window = new ByteWindow(bytes);
        log = new ReadingLog(file);
        xml = new XmlScanner(window);
        rows = new RowParser(window);
        atoms = readHeader();
        header = document;
    }

    /** Reads up to the end of atominfo. */
    private Atoms readHeader() throws IOException {
        Atoms found = null;
        while (found == null && xml.nextTag()) {
            if (xml.opens("modeling")) {
                document = new VasprunHeader();
            }
            document.read(xml);
            found = document.atoms();
        }
        if (found == null) {
            throw new UnsupportedFormatException(
                    log.file() + " ends before its atom list (line " + window.line() + "): there is no frame in it");
        }
        return found;
    }

    @Override
    public Atoms atoms() {
        return atoms;
    }

    @Override
    public boolean next(Frame frame) throws IOException {
        if (log.truncated()) {
            return false;
        }
        while (xml.nextTag()) {
            boolean frameRead = false;
            if (xml.opens("structure") && xml.attribute("name").isEmpty()) {
                frameRead = readStructure(frame);
            } else if (xml.opens("i") && xml.hasAttribute("name", "kinetic")) {
                addKineticEnergy(xml.text());
            } else if (xml.closes("modeling")) {
                closed = true;
            } else if (step == 0) {
                readNextHeader();
            }
            if (xml.opens("modeling")) {
                startDocument();
            }
            if (frameRead || log.truncated()) {
                return frameRead;
            }
        }
        if (!closed) {
            stop("the text ends before </modeling>: the job was killed or is still running");
        }
        return false;
    }

    /** Another document in the same file, glued by {@code cat}; the one before may have been cut. */
    private void startDocument() {
        if (!closed) {
            log.note("line " + window.line()
                    + ": the document before ends without </modeling>, and another one follows");
        }
        document = new VasprunHeader();
        step = 0;
        closed = false;
    }

    /** A further document must be of the same system, with the same time step. */
    private void readNextHeader() throws IOException {
        long line = window.line();
        boolean isAtomList = xml.opens("atominfo");
        document.read(xml);
        if (!isAtomList) {
            return;
        }
        Atoms other = document.atoms();
        double before = settings().timestepFs().orElse(0);
        double here = document.settings("").timestepFs().orElse(before);
        if (other == null) {
            log.stop(window, line, "the text ends inside an atom list");
        } else if (!other.equals(atoms)) {
            log.stop(
                    window,
                    line,
                    "a second document with " + other.formula() + ", " + atoms.formula()
                            + " before: two different systems were joined here");
        } else if (here != before) {
            log.stop(
                    window,
                    line,
                    "a second document with POTIM = " + here + ", " + before
                            + " before: the steps of one run are of one length. Give it as a file of its own");
        }
    }

    private boolean readStructure(Frame frame) throws IOException {
        frame.setLine(window.line());
        boolean haveBasis = false;
        boolean havePositions = false;
        while (xml.nextTag()) {
            if (xml.opens("varray") && xml.attribute("name").equals("basis")) {
                haveBasis = readVectors(basis, 3);
            } else if (xml.opens("varray") && xml.attribute("name").equals("positions")) {
                havePositions = readVectors(frame.fractional(), atoms.size());
            }
            if (log.truncated() || xml.closes("structure") || xml.opens("modeling")) {
                break;
            }
        }
        if (log.truncated() || xml.opens("modeling")) {
            return false;
        }
        if (!haveBasis || !havePositions || !xml.closes("structure")) {
            stop("the text ends inside a structure");
            return false;
        }
        try {
            frame.setCell(Cell.ofRows(basis));
        } catch (IllegalArgumentException e) {
            stop(String.valueOf(e.getMessage()));
            return false;
        }
        log.frameRead();
        closed = false;
        frame.setUnwrapped(false);
        frame.setStepLabel(++step);
        return true;
    }

    /**
     * Reads {@code count} elements {@code <v> x y z </v>}, whether each has a line of its own or not; false at damage, or at the
     * start of another document.
     */
    private boolean readVectors(double[] target, int count) throws IOException {
        double[] row = new double[3];
        int k = rows.readVectorLines(target, 0, count);
        while (k < count) {
            if (!nextVector() || !rows.readTriple(row)) {
                long line = window.line();
                if (!xml.opens("modeling") && !(xml.nextTag() && xml.opens("modeling"))) {
                    log.stop(window, line, "expected three numbers in vector " + (k + 1) + " of " + count);
                }
                return false;
            }
            System.arraycopy(row, 0, target, 3 * k, 3);
            k = rows.readVectorLines(target, k + 1, count);
        }
        return true;
    }

    /** Moves behind the next {@code <v>}, past the end of the one before. */
    private boolean nextVector() throws IOException {
        boolean found = xml.nextTag();
        while (found && xml.closes("v")) {
            found = xml.nextTag();
        }
        return found && xml.opens("v");
    }

    /** T = 2 E_kin / (3 (N - 1) kB), with the centre of mass at rest. */
    private void addKineticEnergy(String energyEv) {
        if (NumberTokens.leading(energyEv) >= 1 && atoms.size() > 1) {
            double degreesOfFreedom = 3.0 * (atoms.size() - 1);
            temperature.add(
                    2 * NumberTokens.parse(energyEv, 1)[0] / (degreesOfFreedom * PhysicalConstants.BOLTZMANN_EV_PER_K));
        }
    }

    private void stop(String what) {
        log.stop(window, window.line(), what);
    }

    @Override
    public MdSettings settings() {
        return header.settings(String.valueOf(log.file().getFileName()));
    }

    /** Every step is stored whatever NBLOCK says; newer versions of VASP thin out force-field runs by ML_OUTBLOCK. */
    @Override
    public int stepsPerFrame(MdSettings runSettings) {
        boolean all = header.version().map(VaspVersion::keepsEveryStep).orElse(false);
        return all ? 1 : runSettings.stepsPerVasprunFrame();
    }

    @Override
    public OptionalDouble meanTemperatureK() {
        return temperature.meanK();
    }

    @Override
    public Program program() {
        return Program.VASP;
    }

    @Override
    public boolean truncated() {
        return log.truncated();
    }

    @Override
    public List<String> notices() {
        List<String> notices = new ArrayList<>(log.notices());
        bytes.notice().ifPresent(illegal -> notices.add(log.file() + ": " + illegal));
        return notices;
    }

    @Override
    public void close() throws IOException {
        window.close();
    }
}
