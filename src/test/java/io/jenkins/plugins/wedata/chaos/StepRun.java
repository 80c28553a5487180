package io.jenkins.plugins.wedata.chaos;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.wedata.operation.GivingBack;
import io.jenkins.plugins.wedata.operation.Operation;
import io.jenkins.plugins.wedata.operation.OperationResult;
import io.jenkins.plugins.wedata.operation.Progress;
import io.jenkins.plugins.wedata.operation.Session;
import java.io.IOException;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** A step under way, over as many lives of the controller as it takes: as the steps' own execution runs an operation. */
final class StepRun {

    /** One save of so many finds the disk full. */
    private static final int FULL_DISK = 400;

    private final Work work;
    private final Output output;
    private final Random random;

    @CheckForNull
    private Progress kept;

    /** The last that was noted, on the disk or not. */
    @CheckForNull
    private Progress noted;

    @CheckForNull
    private Report report;

    private Life life;
    private Operation operation;
    private Session session;
    private Session spare;
    private CompletableFuture<OperationResult> running;

    StepRun(Work work, Output output, Random random) {
        this.work = work;
        this.output = output;
        this.random = random;
    }

    Work work() {
        return work;
    }

    Optional<Report> report() {
        return Optional.ofNullable(report);
    }

    /** Whether it has begun, or gone on, in this life. */
    boolean isUnderWay(Life now) {
        return life == now && report == null;
    }

    /** Begins, or goes on in another life from what was kept. */
    void live(Life newLife) {
        life = newLife;
        operation = work.operation(kept != null);
        session = session(newLife);
        spare = session(newLife);
        running = kept == null
                ? operation.run(session, progress -> keep(newLife, progress))
                : operation.resume(session, kept, progress -> keep(newLife, progress));
    }

    private Session session(Life of) {
        return new Session(of.client(), Place.account(), line -> {
            if (!of.isDead()) {
                output.log(line);
            }
        });
    }

    /** The disk: a process may be killed before it has written, and after; and it may be full. */
    private CompletableFuture<Void> keep(Life of, Progress progress) {
        if (of.diesHere()) {
            return Life.never();
        }
        if (report != null) {
            return CompletableFuture.failedFuture(new CancellationException());
        }
        noted = progress;
        if (random.nextInt(FULL_DISK) == 0) {
            // What is written is not given up because it can't be noted.
            return progress.stage() == Progress.Stage.WRITTEN
                    ? CompletableFuture.completedFuture(null)
                    : CompletableFuture.failedFuture(new IOException("the disk is full; nothing was sent"));
        }
        kept = progress;
        output.kept(progress);
        return of.diesHere() ? Life.never() : CompletableFuture.completedFuture(null);
    }

    /** Takes the result, if there is one. */
    void settle() {
        if (report == null && running.isDone()) {
            report = running.handle(this::reported).join();
            output.reported(work, report);
        }
    }

    private Report reported(@CheckForNull OperationResult result, @CheckForNull Throwable failure) {
        if (failure == null) {
            return new Report(result.values(), null, noted);
        }
        return new Report(
                null,
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure,
                noted);
    }

    /** As the stop button and the step timeout do it. */
    void giveUp() {
        if (report != null) {
            return;
        }
        report = new Report(null, null, noted);
        session.cancel();
        if (kept != null) {
            operation.leftBehind(kept).ifPresent(output::log);
            GivingBack.start(operation, kept, spare);
        }
        output.reported(work, report);
    }

    /** The same of a step that was given up before it could go on after a restart. */
    void giveUpAfterRestart(Life newLife) {
        life = newLife;
        operation = work.operation(kept != null);
        session = session(newLife);
        spare = session(newLife);
        giveUp();
    }
}
