package io.jenkins.plugins.wedata.journal;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.wedata.operation.Caller;
import io.jenkins.plugins.wedata.operation.FailedTask;
import io.jenkins.plugins.wedata.operation.JobTally;
import io.jenkins.plugins.wedata.operation.OperationDescription;
import io.jenkins.plugins.wedata.operation.Progress;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/**
 * One operation's way through its build's journal. Nothing here blocks. What a write in WeData depends on fails when it can't
 * be written; what only tells of it is a warning in the system log.
 */
public final class OperationTrail {

    private static final Duration BETWEEN_COUNTS = Duration.ofSeconds(3);
    private static final int FAILURES_A_LINE = 200;

    private final Journal journal;
    private final Supplier<Instant> clock;
    private final JournalQueue queue;
    private final String tag;

    @CheckForNull
    private final String fingerprint;

    private String key;
    private boolean ended;

    /** A write that is done and could not be noted. */
    @CheckForNull
    private Progress unnoted;

    private JobTally counted;
    private JobTally held;
    private Instant countedAt = Instant.MIN;
    private int failed;
    private int named;
    private String awaiting;

    /**
     * The way of an operation.
     *
     * @param journal the build's
     * @param tag names this run of this step within the build, the same after a restart
     * @param clock tells the time
     * @param disk runs what may block on the disk
     */
    public OperationTrail(Journal journal, String tag, Supplier<Instant> clock, Executor disk) {
        this(journal, tag, null, clock, disk);
    }

    /**
     * The way of an operation that is recognised when it is asked for again.
     *
     * @param journal the build's
     * @param tag names this run of this step within the build, the same after a restart
     * @param fingerprint tells what is asked from everything else; null when it is not known
     * @param clock tells the time
     * @param disk runs what may block on the disk
     */
    public OperationTrail(
            Journal journal, String tag, @CheckForNull String fingerprint, Supplier<Instant> clock, Executor disk) {
        this.journal = journal;
        this.fingerprint = fingerprint;
        this.tag = tag;
        this.clock = clock;
        this.queue = new JournalQueue(disk);
    }

    /**
     * The operation begins, or goes on after a restart.
     *
     * @param functionName the step's name
     * @param what what it is
     * @param connection the connection's name; empty when there is none
     * @param site where its calls go
     * @param caller who calls and where, beside the connection
     * @param reached what was reached before a restart; empty to begin
     * @return completes when that is on the disk; with a failure when it can't be and nothing was reached yet
     */
    public synchronized CompletableFuture<Void> begin(
            String functionName,
            OperationDescription what,
            String connection,
            CallSite site,
            Caller caller,
            Optional<Progress> reached) {
        if (ended) {
            return CompletableFuture.failedFuture(new CancellationException());
        }
        OperationDescription plain = new OperationDescription(
                what.actionName(),
                Bounds.name(what.what()),
                Bounds.name(what.projectId()),
                Bounds.traces(what.traces()));
        Instant now = clock.get();
        return queue.add(
                () -> {
                    unnoted(reached.filter(known -> known.stage() == Progress.Stage.WRITTEN)
                            .orElse(null));
                    String own = ownKey(reached.isPresent());
                    Optional<Journal.Known> before = journal.known(own);
                    if (before.isEmpty()) {
                        journal.append(new JournalEntry.Begun(
                                own,
                                functionName,
                                plain,
                                connection.isEmpty() ? null : Bounds.name(connection),
                                site,
                                fingerprint,
                                journal.session(),
                                Bounds.caller(caller),
                                now));
                    }
                    if (reached.isPresent() && isNews(reached.get(), before)) {
                        journal.append(new JournalEntry.Reached(own, reached.get(), now));
                    }
                    unnoted(null);
                },
                reached.isPresent());
    }

    /** A program may have kept more than a journal that could not be written. */
    private static boolean isNews(Progress reached, Optional<Journal.Known> before) {
        return before.flatMap(Journal.Known::reached)
                .filter(noted ->
                        noted.progress().told() && noted.progress().stage().compareTo(reached.stage()) >= 0)
                .isEmpty();
    }

    /** An operation that has ended does not begin again; what bears its tag then is another. */
    private String ownKey(boolean goesOn) throws IOException {
        String own = tag;
        for (int again = 2; !goesOn && hasEnded(own); again++) {
            own = tag + "~" + again;
        }
        synchronized (this) {
            key = own;
        }
        return own;
    }

