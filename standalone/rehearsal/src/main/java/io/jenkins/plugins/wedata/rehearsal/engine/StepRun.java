package io.jenkins.plugins.wedata.rehearsal.engine;

import com.cloudbees.groovy.cps.Outcome;
import edu.umd.cs.findbugs.annotations.CheckForNull;
import groovy.lang.Closure;
import io.jenkins.plugins.wedata.client.TimeSource;
import io.jenkins.plugins.wedata.environment.WorkspaceFileException;
import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/** One call of a step, from its start to its one and only end. */
public final class StepRun {

    private final Program program;
    private final ProgramThread thread;
    private final int id;
    private final String functionName;
    private final Activity activity;
    private final boolean block;

    @CheckForNull
    private final Closure<?> body;

    private boolean starting;

    private final AtomicBoolean ended = new AtomicBoolean();

    StepRun(ProgramThread thread, StepDefinition definition, Arguments arguments, Activity activity) {
        this.program = thread.program();
        this.thread = thread;
        this.id = program.nextId();
        this.functionName = definition.functionName();
        this.block = definition.isBlock();
        this.activity = activity;
        this.body = arguments.body();
    }

    void start() {
        starting = true;
        try {
            activity.start(this);
        } catch (Exception | LinkageError | AssertionError e) {
            fail(e);
        } finally {
            starting = false;
        }
    }

    void stop(Throwable cause) {
        try {
            activity.stop(this, cause);
        } catch (Exception e) {
            cause.addSuppressed(e);
            fail(cause);
        }
    }

    /**
     * Ends the step. Any thread may call; after the first end nothing happens.
     *
     * @param result what the call gives to the Jenkinsfile
     */
    void succeed(@CheckForNull Object result) {
        end(new Outcome(result, null));
    }

    /**
     * Ends the step as a failure. Any thread may call; after the first end nothing happens.
     *
     * @param failure what the call throws in the Jenkinsfile
     */
    void fail(Throwable failure) {
        end(new Outcome(null, scope().hidden(failure)));
    }

    private void end(Outcome outcome) {
        if (ended.compareAndSet(false, true)) {
            if (program.isOnThread() && starting) {
                over(outcome);
                thread.proceedAfter(this, outcome);
            } else {
                program.later(() -> {
                    over(outcome);
                    thread.resumeAfter(this, outcome);
                });
            }
        }
    }

    private void over(Outcome outcome) {
        if (block) {
            program.log().pipeline("// " + functionName);
        }
        if (outcome.isFailure()) {
            program.failedAt(outcome.getAbnormal(), thread.line());
        }
    }

    boolean isEnded() {
        return ended.get();
    }

    /** Runs the step's block once more; it sees this step's scope. */
    Body runBody(BodyCallback callback) {
        return runBody(scope(), callback);
    }

    Body runBody(Scope scope, BodyCallback callback) {
        return runBody("", scope, callback);
    }

    Body runBody(String label, Scope scope, BodyCallback callback) {
        return runBody(Objects.requireNonNull(body), label, scope, callback);
    }

    Body runBody(Closure<?> closure, String label, Scope scope, BodyCallback callback) {
        Body run = new Body(thread, callback);
        run.launch(closure, label, scope);
        return run;
    }

    Scope scope() {
        return thread.scope();
    }

    /**
     * The directory that the step's paths begin at.
     *
     * @return empty outside of a node
     */
    public Optional<Workspace> workspace() {
        return scope().workspace();
    }

    /** The directory that the step's paths begin at, which the step can't do without. */
    Workspace requiredWorkspace() throws MissingNodeException {
        return workspace().orElseThrow(MissingNodeException::new);
    }

    /** Goes to a directory, with a message that names it. */
    Workspace directory(String path) throws MissingNodeException, IOException {
        try {
            return requiredWorkspace().child(path);
        } catch (WorkspaceFileException e) {
            throw new IOException(path + " " + e.getMessage(), e);
        }
    }

    /**
     * Writes to the log. Any thread may call.
     *
     * @param text one line or several
     */
    public void log(String text) {
        log(scope().branch(), text);
    }

    /** Writes to the log of a branch of this step's. */
    void log(@CheckForNull String branch, String text) {
        program.log().line(branch, scope().told(text, program.time().now()));
    }

    /** The workspace that a node gives. */
    Workspace agentWorkspace() {
        return program.agentWorkspace();
    }

    /**
     * Tells this call of a step from all others of the build.
     *
     * @return counts from 1
     */
    public int id() {
        return id;
    }

    /**
     * The build.
     *
     * @return the one that this step is of
     */
    public BuildState build() {
        return program.build();
    }

    /** Runs something on the program's thread later. */
    TimeSource.Alarm after(Duration delay, Runnable task) {
        return program.time().after(delay, () -> program.onThread(task));
    }
}
