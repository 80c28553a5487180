package io.jenkins.plugins.wedata.benchmarks;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;

/** One call after the other on a connection that is kept alive. */
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class SequentialBenchmark {

    /** A request of 165 bytes. */
    @Benchmark
    public Object post(PeerState state) throws Exception {
        return state.peer.createTask();
    }

    /** The same by bare OkHttp on its own threads: what handing a call over costs. */
    @Benchmark
    public Object postEnqueued(FloorState state) {
        return state.peer.createTaskInTheBackground();
    }
}
