package io.jenkins.plugins.wedata.benchmarks;

import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.infra.IterationParams;

/** One of those who are compared, in a virtual machine of its own; the responder is in another. */
@State(Scope.Benchmark)
public class PeerState {

    /** Where a measured virtual machine finds the responder. */
    static final String PORT = "wedata.port";

    /** Who. */
    @Param({Peers.OURS, Peers.SDK, Peers.FLOOR})
    public String who;

    Peer peer;

    /** Makes the client. */
    @Setup
    public void open() {
        peer = Peers.of(who, Integer.getInteger(PORT, 0));
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
