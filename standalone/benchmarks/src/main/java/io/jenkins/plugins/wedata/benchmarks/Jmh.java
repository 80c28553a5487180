package io.jenkins.plugins.wedata.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Runs the benchmarks of JMH. Those who are compared come one after the other, each in a virtual machine of its own. */
final class Jmh {

    static final String TIME = "time";
    static final String CPU = CpuProfiler.MICROS;
    static final String BYTES = "bytes";
    static final String P50 = "p50";

    private static final double MEDIAN = 50;

    private final Measured measured;
    private final int port;
    private final Effort effort;

    Jmh(Measured measured, int port, Effort effort) {
        this.measured = measured;
        this.port = port;
        this.effort = effort;
    }

    /** How a quantity is called. */
    static String name(String benchmark, String who, String quantity) {
        return benchmark + "/" + who + "/" + quantity;
    }

    void measure() throws RunnerException {
        // Signing is little code, which is compiled soon.
        run("SigningBenchmark", 1 + effort.warmups() / 4, "", Peers.OURS, Peers.SDK, Peers.FLOOR);
        run("SequentialBenchmark", effort.warmups(), "", Peers.OURS, Peers.SDK, Peers.FLOOR);
        crowded("createTask$", Peers.OURS, Peers.SDK, Peers.FLOOR);
        crowded("enqueued", Peers.FLOOR);
        crowded("(createIntegrationTask|listBatchDetail)", Peers.OURS, Peers.SDK);
    }

    /** On few processors, the compilers fall behind eight threads that do not wait for them. */
    private void crowded(String calls, String... who) throws RunnerException {
        run("CallBenchmark." + calls, effort.warmups() + 2, "-Xbatch", who);
    }

    private void run(String benchmarks, int warmups, String option, String... who) throws RunnerException {
        List<String> jvm = new ArrayList<>(List.of(
                "-Xmx512m",
                // For all alike: what runs often is known to run often ten times sooner.
                "-XX:CompileThresholdScaling=0.1",
                "-D" + PeerState.PORT + "=" + port,
                "-Dwedata.sdk=" + System.getProperty("wedata.sdk")));
        if (!option.isEmpty()) {
            jvm.add(option);
        }
        ChainedOptionsBuilder options = new OptionsBuilder()
                .include(Jmh.class.getPackageName() + "\\.(" + benchmarks + ")")
                .param("who", who)
                .addProfiler(GCProfiler.class)
                .addProfiler(CpuProfiler.class)
                .forks(1)
                .warmupIterations(warmups)
                .warmupTime(TimeValue.milliseconds(effort.iteration().toMillis()))
                .measurementIterations(effort.iterations())
                .measurementTime(TimeValue.milliseconds(effort.iteration().toMillis()))
                .timeout(TimeValue.seconds(TimeUnit.MINUTES.toSeconds(1)))
                .jvmArgs(jvm.toArray(String[]::new))
                .shouldFailOnError(true)
                .verbosity(VerboseMode.SILENT);
        new Runner(options.build()).run().forEach(this::keep);
    }

    private void keep(RunResult run) {
        String label = run.getPrimaryResult().getLabel();
        String who = run.getParams().getParamsKeys().contains("who")
                ? run.getParams().getParam("who")
                : Peers.FLOOR;
        for (BenchmarkResult fork : run.getBenchmarkResults()) {
            fork.getIterationResults().forEach(iteration -> keep(label, who, iteration));
        }
    }

    private void keep(String label, String who, IterationResult iteration) {
        Result<?> time = iteration.getPrimaryResult();
        measured.add(name(label, who, TIME), time.getScore());
        measured.add(name(label, who, P50), time.getStatistics().getPercentile(MEDIAN));
        for (Result<?> result : iteration.getSecondaryResults().values()) {
            if (result.getLabel().equals(CpuProfiler.MICROS)) {
                measured.add(name(label, who, CPU), result.getScore());
            } else if (result.getLabel().endsWith("gc.alloc.rate.norm")) {
                measured.add(name(label, who, BYTES), result.getScore());
            }
        }
    }
}
