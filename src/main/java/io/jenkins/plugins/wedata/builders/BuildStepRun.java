package io.jenkins.plugins.wedata.builders;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.wedata.client.TimeSource;
import io.jenkins.plugins.wedata.environment.BackgroundWork;
import io.jenkins.plugins.wedata.environment.BuildEnvironment;
import io.jenkins.plugins.wedata.operation.GivingBack;
import io.jenkins.plugins.wedata.operation.OperationResult;
import io.jenkins.plugins.wedata.operation.Progress;
import io.jenkins.plugins.wedata.operation.Session;
import io.jenkins.plugins.wedata.steps.BatchVersionStep;
import io.jenkins.plugins.wedata.steps.JobWaitStep;
import io.jenkins.plugins.wedata.steps.PreparedStep;
import io.jenkins.plugins.wedata.steps.StepFailure;
import io.jenkins.plugins.wedata.steps.WeDataStep;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * One run of a build step. The build's thread waits, as is freestyle's way, and does nothing else: whatever may block - an
 * agent, a store of credentials, the network - does so on another thread, so that an abort ends the build at once.
 */
final class BuildStepRun {

    /** How long an aborted build stays for what is to be given back; it is given back all the same. */
    private static final Duration LONGEST_FAREWELL = Duration.ofSeconds(3);

    private static final Logger LOGGER = Logger.getLogger(BuildStepRun.class.getName());

    private final WeDataStep step;
    private final String resultPrefix;
    private final BuildEnvironment environment;
    private final CompletableFuture<OperationResult> end = new CompletableFuture<>();

    @CheckForNull
    private PreparedStep prepared;

    @CheckForNull
    private Session session;

    @CheckForNull
    private Session spare;

    @CheckForNull
    private Progress reached;

    private boolean givenUp;

    BuildStepRun(WeDataStep step, String resultPrefix, BuildEnvironment environment) {
        this.step = step;
        this.resultPrefix = resultPrefix;
        this.environment = environment;
    }

    /**
     * Does what the step is to do, and waits for its end.
     *
     * @return what it came to; the build is marked already
     * @throws InterruptedException when the build was aborted, or Jenkins is ending; what goes on in WeData was told
     * @throws IOException with the words of the Pipeline's step when it failed
     */
    OperationResult complete() throws InterruptedException, IOException {
        FutureTask<Void> beginning = new FutureTask<>(this::begin, null);
        BackgroundWork.BEGIN.execute(beginning);
        try {
            OperationResult result = end.get();
            if (result.unstable().isPresent()) {
                prepared().orElseThrow().build().markUnstable(result.unstable().get());
            }
            return result;
        } catch (InterruptedException e) {
            beginning.cancel(true);
            giveUp();
            throw e;
        } catch (CancellationException e) {
            giveUp();
            throw new InterruptedException(Messages.BuildStepRun_Ending());
        } catch (ExecutionException e) {
            throw failure(e.getCause());
        }
    }

    private void begin() {
        try {
            PreparedStep read = PreparedStep.of(step, environment, null, false);
            ResultPrefix.check(resultPrefix, read.problems());
            read.check();
            Session line = read.open();
            synchronized (this) {
                if (givenUp) {
                    return;
                }
                prepared = read;
                session = line;
                spare = read.open();
            }
            read.start(line, Optional.empty(), this::keep).whenComplete((result, failure) -> {
                if (failure == null) {
                    end.complete(result);
                } else {
                    end.completeExceptionally(unwrap(failure));
                }
            });
        } catch (Throwable e) {
            // An Error too: the build's thread waits for this.
            end.completeExceptionally(e);
        }
    }

    /** Nothing of a freestyle build outlives the controller, so what is to be known afterwards is told before the wait. */
    private CompletableFuture<Void> keep(Progress progress) {
        synchronized (this) {
            if (givenUp) {
                return CompletableFuture.failedFuture(new CancellationException());
            }
            reached = progress;
        }
        if (waitsForJob() && progress.stage() == Progress.Stage.WRITTEN) {
            leftBehind().ifPresent(text -> tell(Messages.BuildStepRun_BeforeTheJob(text)));
        }
        return CompletableFuture.completedFuture(null);
    }

    private boolean waitsForJob() {
        return step instanceof JobWaitStep && !(step instanceof BatchVersionStep batch && !batch.isWait());
    }

    private void giveUp() throws InterruptedException {
        Session line;
        Session farewell;
        Progress last;
        synchronized (this) {
            givenUp = true;
            line = session;
            farewell = spare;
            last = reached;
        }
        if (line != null) {
            prepared().ifPresent(read -> read.givenUp(leftBehind().orElse(null)));
            line.cancel();
        }
        if (farewell == null || last == null) {
            return;
        }
        leftBehind().ifPresent(text -> tell(Messages.BuildStepRun_GivenUp(text)));
        try {
            giveBack(prepared().orElseThrow(), last, farewell);
        } catch (CancellationException | RejectedExecutionException e) {
            LOGGER.log(Level.FINE, "Jenkins is ending: nothing is given back any more", e);
        }
    }

    private static void giveBack(PreparedStep read, Progress last, Session farewell) throws InterruptedException {
        CompletableFuture<Void> givenBack = CompletableFuture.supplyAsync(
                        () -> GivingBack.start(read.operation(), last, farewell), BackgroundWork.PROMPT)
                .thenCompose(given -> given);
        awaitShortly(givenBack, read.build().client().timeSource());
    }

    private static void awaitShortly(CompletableFuture<Void> awaited, TimeSource time) throws InterruptedException {
        CompletableFuture<Void> limit = new CompletableFuture<>();
        TimeSource.Alarm alarm = time.after(LONGEST_FAREWELL, () -> limit.complete(null));
        try {
            CompletableFuture.anyOf(awaited, limit).get();
        } catch (ExecutionException e) {
            // What could not be given back was told already.
            return;
        } finally {
            alarm.cancel();
        }
    }

    private void tell(String milestone) {
        prepared().ifPresent(read -> read.build().log().milestone(milestone));
    }

    private synchronized Optional<PreparedStep> prepared() {
        return Optional.ofNullable(prepared);
    }

    private synchronized Optional<String> leftBehind() {
        if (prepared == null || reached == null) {
            return Optional.empty();
        }
        boolean hasJob =
                step instanceof JobWaitStep && reached.stage() == Progress.Stage.WRITTEN && reached.id() != null;
        return prepared.operation()
                .leftBehind(reached)
                .map(text -> hasJob
                        ? Messages.BuildStepRun_AsBuildStep(text, Messages.AwaitJobBuilder_DisplayName())
                        : text);
    }

    private IOException failure(Throwable failure) {
        Throwable forPeople = StepFailure.forPeople(failure, leftBehind());
        if (forPeople instanceof RuntimeException unexpected) {
            throw unexpected;
        }
        if (forPeople instanceof Error error) {
            throw error;
        }
        return forPeople instanceof IOException known ? known : new IOException(forPeople);
    }

    private static Throwable unwrap(Throwable failure) {
        return failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
    }
}
