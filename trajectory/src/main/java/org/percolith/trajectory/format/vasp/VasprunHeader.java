package org.percolith.trajectory.format.vasp;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.percolith.trajectory.Atoms;
import org.percolith.trajectory.format.ElementSymbols;
import org.percolith.trajectory.format.MdSettings;
import org.percolith.trajectory.format.text.XmlScanner;

/** What a document of vasprun.xml states before its steps: generator, incar, parameters, atominfo. */
final class VasprunHeader {

    private final Map<String, String> generator = new HashMap<>();
    private final Map<String, String> tags = new HashMap<>();
    private @Nullable Atoms atoms;

    /** Reads an element that was just opened to its end, if it is of the header. */
    void read(XmlScanner xml) throws IOException {
        if (xml.opens("generator")) {
            readTags(xml, "generator", generator);
        } else if (xml.opens("incar")) {
            readTags(xml, "incar", tags);
        } else if (xml.opens("parameters")) {
            readTags(xml, "parameters", tags);
        } else if (xml.opens("atominfo")) {
            List<String> symbols = readSymbols(xml);
            atoms = symbols.isEmpty() || !xml.closes("atominfo") ? null : new Atoms(symbols);
        }
    }

    /** {@code incar} is what the user set, {@code parameters} every tag with its default; the latter wins. */
    private static void readTags(XmlScanner xml, String element, Map<String, String> into) throws IOException {
        while (xml.nextTag() && !xml.closes(element)) {
            if (xml.opens("i")) {
                into.put(xml.attribute("name"), xml.text());
            }
        }
    }

    private static List<String> readSymbols(XmlScanner xml) throws IOException {
        List<List<String>> atomRows = new ArrayList<>();
        List<List<String>> typeRows = new ArrayList<>();
        List<List<String>> rows = new ArrayList<>();
        while (xml.nextTag() && !xml.closes("atominfo")) {
            if (xml.opens("array")) {
                String name = xml.attribute("name");
                rows = name.equals("atoms") ? atomRows : name.equals("atomtypes") ? typeRows : new ArrayList<>();
            } else if (xml.opens("rc")) {
                rows.add(new ArrayList<>(2));
            } else if (xml.opens("c") && !rows.isEmpty()) {
                rows.get(rows.size() - 1).add(xml.text().intern());
            }
        }
        return atomRows.stream()
                .filter(row -> !row.isEmpty())
                .map(row -> symbol(row, typeRows))
                .toList();
    }

    /** Some pseudopotentials name a wrong element ({@code r} for Zr); their title then names the right one. */
    private static String symbol(List<String> atom, List<List<String>> types) {
        String stated = ElementSymbols.ofPotential(atom.get(0));
        int type = atom.size() > 1 && atom.get(1).matches("\\d{1,6}") ? Integer.parseInt(atom.get(1)) : 0;
        if (ElementSymbols.isElement(stated) || type < 1 || type > types.size()) {
            return stated;
        }
        List<String> row = types.get(type - 1);
        String[] title = row.isEmpty() ? new String[0] : row.get(row.size() - 1).split("\\s+");
        String titled = title.length < 2 ? stated : ElementSymbols.ofPotential(title[1]);
        return ElementSymbols.isElement(titled) ? titled : stated;
    }

    /** The atoms, or null if the list of atoms was not reached or is cut. */
    @Nullable
    Atoms atoms() {
        return atoms;
    }

    MdSettings settings(String source) {
        return new MdSettings(tags, source);
    }

    Optional<VaspVersion> version() {
        return VaspVersion.in(generator.getOrDefault("version", ""));
    }
}
