package org.percolith.trajectory.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.DoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The same two frames in every text format and in the ways in which programs, editors and file transfers print them. */
class DialectsTest {

    private static final double BOHR_A = 0.529177210903;
    private static final double EDGE_A = 10;

    /** Cartesian positions of Li, Li, S in the two frames, Å. */
    private static final double[][] FRAMES = {{1.5, 2, 3, 4.25, 5, 6, 7, 8.125, 9}, {1.25, 2, 3, 4.5, 5, 6, 7, 8.25, 9}
    };

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    /** How numbers and lines are printed. */
    private enum Dialect {
        AS_WRITTEN,
        CRLF,
        NO_FINAL_NEWLINE,
        TABS,
        WIDE_BLANKS,
        TRAILING_BLANKS,
        FINAL_BLANK_LINES,
        E_EXPONENTS,
        LOWER_CASE_E_EXPONENTS,
        D_EXPONENTS;

        String number(double value) {
            return switch (this) {
                case E_EXPONENTS -> String.format(Locale.ROOT, "%.14E", value);
                case LOWER_CASE_E_EXPONENTS -> String.format(Locale.ROOT, "%.14e", value);
                case D_EXPONENTS -> String.format(Locale.ROOT, "%.14E", value).replace('E', 'D');
                default -> String.format(Locale.ROOT, "%.14f", value);
            };
        }

        /** Quoted values, headings and words keep their blanks; columns of numbers change theirs. */
        String text(String written) {
            return switch (this) {
                case CRLF -> written.replace("\n", "\r\n");
                case NO_FINAL_NEWLINE -> written.stripTrailing();
                case TABS -> written.replaceAll("(?m)(?<=[\\dA-Za-z]) +(?=-?\\d+\\.)", "\t");
                case WIDE_BLANKS -> written.replaceAll("(?<=\\d) (?=-?\\d+\\.)", "      ");
                case TRAILING_BLANKS -> written.replace("\n", "  \n");
                case FINAL_BLANK_LINES -> written + "\n  \n\n";
                default -> written;
            };
        }
    }

    /** How a program writes the two frames, given how it prints numbers. */
    private enum Writing {
        XDATCAR("XDATCAR") {
            @Override
            String text(DoubleFunction<String> number) {
                StringBuilder text = new StringBuilder("title\n1.0\n" + cell(number, EDGE_A) + "Li S\n2 1\n");
                for (int frame = 0; frame < 2; frame++) {
                    text.append("Direct configuration=     ").append(frame + 1).append('\n');
                    text.append(rows(frame, number, 1 / EDGE_A, false));
                }
                return text.toString();
            }
        },
        EXTENDED_XYZ("run.extxyz") {
            @Override
            String text(DoubleFunction<String> number) {
                StringBuilder text = new StringBuilder();
                for (int frame = 0; frame < 2; frame++) {
                    String lattice = cell(number, EDGE_A).replace('\n', ' ').strip();
                    text.append("3\nLattice=\"" + lattice + "\" Properties=species:S:1:pos:R:3 pbc=\"T T T\"\n");
                    text.append(rows(frame, number, 1, true));
                }
                return text.toString();
            }
        },
        LAMMPS_DUMP("run.lammpstrj") {
            @Override
            String text(DoubleFunction<String> number) {
                StringBuilder text = new StringBuilder();
                for (int frame = 0; frame < 2; frame++) {
                    String bounds = number.apply(0) + " " + number.apply(EDGE_A) + "\n";
                    text.append("ITEM: TIMESTEP\n" + 10 * frame + "\nITEM: NUMBER OF ATOMS\n3\n"
                            + "ITEM: BOX BOUNDS pp pp pp\n" + bounds + bounds + bounds
                            + "ITEM: ATOMS element x y z\n");
                    text.append(rows(frame, number, 1, true));
                }
                return text.toString();
            }
        },
        CP2K("run-pos-1.xyz") {
            @Override
            String text(DoubleFunction<String> number) {
                StringBuilder text = new StringBuilder();
                for (int frame = 0; frame < 2; frame++) {
                    text.append(
                            "       3\n i =        " + frame + ", time =        " + frame + ".000, E =      -120.1\n");
                    text.append(rows(frame, number, 1, true));
                }
                return text.toString();
            }
        },
        CP_X("run.pos") {
            @Override
            String text(DoubleFunction<String> number) {
                StringBuilder text = new StringBuilder();
                for (int frame = 0; frame < 2; frame++) {
                    text.append("  " + 10 * (frame + 1) + "  " + number.apply(0.001 * (frame + 1)) + "\n");
                    text.append(rows(frame, number, 1 / BOHR_A, false));
                }
                return text.toString();
            }
        },
        OUTCAR("OUTCAR") {
            @Override
            String text(DoubleFunction<String> number) {
                StringBuilder text = new StringBuilder();
                text.append(" vasp.6.3.0 20Jan22\n POTCAR:    PAW_PBE Li_sv 10Sep2004\n");
                text.append("   VRHFIN =Li: 1s2s2p\n   VRHFIN =S :\n   ions per type =               2   1\n");
                for (int frame = 0; frame < 2; frame++) {
                    text.append("      direct lattice vectors                 reciprocal lattice vectors\n");
                    text.append(cell(number, EDGE_A));
                    text.append(" POSITION                                       TOTAL-FORCE (eV/Angst)\n ----\n");
                    text.append(rows(frame, number, 1, false));
                    text.append(" ----\n");
                }
                return text.toString();
            }
        },
        I_PI("run.pos_0.xyz") {
            @Override
            String text(DoubleFunction<String> number) {
                StringBuilder text = new StringBuilder();
                for (int frame = 0; frame < 2; frame++) {
                    text.append("3\n# CELL(abcABC):   10.00000   10.00000   10.00000   90.00000   90.00000   90.00000"
                            + "  Step:           " + frame
                            + "  Bead:       0 positions{angstrom}  cell{angstrom}\n");
                    text.append(rows(frame, number, 1, true));
                }
                return text.toString();
            }
        };

