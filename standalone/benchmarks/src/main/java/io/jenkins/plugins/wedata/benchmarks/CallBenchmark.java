package io.jenkins.plugins.wedata.benchmarks;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Threads;

/** Calls over loopback HTTP, eight at a time. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Threads(8)
public class CallBenchmark {

    /** A request of 165 bytes. */
    @Benchmark
    public Object createTask(PeerState state) throws Exception {
        return state.peer.createTask();
    }

    /** The same by bare OkHttp on its own threads: what handing a call over costs. */
    @Benchmark
    public Object enqueued(FloorState state) {
        return state.peer.createTaskInTheBackground();
    }

    /** A request of 4.9 KB. */
    @Benchmark
    public Object createIntegrationTask(PeerState state) throws Exception {
        return state.peer.createIntegrationTask();
    }

    /** A reply of 15 KB. */
    @Benchmark
    public Object listBatchDetail(PeerState state) throws Exception {
        return state.peer.listBatchDetail();
    }
}
