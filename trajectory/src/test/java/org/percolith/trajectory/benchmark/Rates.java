package org.percolith.trajectory.benchmark;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Locale;

/**
 * Times several ways through the same bytes, which take turns so that a disturbance hits all of them.
 *
 * @param wallSeconds median time of each way
 * @param cpuSeconds median processor time of this process in each way; of a program beside it, nothing
 */
record Rates(double[] wallSeconds, double[] cpuSeconds) {

    private static final int WARM_UP = 10;
    private static final int ROUNDS = 9;

    /** One way; returns what it counted, so that nothing is optimised away. */
    @FunctionalInterface
    interface Pass {
        long run() throws IOException;
    }

    static Rates of(Pass... passes) throws IOException {
        OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        double[][] wall = new double[passes.length][ROUNDS];
        double[][] cpu = new double[passes.length][ROUNDS];
        for (int round = -WARM_UP; round < ROUNDS; round++) {
            for (int k = 0; k < passes.length; k++) {
                long start = System.nanoTime();
                long cpuStart = system.getProcessCpuTime();
                if (passes[k].run() == 0) {
                    throw new IllegalStateException("nothing was read in way " + k);
                }
                if (round >= 0) {
                    wall[k][round] = (System.nanoTime() - start) / 1e9;
                    cpu[k][round] = (system.getProcessCpuTime() - cpuStart) / 1e9;
                }
            }
        }
        return new Rates(medians(wall), medians(cpu));
    }

    private static double[] medians(double[][] times) {
        return Arrays.stream(times)
                .mapToDouble(way -> Arrays.stream(way).sorted().toArray()[ROUNDS / 2])
                .toArray();
    }

    /** A line with the rate of a way, and what that is of the rate of another. */
    String line(String name, double megabytes, int way, int of, String ofName) {
        return String.format(
                Locale.ROOT,
                "  %-28s %8.0f MB/s  %8.0f MB/CPU-s   = %.2f of %s%n",
                name,
                megabytes / wallSeconds[way],
                megabytes / Math.max(1e-3, cpuSeconds[way]),
                wallSeconds[of] / wallSeconds[way],
                ofName);
    }

    /** A line with the rate of a program. */
    String line(String name, double megabytes, int way) {
        return String.format(Locale.ROOT, "  %-28s %8.0f MB/s%n", name, megabytes / wallSeconds[way]);
    }
}
