package io.jenkins.plugins.wedata.rehearsal.engine;

import com.cloudbees.groovy.cps.Continuable;
import com.cloudbees.groovy.cps.Outcome;
import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A cooperative thread of the Jenkinsfile: the rest of a computation, and what it goes on with. It is either runnable, or
 * parked in a step.
 */
final class ProgramThread {

    private final Program program;

    @CheckForNull
    private final ProgramThread parent;

    private final Continuable rest;
    private final Scope scope;

    @CheckForNull
    private Outcome next = new Outcome(null, null);

    @CheckForNull
    private StepRun step;

    ProgramThread(Program program, @CheckForNull ProgramThread parent, Continuable rest, Scope scope) {
        this.program = program;
        this.parent = parent;
        this.rest = rest;
        this.scope = scope;
    }

    Program program() {
        return program;
    }

    Scope scope() {
        return scope;
    }

    boolean isRunnable() {
        return next != null;
    }

    boolean isAlive() {
        return rest.isResumable();
    }

    /**
     * Goes on until a step parks the thread or the thread ends.
     *
     * @return how it ended, when it did
     */
    Outcome runOn() {
        Outcome outcome = new Outcome(null, null);
        while (next != null && rest.isResumable()) {
            Outcome value = next;
            next = null;
            outcome = rest.run0(value, Continuable.categories);
            if (outcome.getNormal() == Safepoint.PASSED && rest.isResumable()) {
                next = new Outcome(null, null);
                break;
            }
            if (outcome.getNormal() instanceof StepCall call && rest.isResumable()) {
                program.call(this, call);
            }
        }
        return outcome;
    }

    /** Parks the thread in a step. */
    void begin(StepRun run) {
        step = run;
        run.start();
    }

    /** Goes on with what the step gave, unless the thread was taken out of that step. */
    void resumeAfter(StepRun run, Outcome outcome) {
        if (step == run) {
            resume(outcome);
        }
    }

    /** Goes on at once with what the step gave before its start was over. */
    void proceedAfter(StepRun run, Outcome outcome) {
        if (step == run) {
            proceed(outcome);
        }
    }

    /** Goes on in the same turn. */
    void proceed(Outcome outcome) {
        step = null;
        next = outcome;
    }

    void resume(Outcome outcome) {
        proceed(outcome);
        program.wake();
    }

    /** Asks the step to end; between steps, the thread goes on with the failure. */
    void stop(Throwable cause) {
        if (step != null) {
            step.stop(cause);
        } else {
            resume(new Outcome(null, cause));
        }
    }

    void kill(Throwable cause) {
        if (step != null) {
            step.fail(cause);
        } else {
            resume(new Outcome(null, cause));
        }
    }

    /** The threads below this one, or this one, that have none below; the latest first. */
    List<ProgramThread> innermost() {
        List<ProgramThread> found = new ArrayList<>();
        for (ProgramThread candidate : program.threads()) {
            if (candidate.isBelow(this) && program.threads().stream().noneMatch(t -> t.parent == candidate)) {
                found.add(candidate);
            }
        }
        Collections.reverse(found);
        return found;
    }

    private boolean isBelow(ProgramThread other) {
        for (ProgramThread t = this; t != null; t = t.parent) {
            if (t == other) {
                return true;
            }
        }
        return false;
    }

    /** The line of the Jenkinsfile that the thread is parked at, or 0 when there is none. */
    int line() {
        return rest.getStackTrace().stream()
                .filter(JenkinsfileCompiler::isOfScript)
                .mapToInt(StackTraceElement::getLineNumber)
                .findFirst()
                .orElse(0);
    }
}
