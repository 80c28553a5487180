package io.jenkins.plugins.wedata.steps;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.wedata.environment.BackgroundWork;
import io.jenkins.plugins.wedata.environment.BuildEnvironment;
import io.jenkins.plugins.wedata.environment.JenkinsBuildEnvironment;
import io.jenkins.plugins.wedata.operation.GivingBack;
import io.jenkins.plugins.wedata.operation.OperationResult;
import io.jenkins.plugins.wedata.operation.Progress;
import io.jenkins.plugins.wedata.operation.ProgressLog;
import io.jenkins.plugins.wedata.operation.Session;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;

/**
 * The execution that all steps share. The Pipeline's thread only stores what is asked; the operation runs on threads of
 * the plugin, and what it has reached is kept with the build, so that it goes on after a restart without writing again.
 */
final class WeDataStepExecution extends StepExecution {

    private static final long serialVersionUID = 1L;
    private static final Logger LOGGER = Logger.getLogger(WeDataStepExecution.class.getName());

    private final WeDataStep step;

    @CheckForNull
    private volatile KeptProgress kept;

    /** The connection's name, empty when there was none: the step goes on with it, whatever becomes the default meanwhile. */
    @CheckForNull
    private volatile String connectionId;

    /** By which the step's operation is known in the build's journal. */
    @CheckForNull
    private volatile String operationTag;

    private transient boolean begun;
    private transient boolean ended;
    private transient Session session;
    private transient PreparedStep prepared;

    /** Whether there may be something to give back when the step has ended, which is done once. */
    private transient boolean mayGiveBack;

    WeDataStepExecution(WeDataStep step, StepContext context) {
        super(context);
        this.step = step;
    }

    /** As what Jenkins knows it: a step that made one itself would have this class loaded when Jenkins starts. */
    static StepExecution of(WeDataStep step, StepContext context) {
        return new WeDataStepExecution(step, context);
    }

    @Override
    public boolean start() {
        beginOnce(false);
        return false;
    }

    @Override
    public void onResume() {
        beginOnce(true);
    }

    private void beginOnce(boolean revived) {
        synchronized (this) {
            if (begun) {
                return;
            }
            begun = true;
        }
        BackgroundWork.BEGIN.execute(() -> begin(revived));
    }

    private void begin(boolean revived) {
        try {
            BuildEnvironment build = JenkinsBuildEnvironment.of(getContext());
            StepMemory memory = remember(build, revived);
            if (memory.end().isPresent()) {
                handOver(memory.end().get(), build);
                return;
            }
            PreparedStep read = PreparedStep.of(step, build, connectionId, memory);
            connectionId = read.connectionId();
            remember(read);
            read.check();
            synchronized (this) {
                mayGiveBack = true;
            }
            run(read, read.open());
        } catch (Throwable e) {
            // An Error too: nobody else would end the step.
            fail(e);
        }
    }

    private StepMemory remember(BuildEnvironment build, boolean revived) throws IOException, InterruptedException {
        StepMemory memory = StepMemory.of(
                step, build, new StepMemory.Program(operationTag, reached().orElse(null), revived));
        operationTag = memory.tag();
        memory.soFar().ifPresent(progress -> kept = new KeptProgress(progress));
        return memory;
    }

    private synchronized void remember(PreparedStep read) {
        prepared = read;
    }

    private void handOver(KeptEnd end, BuildEnvironment build) {
        if (!endNow()) {
            return;
        }
        try {
            getContext().onSuccess(end.handOver(build));
        } catch (Throwable e) {
            getContext().onFailure(e);
        }
    }

    private void run(PreparedStep read, Session line) {
        boolean tooLate;
        synchronized (this) {
            tooLate = ended;
            session = line;
        }
        if (tooLate) {
            // Stopped before it could go on after a restart: what it held before that is still there.
            giveBack();
            return;
        }
        read.start(line, reached(), this::keep)
                .whenCompleteAsync(
                        (result, failure) -> {
                            if (failure == null) {
                                succeed(read.build(), result);
                            } else {
                                fail(
                                        failure instanceof CompletionException && failure.getCause() != null
                                                ? failure.getCause()
                                                : failure);
                            }
                        },
                        BackgroundWork.PROMPT);
    }

    private Optional<Progress> reached() {
        return Optional.ofNullable(kept).map(KeptProgress::progress);
    }

    private CompletableFuture<Void> keep(Progress progress) {
        synchronized (this) {
            if (ended) {
                return CompletableFuture.failedFuture(new CancellationException());
            }
            kept = new KeptProgress(progress);
        }
        return ProgramSave.of(getContext(), progress);
    }

    private void succeed(BuildEnvironment build, OperationResult result) {
        if (!endNow()) {
            return;
        }
        try {
            if (result.unstable().isPresent()) {
                build.markUnstable(result.unstable().get());
            }
            getContext().onSuccess(result.values());
        } catch (Throwable e) {
            getContext().onFailure(e);
        }
    }

    private void fail(Throwable failure) {
        if (failure instanceof CancellationException) {
            // The controller is stopping, or the step was stopped: either way there is nothing to tell.
            LOGGER.log(Level.FINE, "{0} is interrupted", step.functionName());
            return;
        }
        if (!endNow()) {
            return;
        }
        LOGGER.log(Level.FINE, step.functionName(), failure);
        getContext().onFailure(StepFailure.forPeople(failure, leftBehind()));
    }

    private synchronized boolean endNow() {
        boolean first = !ended;
        ended = true;
        return first;
    }

    @Override
    public void stop(Throwable cause) {
        if (!endNow()) {
            return;
        }
        try {
            Session line;
            PreparedStep planned;
            synchronized (this) {
                line = session;
                planned = prepared;
            }
            if (planned != null) {
                planned.givenUp(leftBehind().orElse(null));
            }
            if (line != null) {
                line.cancel();
            }
            if (planned != null) {
                ProgressLog log = planned.build().log();
                leftBehind().ifPresent(text -> log.milestone(Messages.WeDataStepExecution_GivenUp(text)));
            }
            giveBack();
        } finally {
            getContext().onFailure(cause);
        }
    }

    /** Once, by a line of its own, since the step's has ended with the step, which does not wait for it. */
    private void giveBack() {
        boolean due;
        PreparedStep planned;
        synchronized (this) {
            due = mayGiveBack;
            mayGiveBack = false;
            planned = prepared;
        }
        Optional<Progress> reached = reached();
        if (due && reached.isPresent()) {
            BackgroundWork.PROMPT.execute(() -> GivingBack.start(planned.operation(), reached.get(), planned.open()));
        }
    }

    private synchronized Optional<String> leftBehind() {
        return prepared == null ? Optional.empty() : reached().flatMap(prepared.operation()::leftBehind);
    }

    @Override
    @CheckForNull
    public String getStatus() {
        PreparedStep read;
        synchronized (this) {
            read = prepared;
        }
        return read == null ? WaitStatus.begun(reached()) : read.status().inWords(reached());
    }
}