        private final String fileName;

        Writing(String fileName) {
            this.fileName = fileName;
        }

        abstract String text(DoubleFunction<String> number);

        static String cell(DoubleFunction<String> number, double edge) {
            String zero = number.apply(0);
            String edgeText = number.apply(edge);
            return " " + edgeText + " " + zero + " " + zero + "\n " + zero + " " + edgeText + " " + zero + "\n " + zero
                    + " " + zero + " " + edgeText + "\n";
        }

        static String rows(int frame, DoubleFunction<String> number, double factor, boolean labels) {
            StringBuilder rows = new StringBuilder();
            for (int atom = 0; atom < 3; atom++) {
                rows.append(labels ? (atom < 2 ? "Li" : "S") : "");
                for (int axis = 0; axis < 3; axis++) {
                    rows.append(' ').append(number.apply(factor * FRAMES[frame][3 * atom + axis]));
                }
                rows.append('\n');
            }
            return rows.toString();
        }
    }

    static Stream<Arguments> writings() {
        return Arrays.stream(Writing.values())
                .flatMap(writing -> Arrays.stream(Dialect.values()).map(dialect -> Arguments.of(writing, dialect)));
    }

    @ParameterizedTest
    @MethodSource("writings")
    void everyDialectReadsAlike(Writing writing, Dialect dialect) throws IOException {
        writeCompanions(dialect);
        Path file = ReadFrames.write(folder, writing.fileName, dialect.text(writing.text(dialect::number)));
        ReadFrames read = ReadFrames.of(file);
        assertThat(read.atoms().formula()).isEqualTo("Li2 S1");
        assertThat(read.frames()).as(Files.readString(file)).isEqualTo(2);
        assertThat(read.truncated()).as(read.notices().toString()).isFalse();
        for (int frame = 0; frame < 2; frame++) {
            assertThat(read.cells().get(frame).lengthA(2)).isCloseTo(EDGE_A, within(1e-9));
            for (int atom = 0; atom < 3; atom++) {
                double[] expected = Arrays.copyOfRange(FRAMES[frame], 3 * atom, 3 * atom + 3);
                assertThat(read.cartesian(frame, atom)).containsExactly(expected, within(1e-9));
            }
        }
    }

    /** S of the second frame at y = 8.25 Å, in whatever unit, is printed a million cells away. */
    @ParameterizedTest
    @EnumSource(Writing.class)
    void positionsFarFromAnyCellEndTheReading(Writing writing) throws IOException {
        Dialect dialect = Dialect.AS_WRITTEN;
        writeCompanions(dialect);
        DoubleFunction<String> number = value -> {
            boolean moved = DoubleStream.of(1, 1 / EDGE_A, 1 / BOHR_A)
                    .anyMatch(factor -> Math.abs(value - 8.25 * factor) < 1e-9);
            return dialect.number(moved ? 1e7 : value);
        };
        ReadFrames read = ReadFrames.of(ReadFrames.write(folder, writing.fileName, writing.text(number)));
        assertThat(read.frames()).isEqualTo(1);
        assertThat(read.truncated()).isTrue();
        assertThat(read.notices()).anyMatch(notice -> notice.contains("nothing after it"));
    }

    /** The cells of CP2K and of cp.x, and the elements of the latter, in the same dialect. */
    private void writeCompanions(Dialect dialect) throws IOException {
        StringBuilder cells = new StringBuilder("#   Step   Time [fs]  Ax Ay Az Bx By Bz Cx Cy Cz  Volume\n");
        StringBuilder cel = new StringBuilder();
        for (int frame = 0; frame < 2; frame++) {
            String row = Writing.cell(dialect::number, EDGE_A).replace('\n', ' ');
            cells.append("  " + frame + "  " + dialect.number(frame) + row + dialect.number(1000) + "\n");
            cel.append("  " + 10 * (frame + 1) + "  " + dialect.number(0.001 * (frame + 1)) + "\n");
            cel.append(Writing.cell(dialect::number, EDGE_A / BOHR_A));
        }
        ReadFrames.write(folder, "run-1.cell", dialect.text(cells.toString()));
        ReadFrames.write(folder, "run.cel", dialect.text(cel.toString()));
        ReadFrames.write(
                folder,
                "run.in",
                dialect.text("&SYSTEM\n ibrav = 0\n/\nATOMIC_POSITIONS\nLi 0. 0. 0.\nLi 0. 0. 0.\nS 0. 0. 0.\n"));
    }
}
