package org.percolith.trajectory.format.vasp;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.percolith.trajectory.Atoms;
import org.percolith.trajectory.Cell;
import org.percolith.trajectory.Frame;
import org.percolith.trajectory.format.MdSettings;
import org.percolith.trajectory.format.TrajectoryReader;
import org.percolith.trajectory.format.UnsupportedFormatException;
import org.percolith.trajectory.format.reading.ReadingLog;
import org.percolith.trajectory.format.text.ByteWindow;
import org.percolith.trajectory.format.text.NumberTokens;
import org.percolith.trajectory.format.text.RowParser;
import org.percolith.trajectory.format.text.XmlScanner;
import org.percolith.trajectory.quantity.PhysicalConstants;

/**
 * Reads VASP vasprun.xml. A frame is the {@code structure} of a {@code calculation}, or an unnamed top-level {@code
 * structure} (a step of a machine-learned force field); {@code initialpos}, {@code finalpos} and {@code primitive_cell}
 * are no frames. A frame is complete once its structure is closed.
 */
final class VasprunReader implements TrajectoryReader {

    private final ByteWindow window;
    private final XmlScanner xml;
    private final RowParser rows;
    private final ReadingLog log;
    private final Map<String, String> tags = new HashMap<>();
    private final Atoms atoms;
    private final double[] basis = new double[9];
    private double kineticEnergySumEv;
    private long kineticEnergies;
    private boolean closed;

    VasprunReader(ByteWindow window, Path file) throws IOException {
        this.window = window;
        log = new ReadingLog(file);
        xml = new XmlScanner(window);
        rows = new RowParser(window);
        atoms = readHeader();
    }

    /** Reads incar, parameters and atominfo, up to the end of atominfo. */
    private Atoms readHeader() throws IOException {
        while (xml.nextTag()) {
            if (xml.opens("incar")) {
                readTags("incar");
            } else if (xml.opens("parameters")) {
                readTags("parameters");
            } else if (xml.opens("atominfo")) {
                List<String> symbols = readSymbols();
                if (!symbols.isEmpty()) {
                    return new Atoms(symbols);
                }
            }
        }
        throw new UnsupportedFormatException(
                log.file() + " ends before its atom list (line " + window.line() + "): there is no frame in it");
    }

    /** Reads on to the end of atominfo, or of the text. */
    private List<String> readSymbols() throws IOException {
        List<String> symbols = new ArrayList<>();
        boolean inAtoms = false;
        boolean firstColumn = false;
        while (xml.nextTag() && !xml.closes("atominfo")) {
            if (xml.opens("array")) {
                inAtoms = xml.attribute("name").equals("atoms");
            } else if (xml.opens("rc")) {
                firstColumn = true;
            } else if (inAtoms && firstColumn && xml.opens("c")) {
                symbols.add(xml.text());
                firstColumn = false;
            }
        }
        return symbols;
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
            if (xml.opens("structure") && xml.attribute("name").isEmpty()) {
                return readStructure(frame);
            } else if (xml.opens("i") && xml.hasAttribute("name", "kinetic")) {
                addKineticEnergy(xml.text());
            } else if (xml.opens("atominfo")) {
                if (!sameAtomsFollow()) {
                    return false;
                }
            } else if (xml.closes("modeling")) {
                closed = true;
            }
        }
        if (!closed) {
            stop("the text ends before </modeling>: the job was killed or is still running");
        }
        return false;
    }

    /** {@code incar} is what the user set, {@code parameters} every tag with its default; the latter wins. */
    private void readTags(String element) throws IOException {
        while (xml.nextTag() && !xml.closes(element)) {
            if (xml.opens("i")) {
                tags.put(xml.attribute("name"), xml.text());
            }
        }
    }

    /** A second document in the same file, glued by {@code cat}, must be of the same system. */
    private boolean sameAtomsFollow() throws IOException {
        long line = window.line();
        Atoms other = new Atoms(readSymbols());
        boolean whole = xml.closes("atominfo");
        if (whole && other.equals(atoms)) {
            return true;
        }
        log.stop(
                window,
                line,
                whole
                        ? "a second document with " + other.formula() + ", " + atoms.formula()
                                + " before: two different systems were joined here"
                        : "the text ends inside an atom list");
        return false;
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
            } else if (xml.closes("structure")) {
                break;
            }
            if (log.truncated()) {
                return false;
            }
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
        frame.setStepLabel(Frame.NO_LABEL);
        return true;
    }

    /** Reads {@code count} elements {@code <v> x y z </v>}, whether each has a line of its own or not. */
    private boolean readVectors(double[] target, int count) throws IOException {
        double[] row = new double[3];
        int k = rows.readVectorLines(target, 0, count);
        while (k < count) {
            if (!nextVector() || !rows.readTriple(row)) {
                stop("expected three numbers in vector " + (k + 1) + " of " + count);
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

    private void addKineticEnergy(String text) {
        if (NumberTokens.leading(text) >= 1) {
            kineticEnergySumEv += NumberTokens.parse(text, 1)[0];
            kineticEnergies++;
        }
    }

    private void stop(String what) {
        log.stop(window, window.line(), what);
    }

    @Override
    public MdSettings settings() {
        return new MdSettings(tags, String.valueOf(log.file().getFileName()));
    }

    /** Every step is stored whatever NBLOCK says; ML_OUTBLOCK thins out force-field runs. */
    @Override
    public int stepsPerFrame(MdSettings runSettings) {
        return runSettings.stepsPerVasprunFrame();
    }

    /** T = 2 E_kin / (3 (N - 1) kB), with the centre of mass at rest. */
    @Override
    public OptionalDouble meanTemperatureK() {
        if (kineticEnergies == 0 || atoms.size() < 2) {
            return OptionalDouble.empty();
        }
        double degreesOfFreedom = 3.0 * (atoms.size() - 1);
        return OptionalDouble.of(
                2 * kineticEnergySumEv / kineticEnergies / (degreesOfFreedom * PhysicalConstants.BOLTZMANN_EV_PER_K));
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
        return log.notices();
    }

    @Override
    public void close() throws IOException {
        window.close();
    }
}
