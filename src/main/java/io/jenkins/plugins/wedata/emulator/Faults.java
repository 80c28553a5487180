package io.jenkins.plugins.wedata.emulator;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** What is to go wrong. Each call is struck by the first fault that fits it. Safe for many threads. */
public final class Faults {

    /**
     * A fault that struck a call.
     *
     * @param kind how
     * @param action the call's action
     */
    public record Strike(FaultKind kind, String action) {}

    private static final int MOST_STRIKES = 10_000;

    private static final class Armed {
        final Fault fault;
        int toSkip;
        int left;

        Armed(Fault fault) {
            this.fault = fault;
            this.toSkip = fault.skip();
            this.left = fault.count();
        }
    }

    private final List<Armed> armed = new ArrayList<>();
    private final Deque<Strike> strikes = new ArrayDeque<>();
    private final Random random;

    Faults(long seed) {
        random = new Random(seed);
    }

    /**
     * Lets something go wrong from now on.
     *
     * @param fault what
     * @return this
     */
    public synchronized Faults add(Fault fault) {
        armed.add(new Armed(fault));
        return this;
    }

    /** Lets everything go well again. Effects that are on their way still land. */
    public synchronized void clear() {
        armed.clear();
    }

    /**
     * How many faults have calls left to strike.
     *
     * @return from 0
     */
    public synchronized int pending() {
        return armed.size();
    }

    /**
     * The latest calls that were struck, 10,000 at most.
     *
     * @return in the order they arrived
     */
    public synchronized List<Strike> strikes() {
        return List.copyOf(strikes);
    }

    synchronized Optional<Fault> next(Inbound request) {
        for (Armed candidate : armed) {
            Fault fault = candidate.fault;
            String action = fault.action();
            boolean fits = (action == null || action.equals(request.action()))
                    && fault.kind().strikes(request.reused());
            if (fits && candidate.toSkip > 0) {
                candidate.toSkip--;
            } else if (fits && (fault.probability() >= 1 || random.nextDouble() < fault.probability())) {
                if (candidate.left != Fault.ALWAYS) {
                    candidate.left--;
                }
                armed.removeIf(spent -> spent.left == 0);
                note(new Strike(fault.kind(), request.action()));
                return Optional.of(fault);
            }
        }
        return Optional.empty();
    }

    private void note(Strike strike) {
        if (strikes.size() == MOST_STRIKES) {
            strikes.removeFirst();
        }
        strikes.addLast(strike);
    }
}
