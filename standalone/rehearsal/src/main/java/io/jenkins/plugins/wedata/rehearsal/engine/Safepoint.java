package io.jenkins.plugins.wedata.rehearsal.engine;

import com.cloudbees.groovy.cps.Continuable;

/** Where a thread of the program lets the others have their turn: at the beginning of each method, block and loop. */
public final class Safepoint {

    static final Object PASSED = new Safepoint();

    private Safepoint() {}

    /** Called by compiled code. */
    public static void safepoint() {
        Continuable.suspend("safepoint", PASSED);
    }
}
