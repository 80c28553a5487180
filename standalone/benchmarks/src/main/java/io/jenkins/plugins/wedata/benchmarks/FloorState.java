package io.jenkins.plugins.wedata.benchmarks;

import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.infra.IterationParams;

/** Bare OkHttp alone. */
@State(Scope.Benchmark)
public class FloorState {

    FloorPeer peer;

    /** Makes the client. */
    @Setup
    public void open() {
        peer = new FloorPeer(Integer.getInteger(PeerState.PORT, 0));
    }

    /** Lets the compilers finish. */
    @TearDown(Level.Iteration)
    public void settle(IterationParams iteration) throws InterruptedException {
        Compilers.settle(iteration);
    }

    /** Lets go of it. */
    @TearDown
    public void close() {
        peer.close();
    }
}
