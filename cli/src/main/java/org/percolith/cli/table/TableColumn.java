package org.percolith.cli.table;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a column of a sweep table holds, by its name: {@code T (K)}, {@code temperature_K}, {@code D_cm2_s},
 * {@code D (m^2/s)}, {@code D (Å^2/ps)}, {@code sigma_S_cm}, {@code err}.
 *
 * @param quantity what it is
 * @param unit as stated or taken, for the report
 * @param stated whether the name states the unit
 * @param factor to K, cm²/s or mS/cm
 * @param offset to K
 */
record TableColumn(Quantity quantity, String unit, boolean stated, double factor, double offset) {

    enum Quantity {
        TEMPERATURE,
        DIFFUSIVITY,
        CONDUCTIVITY,
        ERROR
    }

    private static final Pattern TEMPERATURE = Pattern.compile("(?:t|temp|temperature)(k|c|degc|celsius|kelvin)?");
    /** Longer names before those that they begin with. */
    private static final Pattern DIFFUSIVITY =
            Pattern.compile("(?:tracerdiffusivity|diffusioncoefficient|diffusivity|dtracer|dself|dstar|tracerd|d)(.*)");

    private static final Pattern CONDUCTIVITY = Pattern.compile("(?:ionicconductivity|conductivity|sigma|σ)(.*)");
    private static final Pattern ERROR = Pattern.compile(
            "(?:diffusivityerror|diffusivitystd|ddiffusivity|derror|derr|dstderr|dstd|dsd|dsigma|conductivityerror|"
                    + "conductivitystd|sigmaerror|sigmaerr|sigmastd|sigmad|stderr|std|sd|error|err|uncertainty|±)(.*)");

    /** The meaning of a name; empty for a column that is none of these. */
    static Optional<TableColumn> of(String name) {
        String key = name.replace("\uFEFF", "")
                .toLowerCase(Locale.ROOT)
                .replace("²", "2")
                .replace("ångström", "a")
                .replace("å", "a")
                .replace("ang", "a")
                .replace("d*", "d")
                .replaceAll("[\\s_()\\[\\]^/°{}·.-]+", "");
        Matcher temperature = TEMPERATURE.matcher(key);
        if (temperature.matches()) {
            String unit = temperature.group(1);
            boolean celsius = unit != null && (unit.startsWith("c") || unit.startsWith("deg"));
            return Optional.of(
                    new TableColumn(Quantity.TEMPERATURE, celsius ? "°C" : "K", unit != null, 1, celsius ? 273.15 : 0));
        }
        Matcher error = ERROR.matcher(key);
        if (error.matches()) {
            return unit(Quantity.ERROR, error.group(1));
        }
        Matcher diffusivity = DIFFUSIVITY.matcher(key);
        if (diffusivity.matches()) {
            return unit(Quantity.DIFFUSIVITY, diffusivity.group(1));
        }
        Matcher conductivity = CONDUCTIVITY.matcher(key);
        return conductivity.matches() ? unit(Quantity.CONDUCTIVITY, conductivity.group(1)) : Optional.empty();
    }

    /** The unit after a name, with its factor to cm²/s or mS/cm. */
    private static Optional<TableColumn> unit(Quantity quantity, String unit) {
        return switch (unit) {
            case "" ->
                Optional.of(
                        quantity == Quantity.CONDUCTIVITY
                                ? new TableColumn(quantity, "mS/cm", false, 1, 0)
                                : new TableColumn(quantity, "cm²/s", false, 1, 0));
            case "cm2s", "cm2s1" -> Optional.of(new TableColumn(quantity, "cm²/s", true, 1, 0));
            case "m2s", "m2s1" -> Optional.of(new TableColumn(quantity, "m²/s", true, 1e4, 0));
            case "a2ps", "a2ps1" -> Optional.of(new TableColumn(quantity, "Å²/ps", true, 1e-4, 0));
            case "a2fs", "a2fs1" -> Optional.of(new TableColumn(quantity, "Å²/fs", true, 1e-1, 0));
            case "nm2ns", "nm2ns1" -> Optional.of(new TableColumn(quantity, "nm²/ns", true, 1e-5, 0));
            case "nm2ps", "nm2ps1" -> Optional.of(new TableColumn(quantity, "nm²/ps", true, 1e-2, 0));
            case "scm", "scm1" -> Optional.of(new TableColumn(quantity, "S/cm", true, 1e3, 0));
            case "mscm", "mscm1" -> Optional.of(new TableColumn(quantity, "mS/cm", true, 1, 0));
            case "sm", "sm1" -> Optional.of(new TableColumn(quantity, "S/m", true, 10, 0));
            default -> Optional.empty();
        };
    }

    double value(double cell) {
        return cell * factor + offset;
    }
}
