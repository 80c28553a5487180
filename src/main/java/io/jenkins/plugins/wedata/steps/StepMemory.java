package io.jenkins.plugins.wedata.steps;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.AbortException;
import io.jenkins.plugins.wedata.environment.BackgroundWork;
import io.jenkins.plugins.wedata.environment.BuildEnvironment;
import io.jenkins.plugins.wedata.journal.CallSite;
import io.jenkins.plugins.wedata.journal.Journal;
import io.jenkins.plugins.wedata.journal.JournalEntry;
import io.jenkins.plugins.wedata.operation.Progress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * What is known of a step from before a restart. The build's journal is written before its program is saved, and the
 * program may not be saved at all: the later of the two counts, which is the journal unless it could not be written.
 *
 * @param tag by which the step's operation is known in the journal, and in WeData where a mark is left
 * @param fingerprint of what the step asks
 * @param journal the build's journal; null when there is none, or it can't be read
 * @param begun its beginning; null when it never began
 * @param reached how far its write is; null when nothing was reached
 * @param ended how it ended; null when it has not
 */
record StepMemory(
        String tag,
        String fingerprint,
        @CheckForNull Journal journal,
        @CheckForNull JournalEntry.Begun begun,
        @CheckForNull Progress reached,
        @CheckForNull JournalEntry.Ended ended) {

    private static final Logger LOGGER = Logger.getLogger(StepMemory.class.getName());

    /**
     * What the program kept of a step.
     *
     * @param tag by which the step's operation is known; null when that was not kept
     * @param reached how far its write was; null when nothing was reached
     * @param isRevived whether the program was saved with this run of the step in it
     */
    record Program(@CheckForNull String tag, @CheckForNull Progress reached, boolean isRevived) {}

    /** Remembers nothing of a step that begins, or no more than the program kept. May block. */
    static StepMemory without(WeDataStep step, BuildEnvironment build, boolean resuming)
            throws IOException, InterruptedException {
        Journal journal = null;
        try {
            journal = build.journal().orElse(null);
        } catch (IOException e) {
            unreadable(e, resuming);
        }
        return new StepMemory(build.stepTag(), StepFingerprint.of(step), journal, null, null, null);
    }

    /**
     * Remembers. Blocks.
     *
     * @throws IOException when the journal can't be read, or not what matters of it, and the program kept nothing to go on
     *     from
     */
    static StepMemory of(WeDataStep step, BuildEnvironment build, Program program)
            throws IOException, InterruptedException {
        String fingerprint = StepFingerprint.of(step);
        String own = program.tag() == null ? build.stepTag() : program.tag();
        Journal journal = null;
        try {
            journal = build.journal().orElse(null);
            if (journal != null) {
                return inJournal(journal, own, fingerprint, program, build.tagsUnderWay());
            }
        } catch (AbortException e) {
            throw e;
        } catch (IOException e) {
            unreadable(e, program.reached() != null);
        }
        return new StepMemory(own, fingerprint, journal, null, program.reached(), null);
    }

    private static void unreadable(IOException failure, boolean goesOn) throws IOException {
        if (!goesOn) {
            throw new IOException(Messages.StepMemory_NotSent(), failure);
        }
        LOGGER.log(Level.WARNING, "The journal of a build can't be read", failure);
    }

    /** On the threads for that: a disk that hangs holds up nobody who waits for no disk. */
    private static StepMemory inJournal(
            Journal journal, String own, String fingerprint, Program program, Set<String> underWay)
            throws IOException, InterruptedException {
        try {
            return CompletableFuture.supplyAsync(
                            () -> {
                                try {
                                    return recall(journal, own, fingerprint, program, underWay);
                                } catch (IOException e) {
                                    throw new UncheckedIOException(e);
                                }
                            },
                            BackgroundWork.JOURNAL)
                    .get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof UncheckedIOException failure
                    && failure.getCause() instanceof AbortException refused) {
                throw refused;
            }
            throw new IOException(e.getCause().getMessage(), e.getCause());
        }
    }

    private static StepMemory recall(
            Journal journal, String own, String fingerprint, Program program, Set<String> underWay) throws IOException {
        Optional<Journal.Known> known = journal.known(own);
        if (known.isEmpty() && program.reached() == null) {
            Optional<String> left = journal.takeOver(fingerprint, underWay);
            if (left.isPresent()) {
                return known(journal, left.get(), fingerprint, program, journal.known(left.get()));
            }
        }
        if (known.isPresent() && !program.isRevived() && mayHaveWrittenAnything(known.get())) {
            throw new AbortException(Messages.StepMemory_Damaged());
        }
        if (known.isPresent() && !program.isRevived() && !isAskedAgain(journal, known.get(), fingerprint)) {
            return known(journal, another(journal, own), fingerprint, program, Optional.empty());
        }
        return known(journal, own, fingerprint, program, known);
    }

    /** A write of whoever it was: this step's, to be sent no second time, or another's, to be gone on with by nobody else. */
    private static boolean mayHaveWrittenAnything(Journal.Known known) {
        boolean isToldOf = known.begun().map(JournalEntry.Begun::session).isPresent();
        return !isToldOf
                && known.reached()
                        .filter(reached -> reached.progress().stage() != Progress.Stage.PREPARING)
                        .isPresent();
    }

    /** No two runs of steps have one tag, but where a build's graph was lost with the machine: its numbers come again. */
    private static boolean isAskedAgain(Journal journal, Journal.Known known, String fingerprint) {
        return known.begun()
                .filter(begun -> journal.isFromBefore(begun) && begun.mayBe(fingerprint))
                .isPresent();
    }

    private static String another(Journal journal, String own) throws IOException {
        String free = own;
        for (int again = 2; journal.known(free).isPresent(); again++) {
            free = own + "~" + again;
        }
        return free;
    }

    private static StepMemory known(
            Journal journal, String tag, String fingerprint, Program program, Optional<Journal.Known> known) {
        journal.goOn(tag);
        Progress noted = known.flatMap(Journal.Known::reached)
                .map(JournalEntry.Reached::progress)
                .orElse(null);
        return new StepMemory(
                tag,
                fingerprint,
                journal,
                known.flatMap(Journal.Known::begun).orElse(null),
                later(program.reached(), noted),
                known.flatMap(Journal.Known::ended).orElse(null));
    }

    @CheckForNull
    private static Progress later(@CheckForNull Progress kept, @CheckForNull Progress noted) {
        if (kept == null || noted == null) {
            return kept == null ? noted : kept;
        }
        int later = kept.stage().compareTo(noted.stage());
        return later > 0 || (later == 0 && !noted.told()) ? kept : noted;
    }

    /** How far the write is; empty when nothing was reached. */
    Optional<Progress> soFar() {
        return Optional.ofNullable(reached);
    }

    /** The connection that the step began with: its name, empty for none; null when it never began. */
    @CheckForNull
    String connection() {
        if (begun == null || begun.site() == CallSite.REHEARSAL) {
            return null;
        }
        return begun.connection() == null ? "" : begun.connection();
    }

    /** The end that the program has not heard of; empty when there is none, or it is not kept to the last value. */
    Optional<KeptEnd> end() {
        return Optional.ofNullable(ended).flatMap(KeptEnd::of);
    }
}
