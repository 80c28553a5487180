package io.jenkins.plugins.wedata.client;

/** One exchange as its lane sees it: when it was handed over to be sent, and when it came back. Guarded by its lane. */
final class Trip {

    /** The lane that it counts in. */
    final PacerLane lane;

    private boolean sent;
    private boolean open = true;
    private long start;
    private long end;

    Trip(PacerLane lane, long turn) {
        this.lane = lane;
        this.start = turn;
    }

    /** When it started, by the clock that only goes forward; not before this moment while it has not been sent. */
    long start(long now) {
        return open && !sent ? now : start;
    }

    void sent(long now) {
        if (open && !sent) {
            sent = true;
            start = now;
        }
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
