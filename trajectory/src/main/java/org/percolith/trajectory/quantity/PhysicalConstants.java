package org.percolith.trajectory.quantity;

/** CODATA 2018 constants (exact SI values) and the unit conversions built on them; the only home of either. */
public final class PhysicalConstants {

    /** Boltzmann constant, eV/K. */
    public static final double BOLTZMANN_EV_PER_K = 8.617333262e-5;

    /** Boltzmann constant, J/K. */
    public static final double BOLTZMANN_J_PER_K = 1.380649e-23;

    /** Elementary charge, C. */
    public static final double ELEMENTARY_CHARGE_C = 1.602176634e-19;

    /** Bohr radius, Å (CODATA 2018). */
    public static final double BOHR_A = 0.529177210903;

    /** 1 bohr³ in Å³: densities per Å³ times this are per bohr³. */
    public static final double A3_PER_BOHR3 = BOHR_A * BOHR_A * BOHR_A;

    /** 1 Å²/ps in cm²/s. */
    public static final double CM2_PER_S_PER_A2_PER_PS = 1e-4;

    /** 1 Å⁻³ in cm⁻³. */
    public static final double PER_CM3_PER_PER_A3 = 1e24;

    /** Hartree atomic unit of time, fs; the Rydberg one is twice as long. */
    public static final double HARTREE_TIME_FS = 0.024188843265857;

    /** Hartree energy over the Boltzmann constant, K (CODATA 2018). */
    public static final double HARTREE_K = 315775.02480407;

    private PhysicalConstants() {}

    /**
     * Nernst-Einstein factor σ/D = c z² e² / (kB T), in mS/cm per cm²/s.
     *
     * @param densityPerA3 carrier number density c, Å⁻³
     * @param chargeE carrier charge z, e
     */
    public static double conductivityMsPerCmPerDiffusivity(double densityPerA3, double chargeE, double temperatureK) {
        double chargeC = chargeE * ELEMENTARY_CHARGE_C;
        return densityPerA3 * PER_CM3_PER_PER_A3 * chargeC * chargeC / (BOLTZMANN_J_PER_K * temperatureK) * 1e3;
    }
}
