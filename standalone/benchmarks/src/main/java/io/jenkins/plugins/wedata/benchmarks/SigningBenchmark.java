package io.jenkins.plugins.wedata.benchmarks;

import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Signing alone; the floor is SHA-256 alone. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@State(Scope.Benchmark)
public class SigningBenchmark {

    private static final int SMALL = 165;
    private static final int LARGE = 1 << 20;

    private final byte[] small = body(SMALL);
    private final byte[] large = body(LARGE);

    private static byte[] body(int length) {
        byte[] body = new byte[length];
        Arrays.fill(body, (byte) 'x');
        return body;
    }

    /** 165 bytes. */
    @Benchmark
    public Object small(PeerState state) throws Exception {
        return state.peer.sign(small);
    }

    /** 1 MiB. */
    @Benchmark
    public Object large(PeerState state) throws Exception {
        return state.peer.sign(large);
    }
}
