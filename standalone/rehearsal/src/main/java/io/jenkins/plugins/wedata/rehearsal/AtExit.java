package io.jenkins.plugins.wedata.rehearsal;

import java.io.Closeable;
import java.io.IOException;

/** Closes something also when the user ends the rehearsal from outside, as with Ctrl-C. */
final class AtExit implements AutoCloseable {

    private final Thread hook;

    private AtExit(Thread hook) {
        this.hook = hook;
    }

    /**
     * Sees to it until this is closed.
     *
     * @param what may be closed more than once
     */
    static AtExit close(Closeable what) {
        Thread hook = new Thread(() -> closeQuietly(what), "Closes what a rehearsal leaves");
        Runtime.getRuntime().addShutdownHook(hook);
        return new AtExit(hook);
    }

    private static void closeQuietly(Closeable what) {
        try {
            what.close();
        } catch (IOException e) {
            System.getLogger(AtExit.class.getName()).log(System.Logger.Level.WARNING, "Something is left", e);
        }
    }

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The virtual machine ends already, and the hook runs.
            return;
        }
    }
}
