package io.jenkins.plugins.wedata.client;

/** One exchange as its lane sees it: when it started, and when it came back. Guarded by its lane. */
final class Trip {

    /** The lane that it counts in. */
    final PacerLane lane;

    /** When it started, by the clock that only goes forward. */
    final long start;

    private boolean open = true;
    private long end;

    Trip(PacerLane lane, long start) {
        this.lane = lane;
        this.start = start;
    }

    boolean isOpen() {
        return open;
    }

    void end(long now) {
        open = false;
        end = now;
    }

    /** How long it took. */
    long length() {
        return end - start;
    }
}
