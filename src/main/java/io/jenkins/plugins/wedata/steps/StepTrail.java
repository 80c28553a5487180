package io.jenkins.plugins.wedata.steps;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.wedata.client.Account;
import io.jenkins.plugins.wedata.client.Site;
import io.jenkins.plugins.wedata.environment.BackgroundWork;
import io.jenkins.plugins.wedata.environment.BuildEnvironment;
import io.jenkins.plugins.wedata.environment.RehearsedBuild;
import io.jenkins.plugins.wedata.journal.CallSite;
import io.jenkins.plugins.wedata.journal.OperationOutcome;
import io.jenkins.plugins.wedata.journal.OperationTrail;
import io.jenkins.plugins.wedata.operation.Caller;
import io.jenkins.plugins.wedata.operation.Checkpoint;
import io.jenkins.plugins.wedata.operation.OperationDescription;
import io.jenkins.plugins.wedata.operation.OperationResult;
import io.jenkins.plugins.wedata.operation.OutcomeUnknownException;
import io.jenkins.plugins.wedata.operation.Progress;
import io.jenkins.plugins.wedata.operation.ProgressLog;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import java.util.function.Supplier;

/** What a step leaves in its build's journal; nothing where the build keeps none. */
final class StepTrail {

    @CheckForNull
    private final OperationTrail trail;

    private final WriteCertainty write = new WriteCertainty();

    private StepTrail(@CheckForNull OperationTrail trail) {
        this.trail = trail;
    }

    /** The trail of a step, from where its memory ends. */
    static StepTrail of(StepMemory memory, Supplier<Instant> clock) {
        return new StepTrail(
                memory.journal() == null
                        ? null
                        : new OperationTrail(
                                memory.journal(), memory.tag(), memory.fingerprint(), clock, BackgroundWork.JOURNAL));
    }

    /** Where the calls go. */
    static CallSite site(BuildEnvironment build, Optional<Account> account) {
        if (build instanceof RehearsedBuild) {
            return CallSite.REHEARSAL;
        }
        return account.map(StepTrail::site).orElse(CallSite.OTHER);
    }

    private static CallSite site(Account account) {
        if (account.endpoint().equals(Site.MAINLAND.endpoint(account.region()))) {
            return CallSite.MAINLAND;
        }
        return account.endpoint().equals(Site.INTERNATIONAL.endpoint(account.region()))
                ? CallSite.INTERNATIONAL
                : CallSite.OTHER;
    }

    CompletableFuture<Void> begin(
            String functionName,
            OperationDescription what,
            String connectionId,
            CallSite site,
            Caller caller,
            Optional<Progress> reached) {
        write.begins(reached);
        return trail == null
                ? CompletableFuture.completedFuture(null)
                : afterDisk(trail.begin(functionName, what, connectionId, site, caller, reached));
    }

    /** A log that tells the journal too. */
    ProgressLog log(ProgressLog log) {
        return trail == null ? log : new TrailedLog(log, trail);
    }

    /** A checkpoint that tells the journal first. */
    Checkpoint checkpoint(Checkpoint checkpoint) {
        OperationTrail told = trail;
        return told == null
                ? checkpoint
                : progress -> {
                    if (progress.stage() == Progress.Stage.WRITTEN) {
                        write.reached(progress);
                    }
                    return afterDisk(told.reached(progress))
                            .thenCompose(kept -> checkpoint.reached(progress))
                            .thenRun(() -> write.reached(progress));
                };
    }

    /** Not on a thread of the disk's: what comes next signs and sends. */
    private static CompletableFuture<Void> afterDisk(CompletableFuture<Void> written) {
        return written.thenApplyAsync(kept -> kept, BackgroundWork.PROMPT);
    }

    /**
     * Tells how the operation ended, unless it only pauses.
     *
     * @param result what it came to; null when it failed
     * @param failure why it failed; null when it did not
     * @param leftBehind what goes on in WeData, or may, by how far the operation is
     * @return completes when that is told, whether it could be or not
     */
    CompletableFuture<Void> end(
            @CheckForNull OperationResult result,
            @CheckForNull Throwable failure,
            Function<Progress, Optional<String>> leftBehind) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        if (trail == null || cause instanceof CancellationException) {
            return CompletableFuture.completedFuture(null);
        }
        if (result != null && cause == null) {
            return trail.end(
                    result.unstable().isPresent() ? OperationOutcome.UNSTABLE : OperationOutcome.SUCCESS,
                    result.unstable().orElse(null),
                    result.values());
        }
        OperationOutcome outcome = write.outcome(cause);
        return trail.end(
                outcome,
                outcome == OperationOutcome.UNKNOWN ? whatToCheck(cause, leftBehind) : message(cause),
                Map.of());
    }

    /** A failure that knows of no write does not say what to check either. */
    private String whatToCheck(@CheckForNull Throwable failure, Function<Progress, Optional<String>> leftBehind) {
        return failure instanceof OutcomeUnknownException
                ? message(failure)
                : write.reached()
                        .flatMap(leftBehind)
                        .map(text -> Messages.StepFailure_Reached(message(failure), text))
                        .orElseGet(() -> message(failure));
    }

    private static String message(@CheckForNull Throwable failure) {
        if (failure == null) {
            return Messages.StepTrail_NoResult();
        }
        return failure.getMessage() == null ? failure.getClass().getName() : failure.getMessage();
    }

    /** Tells that the operation is given up. Does not block. */
    void givenUp(@CheckForNull String leftBehind) {
        if (trail != null) {
            trail.end(OperationOutcome.ABORTED, leftBehind, Map.of());
        }
    }
}
