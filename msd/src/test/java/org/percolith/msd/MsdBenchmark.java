package org.percolith.msd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.percolith.trajectory.Cell;
import org.percolith.trajectory.FrameRange;
import org.percolith.trajectory.IonTracks;
import org.percolith.trajectory.parallel.TaskRunner;
import org.percolith.trajectory.quantity.Estimate;

/**
 * CPU time of the whole step for 200 ions × 50 000 frames on one thread, and of its MSD alone, against an FFT MSD written
 * in numpy in the same minute where python3 with numpy is there.
 */
@Tag("benchmark")
class MsdBenchmark {

    private static final int IONS = 200;
    private static final int FRAMES = 50_000;

    /** The same kernel in numpy: one real FFT per ion and axis, spectra pooled, double precision. */
    private static String numpyScript() {
        return """
            import time
            import numpy as np
            n, t = %d, %d
            r = np.cumsum(0.1 * np.random.default_rng(1).standard_normal((n, 3, t)), axis=2)
            start = time.process_time()
            r -= r.mean(axis=2, keepdims=True)
            size = 1 << (2 * t - 1).bit_length()
            power = np.zeros(size // 2 + 1)
            square = np.zeros(t)
            for ion in r:
                spectrum = np.fft.rfft(ion, size, axis=1)
                power += (spectrum.real ** 2 + spectrum.imag ** 2).sum(axis=0)
                square += (ion ** 2).sum(axis=0)
            correlation = np.fft.irfft(power, size)[:t]
            before = np.concatenate(([0.0], np.cumsum(square)))
            lag = np.arange(t)
            msd = (before[t - lag] + before[t] - before[lag] - 2 * correlation) / (n * (t - lag))
            print(time.process_time() - start, msd[100])
            """.formatted(IONS, FRAMES);
    }

    @Test
    void theWholeStepAgainstNumpy() throws IOException, InterruptedException {
        IonTracks tracks = walk();
        DiffusionSettings settings = DiffusionSettings.of(0.002, 600, 1);
        DiffusionAnalysis.analyze(tracks, settings, TaskRunner.serial());
        double start = cpuSeconds();
        MeanSquaredDisplacement msd = MeanSquaredDisplacement.of(tracks, TaskRunner.serial());
        double msdSeconds = cpuSeconds() - start;
        start = cpuSeconds();
        DiffusionResult result = DiffusionAnalysis.analyze(tracks, settings, TaskRunner.serial());
        double wholeSeconds = cpuSeconds() - start;
        assertThat(result.tracer().cm2PerS()).isInstanceOf(Estimate.Measured.class);
        assertThat(msd.totalA2(100)).isCloseTo(3, within(0.1));
        print(
                "%d ions x %d frames: whole step %.2f CPU-s, MSD tensor %.2f CPU-s",
                IONS, FRAMES, wholeSeconds, msdSeconds);
        double numpySeconds = numpySeconds();
        print(
                "numpy FFT MSD (trace only) %.2f CPU-s: %.2f times our MSD tensor, %.2f times our whole step",
                numpySeconds, numpySeconds / msdSeconds, numpySeconds / wholeSeconds);
    }

    private static IonTracks walk() {
        SplittableRandom random = new SplittableRandom(1);
        double[] row = new double[3 * IONS];
        try (IonTracks.Builder builder =
                new IonTracks.Builder(IONS, Long.MAX_VALUE, Path.of(System.getProperty("java.io.tmpdir")))) {
            for (int frame = 0; frame < FRAMES; frame++) {
                for (int k = 0; k < row.length; k++) {
                    // Steps of variance 0.01 Å² in a cell of 20 Å.
                    row[k] += (random.nextDouble() - 0.5) * Math.sqrt(12) * 0.1 / 20;
                }
                builder.add(row);
            }
            return builder.build(Cell.cubic(20), List.of(new FrameRange(0, FRAMES)));
        }
    }

    private static double numpySeconds() throws IOException, InterruptedException {
        ProcessBuilder python = new ProcessBuilder("python3", "-c", numpyScript());
        python.environment().put("OMP_NUM_THREADS", "1");
        Process process;
        try {
            process = python.start();
        } catch (IOException e) {
            assumeTrue(false, "no python3 to compare with");
            throw e;
        }
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.US_ASCII))) {
            String line = out.readLine();
            assumeTrue(process.waitFor() == 0 && line != null, "no numpy to compare with");
            return Double.parseDouble(line.split(" ")[0]);
        }
    }

    /** CPU time of all threads of this process, collector and compiler included. */
    private static double cpuSeconds() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                        .getProcessCpuTime()
                * 1e-9;
    }

    /** The one place where tests print: a benchmark has no other result. */
    private static void print(String format, Object... values) {
        System.out.printf(Locale.ROOT, format + "%n", values);
    }
}
