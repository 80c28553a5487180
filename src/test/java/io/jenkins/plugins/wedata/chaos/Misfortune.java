package io.jenkins.plugins.wedata.chaos;

import java.util.Random;

/** Decides at each event - a call that leaves or arrives, a progress that is kept - what befalls the pipeline there. */
final class Misfortune {

    /** What may befall it. */
    enum Blow {
        NONE,
        /** The process ends without a word. */
        KILL,
        /** Somebody gives a step up. */
        ABORT
    }

    private final Random random;
    private final int killEvery;
    private final int abortEvery;
    private final Runnable abort;
    private int kills;
    private int aborts;
    private long events;

    /**
     * Decides by chance.
     *
     * @param killEvery after how many events a kill comes on average; 0 for no kill
     * @param abortEvery after how many events an abort comes on average; 0 for no abort
     */
    Misfortune(Random random, int killEvery, int abortEvery, Runnable abort) {
        this.random = random;
        this.killEvery = killEvery;
        this.abortEvery = abortEvery;
        this.abort = abort;
    }

    Blow strikes() {
        events++;
        if (comes(killEvery)) {
            kills++;
            return Blow.KILL;
        }
        if (comes(abortEvery)) {
            aborts++;
            abort.run();
            return Blow.ABORT;
        }
        return Blow.NONE;
    }

    private boolean comes(int every) {
        return every > 0 && random.nextInt(every) == 0;
    }

    int kills() {
        return kills;
    }

    int aborts() {
        return aborts;
    }

    long events() {
        return events;
    }
}
