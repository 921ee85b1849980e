package org.percolith.trajectory.crystal;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.percolith.trajectory.Cell;
import org.percolith.trajectory.TrajectoryException;
import org.percolith.trajectory.crystal.CifTokens.Token;
import org.percolith.trajectory.format.ElementSymbols;

/**
 * Reads the first structure of a CIF and writes out its symmetry: every listed operation is applied to every site, and
 * images that fall together within 0.1 Å are one.
 */
final class CifReader {

    private static final double SAME_SITE_A = 0.1;
    private static final Pattern NUMBER =
            Pattern.compile("([-+]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][-+]?\\d+)?)(?:\\(\\d+\\))?");

    private final Path file;
    private final CifBlock block;

    private CifReader(Path file, CifBlock block) {
        this.file = file;
        this.block = block;
    }

    /**
     * Reads a structure.
     *
     * @param lines the file's text
     * @throws TrajectoryException if it holds no cell and sites, or its symmetry is not written out
     */
    static CrystalStructure read(Path file, List<String> lines) {
        CifBlock block = CifBlock.allOf(CifTokens.of(lines)).stream()
                .filter(candidate -> candidate.has("_cell_length_a") && candidate.has("_atom_site_fract_x"))
                .findFirst()
                .orElseThrow(
                        () -> new TrajectoryException(
                                file
                                        + " has no data block with _cell_length_a and _atom_site_fract_x: there is no structure in it"));
        return new CifReader(file, block).structure();
    }

    private CrystalStructure structure() {
        Cell cell = cell();
        List<SymmetryOperation> operations = operations();
        List<CrystalSite> all = new ArrayList<>();
        for (CrystalSite site : listed()) {
            List<CrystalSite> orbit = new ArrayList<>();
            for (SymmetryOperation operation : operations) {
                CrystalSite image = site.at(
                        operation.image(site.sa(), site.sb(), site.sc(), 0),
                        operation.image(site.sa(), site.sb(), site.sc(), 1),
                        operation.image(site.sa(), site.sb(), site.sc(), 2));
                if (orbit.stream().noneMatch(other -> coincide(cell, other, image))) {
                    orbit.add(image);
                }
            }
            all.addAll(orbit);
        }
        return new CrystalStructure(cell, all);
    }

    private Cell cell() {
        double[] edge = new double[6];
        String[] tags = {"length_a", "length_b", "length_c", "angle_alpha", "angle_beta", "angle_gamma"};
        for (int k = 0; k < 6; k++) {
            String tag = "_cell_" + tags[k];
            Token token = block.column(tag)
                    .filter(column -> !column.isEmpty())
                    .orElseThrow(() -> new TrajectoryException(file + " states no " + tag))
                    .get(0);
            edge[k] = number(token);
        }
        try {
            return Cell.ofLengthsAndAngles(edge[0], edge[1], edge[2], edge[3], edge[4], edge[5]);
        } catch (IllegalArgumentException e) {
            throw new TrajectoryException(file + ": " + e.getMessage(), e);
        }
    }

    private List<SymmetryOperation> operations() {
        Optional<List<Token>> listed = block.column(
                "_space_group_symop_operation_xyz", "_symmetry_equiv_pos_as_xyz", "_space_group_symop_operation");
        if (listed.isEmpty()) {
            requireNoSymmetry();
            return List.of(SymmetryOperation.IDENTITY);
        }
        List<SymmetryOperation> operations = new ArrayList<>();
        for (Token token : listed.get()) {
            try {
                operations.add(SymmetryOperation.parse(token.text()));
            } catch (IllegalArgumentException e) {
                throw new TrajectoryException(file + ", line " + token.line() + ": " + e.getMessage(), e);
            }
        }
        return operations;
    }

    private void requireNoSymmetry() {
        List<Token> group = block.column("_space_group_it_number", "_symmetry_int_tables_number")
                .or(() -> block.column("_space_group_name_h-m_alt", "_symmetry_space_group_name_h-m"))
                .orElse(List.of());
        for (Token token : group) {
            String name = token.text().replace(" ", "");
            if (!name.equals("1") && !name.equals("P1") && !name.equals("?") && !name.equals(".")) {
                throw new TrajectoryException(file + ", line " + token.line() + ": space group " + token.text()
                        + " without its operations. Write the file with _space_group_symop_operation_xyz, or in P1");
            }
        }
    }

    private List<CrystalSite> listed() {
        List<Token> a = coordinates("x");
        List<Token> b = coordinates("y");
        List<Token> c = coordinates("z");
        List<Token> labels = block.column("_atom_site_label").orElse(List.of());
        List<Token> types = block.column("_atom_site_type_symbol").orElse(labels);
        List<Token> occupancies = block.column("_atom_site_occupancy").orElse(List.of());
        List<CrystalSite> sites = new ArrayList<>();
        for (int row = 0; row < a.size(); row++) {
            if (row >= b.size() || row >= c.size()) {
                throw new TrajectoryException(
                        file + ", line " + a.get(row).line() + ": the last row of the sites is cut");
            }
            if (isKnown(a.get(row)) && isKnown(b.get(row)) && isKnown(c.get(row))) {
                String element = row < types.size()
                        ? ElementSymbols.ofLabel(types.get(row).text())
                        : "X";
                String label = row < labels.size() ? labels.get(row).text() : element;
                boolean full = row >= occupancies.size() || !isKnown(occupancies.get(row));
                sites.add(new CrystalSite(
                        label,
                        element,
                        number(a.get(row)),
                        number(b.get(row)),
                        number(c.get(row)),
                        full ? 1 : number(occupancies.get(row))));
            }
        }
        return sites;
    }

    private List<Token> coordinates(String axis) {
        return block.column("_atom_site_fract_" + axis)
                .orElseThrow(() -> new TrajectoryException(file + " states no _atom_site_fract_" + axis));
    }

    private static boolean isKnown(Token token) {
        return !token.text().equals("?") && !token.text().equals(".");
    }

    private double number(Token token) {
        Matcher matcher = NUMBER.matcher(token.text());
        if (!matcher.matches()) {
            throw new TrajectoryException(
                    file + ", line " + token.line() + ": expected a number, found '" + token.text() + "'");
        }
        return Double.parseDouble(matcher.group(1));
    }

    private static boolean coincide(Cell cell, CrystalSite one, CrystalSite other) {
        double a = one.sa() - other.sa();
        double b = one.sb() - other.sb();
        double c = one.sc() - other.sc();
        return cell.squaredLengthA2(a - Math.rint(a), b - Math.rint(b), c - Math.rint(c)) < SAME_SITE_A * SAME_SITE_A;
    }
}
