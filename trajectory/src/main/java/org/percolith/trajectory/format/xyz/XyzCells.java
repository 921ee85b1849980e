package org.percolith.trajectory.format.xyz;

import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.percolith.trajectory.Atoms;
import org.percolith.trajectory.Cell;
import org.percolith.trajectory.format.MissingStructureException;
import org.percolith.trajectory.format.Structure;
import org.percolith.trajectory.format.StructureHints;
import org.percolith.trajectory.format.UnsupportedFormatException;
import org.percolith.trajectory.format.reading.ReadingLog;
import org.percolith.trajectory.format.structure.SiestaXv;

/**
 * The cells of the frames of an xyz file: what a comment states, else CP2K's .cell file beside, else the cell of the
 * structure that the user gave, of CP2K's input or of SIESTA's .XV file.
 */
final class XyzCells implements AutoCloseable {

    private final @Nullable Cp2kCells cp2k;
    private final @Nullable Cell given;

    private XyzCells(@Nullable Cp2kCells cp2k, @Nullable Cell given) {
        this.cp2k = cp2k;
        this.given = given;
    }

    /**
     * Looks for the cells of a file whose first comment this is, and tells where they are from.
     *
     * @param atoms of the file, in its order
     * @param input of the CP2K run, or null
     * @throws UnsupportedFormatException if nothing states a cell
     */
    static XyzCells of(XyzComment first, Atoms atoms, StructureHints hints, @Nullable Cp2kInput input, ReadingLog log)
            throws IOException {
        Structure structure = hints.structure();
        boolean isCp2k = first.dialect() == XyzComment.Dialect.CP2K;
        Cp2kCells cp2k = isCp2k ? Cp2kCells.beside(log.file()) : null;
        if (cp2k != null) {
            log.note("cells are those of " + cp2k.name() + ", by step number");
        }
        if (structure != null || first.cell() != null || cp2k != null) {
            return new XyzCells(cp2k, structure == null ? null : structure.cell());
        }
        if (input != null && input.cell() != null) {
            log.note("the cell is that of &CELL in " + input.file().getFileName());
            return new XyzCells(null, input.cell());
        }
        Optional<SiestaXv> siesta = SiestaXv.beside(log.file());
        if (siesta.isPresent()) {
            return new XyzCells(null, cellOf(siesta.get(), atoms, log));
        }
        throw new MissingStructureException(
                log.file() + " states no cell"
                        + (isCp2k
                                ? ", and beside it there is neither a .cell file nor an input with a constant &CELL"
                                : "")
                        + ". Give a structure file that has one with --lattice",
                atoms);
    }

    /** A .ANI file has no cell, the .XV file of the run that of its last step. */
    private static Cell cellOf(SiestaXv siesta, Atoms atoms, ReadingLog log) {
        String name = siesta.file().getFileName().toString();
        if (!siesta.structure().atoms().equals(atoms)) {
            throw new UnsupportedFormatException(log.file() + " states no cell, and " + name + " beside it is of "
                    + siesta.structure().atoms().formula() + ", not of " + atoms.formula()
                    + ". Give a structure file with --lattice");
        }
        if (siesta.cellMoves()) {
            throw new UnsupportedFormatException(log.file() + " states no cell, and " + name + " beside it only that of"
                    + " its last step, in which it moves: the cells of the other steps are not known. Give their mean"
                    + " as a structure file with --lattice");
        }
        log.note("the cell is that of " + name);
        return siesta.structure().cell();
    }

    /** The cell of a frame; null if nothing states it. */
    @Nullable
    Cell of(XyzComment comment) throws IOException {
        if (comment.cell() != null) {
            return comment.cell();
        }
        return cp2k == null ? given : cp2k.ofStep(comment.step());
    }

    /** Why a frame has no cell. */
    String missing(XyzComment comment) {
        return cp2k == null ? "a frame without a cell" : "there is no step " + comment.step() + " in " + cp2k.name();
    }

    @Override
    public void close() throws IOException {
        if (cp2k != null) {
            cp2k.close();
        }
    }
}
