package io.jenkins.plugins.wedata.steps;

import com.google.common.util.concurrent.ListenableFuture;
import com.google.common.util.concurrent.MoreExecutors;
import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.AbortException;
import io.jenkins.plugins.wedata.client.Account;
import io.jenkins.plugins.wedata.client.InvalidInputException;
import io.jenkins.plugins.wedata.client.WeDataException;
import io.jenkins.plugins.wedata.environment.BackgroundWork;
import io.jenkins.plugins.wedata.environment.BuildEnvironment;
import io.jenkins.plugins.wedata.environment.JenkinsBuildEnvironment;
import io.jenkins.plugins.wedata.operation.Operation;
import io.jenkins.plugins.wedata.operation.OperationResult;
import io.jenkins.plugins.wedata.operation.Progress;
import io.jenkins.plugins.wedata.operation.ProgressLog;
import io.jenkins.plugins.wedata.operation.Session;
import java.io.IOException;
import java.time.Instant;
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
 * the plugin, and what it has reached is kept with the build, so that it goes on after a restart and never writes twice.
 */
final class WeDataStepExecution extends StepExecution {

    private static final long serialVersionUID = 1L;
    private static final Logger LOGGER = Logger.getLogger(WeDataStepExecution.class.getName());

    private final WeDataStep step;

    // What the operation has reached, as plain values: a record would not survive in a build's program.
    private String stage;
    private String id;
    private String requestId;
    private String ticket;
    private long since;

    private transient Session session;
    private transient Operation operation;
    private transient ProgressLog log;
    private transient boolean ended;

    WeDataStepExecution(WeDataStep step, StepContext context) {
        super(context);
        this.step = step;
    }

    @Override
    public boolean start() {
        BackgroundWork.run(this::begin);
        return false;
    }

    @Override
    public void onResume() {
        BackgroundWork.run(this::begin);
    }

    private void begin() {
        try {
            BuildEnvironment build = JenkinsBuildEnvironment.of(getContext());
            StepInput input = new StepInput(build);
            Optional<Account> account = input.account(step);
            Operation planned = step.operation(input);
            planned.check(input.problems());
            if (account.isEmpty() || !input.problems().isEmpty()) {
                throw new InvalidInputException(
                        step.functionName(), input.problems().all());
            }
            run(planned, new Session(build.client(), account.get(), build.log()), build);
        } catch (IOException | InterruptedException | RuntimeException e) {
            fail(e);
        }
    }

    private void run(Operation planned, Session line, BuildEnvironment build) {
        Optional<Progress> reached;
        synchronized (this) {
            if (ended) {
                return;
            }
            operation = planned;
            session = line;
            log = build.log();
            reached = reached();
        }
        CompletableFuture<OperationResult> outcome =
                reached.isPresent() ? planned.resume(line, reached.get()) : planned.run(line, this::keep);
        outcome.whenComplete((result, failure) -> BackgroundWork.run(() -> {
            if (failure == null) {
                succeed(build, result);
            } else {
                fail(
                        failure instanceof CompletionException && failure.getCause() != null
                                ? failure.getCause()
                                : failure);
            }
        }));
    }

    private synchronized Optional<Progress> reached() {
        return stage == null
                ? Optional.empty()
                : Optional.of(new Progress(
                        Progress.Stage.valueOf(stage), id, requestId, ticket, Instant.ofEpochMilli(since)));
    }

    private CompletableFuture<Void> keep(Progress progress) {
        synchronized (this) {
            if (ended) {
                return CompletableFuture.failedFuture(new CancellationException());
            }
            stage = progress.stage().name();
            id = progress.id();
            requestId = progress.requestId();
            ticket = progress.ticket();
            since = progress.since().toEpochMilli();
        }
        CompletableFuture<Void> kept = new CompletableFuture<>();
        ListenableFuture<Void> saved = getContext().saveState();
        saved.addListener(
                () -> {
                    try {
                        saved.get();
                        kept.complete(null);
                    } catch (Exception e) {
                        notKept(progress, e, kept);
                    }
                },
                MoreExecutors.directExecutor());
        return kept;
    }

    /** Nothing is written that was not announced; but what is written is not given up because it can't be noted. */
    private static void notKept(Progress progress, Exception failure, CompletableFuture<Void> kept) {
        if (progress.stage() == Progress.Stage.INTENT) {
            kept.completeExceptionally(
                    new IOException("The build's state can't be saved; nothing was sent to WeData", failure));
        } else {
            LOGGER.log(Level.WARNING, "A build's state can't be saved", failure);
            kept.complete(null);
        }
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
        } catch (IOException | InterruptedException | RuntimeException e) {
            getContext().onFailure(e);
        }
    }

    private void fail(Throwable failure) {
        if (failure instanceof CancellationException) {
            // The controller is stopping: the step goes on after the restart.
            LOGGER.log(Level.FINE, "{0} is interrupted", step.functionName());
            return;
        }
        if (!endNow()) {
            return;
        }
        if (failure instanceof WeDataException) {
            LOGGER.log(Level.FINE, step.functionName(), failure);
            getContext().onFailure(new AbortException(failure.getMessage()));
        } else {
            getContext().onFailure(failure);
        }
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
        Session line;
        ProgressLog tell;
        Optional<String> leftBehind;
        synchronized (this) {
            line = session;
            tell = log;
            leftBehind = operation == null ? Optional.empty() : reached().flatMap(operation::leftBehind);
        }
        if (line != null) {
            line.cancel();
        }
        if (tell != null) {
            leftBehind.ifPresent(text -> tell.milestone("Given up. " + text));
        }
        getContext().onFailure(cause);
    }

    @Override
    @CheckForNull
    public synchronized String getStatus() {
        if (stage == null) {
            return "preparing";
        }
        return Progress.Stage.valueOf(stage) == Progress.Stage.INTENT ? "calling WeData" : "waiting for " + id;
    }
}