    private boolean hasEnded(String own) throws IOException {
        return journal.known(own).flatMap(Journal.Known::ended).isPresent();
    }

    /**
     * The operation is about to write in WeData, or has written.
     *
     * @param progress how far it is
     * @return completes when that is on the disk; with a failure when it can't be and nothing was written yet
     */
    public synchronized CompletableFuture<Void> reached(Progress progress) {
        if (ended) {
            return CompletableFuture.failedFuture(new CancellationException());
        }
        Instant now = clock.get();
        boolean isWritten = progress.stage() == Progress.Stage.WRITTEN;
        return queue.add(
                () -> {
                    unnoted(isWritten ? progress : null);
                    journal.append(new JournalEntry.Reached(key(), progress, now));
                    unnoted(null);
                },
                isWritten);
    }

    /**
     * The look at a batch job has told how far it is. Written only when that changed, and not at each change.
     *
     * @param tally how far
     */
    public synchronized void counted(JobTally tally) {
        if (ended) {
            return;
        }
        held = tally.equals(counted) ? null : tally;
        Instant now = clock.get();
        // A clock that was set back is no reason to tell nothing until it is where it was.
        boolean early = !now.isBefore(countedAt) && now.isBefore(countedAt.plus(BETWEEN_COUNTS));
        if (!early) {
            writeCount();
        }
    }

    private synchronized void writeCount() {
        JobTally tally = held;
        if (tally == null) {
            return;
        }
        held = null;
        counted = tally;
        Instant now = clock.get();
        countedAt = now;
        queue.add(() -> journal.append(new JournalEntry.Counted(key(), tally, now)), true);
    }

    /**
     * Tasks of a batch job have failed.
     *
     * @param more those that were not told of before
     */
    public synchronized void failures(List<FailedTask> more) {
        if (ended || more.isEmpty()) {
            return;
        }
        failed += more.size();
        int room = Math.min(more.size(), Bounds.MOST_FAILURES - named);
        int from = 0;
        do {
            int to = Math.min(room, from + FAILURES_A_LINE);
            name(more.subList(from, to));
            from = to;
        } while (from < room);
    }

    /** None when there is no room for more: how many are left out is told all the same. */
    private void name(List<FailedTask> some) {
        Instant now = clock.get();
        int first = named;
        named += some.size();
        int leftOut = failed - named;
        List<FailedTask> plain = some.stream().map(Bounds::failure).toList();
        queue.add(() -> journal.append(new JournalEntry.Failures(key(), first, plain, leftOut, now)), true);
    }

    /**
     * What was done waits for an approval. Written only when that is news.
     *
     * @param message all that waits
     */
    public synchronized void awaitsApproval(String message) {
        String plain = Bounds.message(message);
        if (!ended && !plain.equals(awaiting)) {
            awaiting = plain;
            Instant now = clock.get();
            queue.add(() -> journal.append(new JournalEntry.Awaiting(key(), plain, now)), true);
        }
    }

    /**
     * The operation has ended. Only the first end counts, and none of an operation that never began.
     *
     * @param outcome what it came to
     * @param message why it is not a plain success; null when it is
     * @param result what a script gets; empty when it gets nothing
     * @return completes when that is on the disk, or can't be
     */
    public synchronized CompletableFuture<Void> end(
            OperationOutcome outcome, @CheckForNull String message, Map<String, Object> result) {
        if (ended) {
            return CompletableFuture.completedFuture(null);
        }
        writeCount();
        ended = true;
        Instant now = clock.get();
        Bounds bounds = new Bounds();
        Map<String, Object> kept = bounds.result(result);
        return queue.add(
                () -> {
                    String own = key();
                    if (own != null) {
                        Progress written = unnoted();
                        if (written != null) {
                            // Else a failure after the write would look like one before it.
                            journal.append(new JournalEntry.Reached(own, written, now));
                        }
                        journal.append(new JournalEntry.Ended(
                                own,
                                outcome,
                                message == null ? null : Bounds.message(message),
                                kept,
                                !bounds.wasCut(),
                                now));
                    }
                },
                true);
    }

    @CheckForNull
    private synchronized Progress unnoted() {
        return unnoted;
    }

    private synchronized void unnoted(@CheckForNull Progress progress) {
        unnoted = progress;
    }

    @CheckForNull
    private synchronized String key() {
        return key;
    }
}
