package org.percolith.msd;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.percolith.trajectory.Cell;
import org.percolith.trajectory.IonTracks;

/**
 * Test-only reader of the displacements {@code [atom][frame][axis]} that pymatgen writes: the tracks of one species in the
 * frame of the plain mean of all others.
 */
public final class DisplacementJson {

    private static final Pattern NUMBER = Pattern.compile("-?\\d[-+.eE\\d]*");
    private static final Pattern ELEMENT = Pattern.compile("\"element\": \"(\\w+)\"");
    private static final Pattern MATRIX = Pattern.compile("\"matrix\": \\[(\\[[^]]*], \\[[^]]*], \\[[^]]*])");

    private DisplacementJson() {}

    public static IonTracks tracks(Path file, String mobile, int frames) throws IOException {
        String json = read(file);
        List<String> elements = new ArrayList<>();
        for (Matcher m = ELEMENT.matcher(json); m.find(); ) {
            elements.add(m.group(1));
        }
        Matcher matrix = MATRIX.matcher(json);
        if (!matrix.find()) {
            throw new IOException("no lattice in " + file);
        }
        double[] rows = numbers(matrix.group(1), 0, 9);
        double[] all = numbers(json, json.indexOf("\"displacements\""), elements.size() * frames * 3);
        int ions = (int) elements.stream().filter(mobile::equals).count();
        double[][] positions = new double[frames][3 * ions];
        for (int k = 0; k < 3 * frames; k++) {
            double drift = 0;
            for (int atom = 0; atom < elements.size(); atom++) {
                drift += elements.get(atom).equals(mobile) ? 0 : all[atom * 3 * frames + k] / (elements.size() - ions);
            }
            int ion = 0;
            for (int atom = 0; atom < elements.size(); atom++) {
                if (elements.get(atom).equals(mobile)) {
                    positions[k / 3][3 * ion++ + k % 3] = all[atom * 3 * frames + k] - drift;
                }
            }
        }
        return IonTracks.ofCartesian(Cell.ofRows(rows), positions);
    }

    private static String read(Path file) throws IOException {
        try (InputStream in = file.toString().endsWith(".gz")
                ? new GZIPInputStream(Files.newInputStream(file))
                : Files.newInputStream(file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static double[] numbers(String text, int from, int count) {
        double[] values = new double[count];
        Matcher number = NUMBER.matcher(text).region(from, text.length());
        for (int k = 0; k < count && number.find(); k++) {
            values[k] = Double.parseDouble(number.group());
        }
        return values;
    }
}
