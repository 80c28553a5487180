package io.jenkins.plugins.wedata.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.wedata.operation.Caller;
import io.jenkins.plugins.wedata.operation.FailedTask;
import io.jenkins.plugins.wedata.operation.JobTally;
import io.jenkins.plugins.wedata.operation.OperationDescription;
import io.jenkins.plugins.wedata.operation.Progress;
import io.jenkins.plugins.wedata.operation.Traces;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OperationTrailTest {

    private static final Caller CALLER = new Caller("release", "ap-guangzhou", null);
    private static final OperationDescription WHAT = new OperationDescription("CreateTask", "load", "1");

    @TempDir
    Path build;

    private final Queue<Runnable> disk = new ArrayDeque<>();
    private Instant now = Entries.NOW;
    private Path file;
    private Journal journal;
    private OperationTrail trail;

    @BeforeEach
    void open() {
        file = build.resolve("wedata").resolve("journal");
        journal = new Journal(() -> file);
        trail = trail("p#1.3");
    }

    private OperationTrail trail(String tag) {
        return new OperationTrail(journal, tag, () -> now, disk::add);
    }

    private void turnTheDisk() {
        for (Runnable work = disk.poll(); work != null; work = disk.poll()) {
            work.run();
        }
    }

    private CompletableFuture<Void> begin(OperationTrail operation) {
        return operation.begin("wedataCreateTask", WHAT, "prod", CallSite.MAINLAND, CALLER, Optional.empty());
    }

    @Test
    void nothingIsPromisedBeforeTheDiskHasIt() throws Exception {
        CompletableFuture<Void> begun = begin(trail);
        CompletableFuture<Void> intended = trail.reached(Progress.intent(now));
        assertThat(begun).isNotDone();
        disk.remove().run();
        assertThat(begun).isCompleted();
        assertThat(intended).isNotDone();
        assertThat(Entries.in(file)).hasSize(1);
        turnTheDisk();
        assertThat(intended).isCompleted();
        assertThat(Entries.in(file)).last().isEqualTo(new JournalEntry.Reached("p#1.3", Progress.intent(now), now));
    }

    @Test
    void theOrderIsThatInWhichThingsWereTold() throws Exception {
        begin(trail);
        trail.reached(Progress.intent(now));
        trail.counted(new JobTally("1", "RUNNING", 1, 0, 2L));
        trail.failures(List.of(new FailedTask("a", "b", "c")));
        trail.awaitsApproval("waits");
        trail.end(OperationOutcome.UNSTABLE, "why", Map.of("a", 1));
        turnTheDisk();
        assertThat(Entries.in(file))
                .extracting(entry -> entry.getClass().getSimpleName())
                .containsExactly("Begun", "Reached", "Counted", "Failures", "Awaiting", "Ended");
    }

    @Test
    void beforeAWriteAFailureOfTheDiskIsAFailureAndAfterItIsNone() throws Exception {
        Files.writeString(build.resolve("wedata"), "in the way");
        CompletableFuture<Void> begun = begin(trail);
        CompletableFuture<Void> intended = trail.reached(Progress.intent(now));
        CompletableFuture<Void> written = trail.reached(Progress.written("1", "r", now));
        CompletableFuture<Void> ended = trail.end(OperationOutcome.SUCCESS, null, Map.of());
        turnTheDisk();
        for (CompletableFuture<Void> told : List.of(begun, intended)) {
            assertThatThrownBy(told::join)
                    .cause()
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("what comes next was not sent to WeData");
        }
        assertThat(written).isCompleted();
        assertThat(ended).isCompleted();
    }

    @Test
    void whateverBreaksTheJournalNoOutcomeIsLostForIt() {
        journal = new Journal(() -> {
            throw new UncheckedIOException(new IOException("no folder"));
        });
        OperationTrail broken = trail("p#1.3");
        CompletableFuture<Void> begun = begin(broken);
        CompletableFuture<Void> written = broken.reached(Progress.written("1", "r", now));
        CompletableFuture<Void> ended = broken.end(OperationOutcome.SUCCESS, null, Map.of());
        turnTheDisk();
        assertThatThrownBy(begun::join)
                .cause()
                .isInstanceOf(IOException.class)
                .hasMessageContaining("what comes next was not sent to WeData");
        assertThat(written).isCompleted();
        assertThat(ended).isCompleted();
    }

    @Test
    void whatWasSentIsLookedForEvenWhereTheJournalCannotBeWritten() throws Exception {
        Files.writeString(build.resolve("wedata"), "in the way");
        for (Progress reached : List.of(Progress.preparing(now), Progress.intent(now))) {
            CompletableFuture<Void> goesOn = trail("p#1.3")
                    .begin("wedataCreateTask", WHAT, "prod", CallSite.MAINLAND, CALLER, Optional.of(reached));
            turnTheDisk();
            assertThat(goesOn).isCompleted();
        }
    }

    @Test
    void whatAJobIsRecognisedByIsOnTheDiskWholeOrNotAtAll() throws Exception {
        List<String> tasks = IntStream.range(0, 9000)
                .mapToObj(i -> "2026030208" + (1_000_000 + i))
                .toList();
        begin("small", new Traces("[wedata p#1.3]", tasks));
        begin("large", new Traces("[wedata p#1.3]", Collections.nCopies(3, "x".repeat(70_000))));
        turnTheDisk();
        assertThat(Entries.in(file))
                .extracting(entry -> ((JournalEntry.Begun) entry).description().traces())
                .containsExactly(new Traces("[wedata p#1.3]", tasks), null);
        assertThat(Entries.in(file))
                .extracting(entry -> ((JournalEntry.Begun) entry).caller())
                .containsOnly(CALLER);
        assertThat(journal.known("small").orElseThrow().begun().orElseThrow().description())
                .as("not held in memory")
                .isEqualTo(new OperationDescription("BatchCreateTaskVersionAsync", "3", "1"));
    }

    private void begin(String tag, Traces traces) {
        trail(tag)
                .begin(
                        "wedataBatchVersion",
                        new OperationDescription("BatchCreateTaskVersionAsync", "3", "1", traces),
                        "prod",
                        CallSite.MAINLAND,
                        CALLER,
                        Optional.empty());
    }

    @Test
    void aFullDiskFillsNoSystemLog() throws Exception {
        Files.writeString(build.resolve("wedata"), "in the way");
        List<LogRecord> warnings = new ArrayList<>();
        Handler handler = new Handler() {
            @Override
            public void publish(LogRecord line) {
                if (line.getLevel() == Level.WARNING) {
                    warnings.add(line);
                }
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        Logger logger = Logger.getLogger(JournalQueue.class.getName());
        logger.addHandler(handler);
        logger.setUseParentHandlers(false);
        try {
            begin(trail);
            for (int i = 0; i < 100; i++) {
                trail.counted(new JobTally("1", "RUNNING", i, 0, 100L));
                now = now.plus(Duration.ofSeconds(30));
            }
            turnTheDisk();
        } finally {
            logger.setUseParentHandlers(true);
            logger.removeHandler(handler);
        }
        assertThat(warnings).hasSize(1);
    }

    @Test
    void aCountThatWasTakenBackIsNotTheLastOne() throws Exception {
        begin(trail);
        JobTally certain = new JobTally("1", "RUNNING", 1, 0, 2L);
        trail.counted(certain);
        trail.counted(new JobTally("1", "UNKNOWN", 0, 0, null));
        trail.counted(certain);
        trail.end(OperationOutcome.FAILED, "why", Map.of());
        turnTheDisk();
        assertThat(counts()).containsExactly(certain);
    }

    @Test
    void countsAreWrittenWhenTheyChangeAndNotAtEachChange() throws Exception {
        begin(trail);
        for (int i = 0; i < 1_000; i++) {
            trail.counted(new JobTally("1", "RUNNING", i / 10, 0, 100L));
            now = now.plus(Duration.ofMillis(100));
        }
        for (int i = 0; i < 100; i++) {
            now = now.plus(Duration.ofSeconds(30));
            trail.counted(new JobTally("1", "RUNNING", 99, 0, 100L));
        }
        turnTheDisk();
        List<JobTally> counts = counts();
        assertThat(counts).hasSizeBetween(30, 36).doesNotHaveDuplicates();
        assertThat(counts.get(counts.size() - 1).done()).isEqualTo(99);
    }

    @Test
    void aClockThatIsSetBackHoldsNoCountBack() throws Exception {
        begin(trail);
        trail.counted(new JobTally("1", "RUNNING", 1, 0, 9L));
        now = now.minus(Duration.ofHours(2));
        trail.counted(new JobTally("1", "RUNNING", 2, 0, 9L));
        trail.counted(new JobTally("1", "RUNNING", 3, 0, 9L));
        now = now.plusSeconds(3);
        trail.counted(new JobTally("1", "RUNNING", 4, 0, 9L));
        turnTheDisk();
        assertThat(counts()).extracting(JobTally::done).containsExactly(1L, 2L, 4L);
    }

    @Test
    void theLastCountIsThereAtTheEnd() throws Exception {
        begin(trail);
        trail.counted(new JobTally("1", "RUNNING", 1, 0, 2L));
        trail.counted(new JobTally("1", "SUCCESS", 2, 0, 2L));
        trail.end(OperationOutcome.SUCCESS, null, Map.of());
        turnTheDisk();
        assertThat(counts()).extracting(JobTally::done).containsExactly(1L, 2L);
    }

    private List<JobTally> counts() throws Exception {
        return Entries.in(file).stream()
                .filter(JournalEntry.Counted.class::isInstance)
                .map(entry -> ((JournalEntry.Counted) entry).tally())
                .toList();
    }

    @Test
    void thousandsOfFailedTasksAreNamedInLinesOfABoundedSize() throws Exception {
        begin(trail);
        trail.failures(failed(5_000, "r".repeat(10_000)));
        turnTheDisk();
        OperationRow row = row();
        assertThat(row.failed()).hasSize(5_000);
        assertThat(row.failuresLeftOut()).isZero();
        assertThat(row.failed().get(4_999).taskId()).isEqualTo("task4999");
        assertThat(row.failed()).allMatch(task -> task.reason().length() <= 503);
        assertThat(Files.readAllLines(file)).allMatch(line -> line.length() < 200_000);
        assertThat(Files.size(file)).isLessThan(4_000_000);
    }

    @Test
    void whatIsTooMuchIsCountedInsteadOfNamed() throws Exception {
        begin(trail);
        trail.failures(failed(Bounds.MOST_FAILURES + 7, "r"));
        turnTheDisk();
        assertThat(row().failed()).hasSize(Bounds.MOST_FAILURES);
        assertThat(row().failuresLeftOut()).isEqualTo(7);
    }

    @Test
    void whatFailsLaterIsAddedToWhatFailedBefore() throws Exception {
        begin(trail);
        trail.failures(failed(300, "one"));
        trail.failures(failed(300, "two"));
        turnTheDisk();
        assertThat(row().failed())
                .extracting(FailedTask::reason)
                .startsWith("one")
                .endsWith("two")
                .hasSize(600);
        int lines = Entries.in(file).size();
        trail.failures(failed(Bounds.MOST_FAILURES, "three"));
        trail.failures(failed(5, "four"));
        trail.failures(List.of());
        turnTheDisk();
        assertThat(row().failed()).hasSize(Bounds.MOST_FAILURES);
        assertThat(row().failuresLeftOut()).isEqualTo(605);
        assertThat(Entries.in(file).size() - lines)
                .as("each failure is written once")
                .isEqualTo((Bounds.MOST_FAILURES - 600) / 200 + 1);
    }

    @Test
    void anApprovalIsWrittenOnce() throws Exception {
        begin(trail);
        trail.awaitsApproval("waits");
        trail.awaitsApproval("waits");
        trail.awaitsApproval("more waits");
        turnTheDisk();
        assertThat(Entries.in(file)).hasSize(3);
        assertThat(row().awaiting()).isEqualTo("more waits");
    }

    private static List<FailedTask> failed(int count, String reason) {
        List<FailedTask> failed = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            failed.add(new FailedTask("task" + i, "name", reason));
        }
        return failed;
    }

    @Test
    void onlyTheFirstEndCountsAndNothingComesAfterIt() throws Exception {
        begin(trail);
        trail.end(OperationOutcome.ABORTED, "given up", Map.of());
        trail.end(OperationOutcome.FAILED, "cancelled", Map.of());
        trail.failures(failed(1, "r"));
        trail.awaitsApproval("waits");
        trail.counted(new JobTally("1", "RUNNING", 1, 0, 2L));
        assertThatThrownBy(trail.reached(Progress.intent(now))::join).isInstanceOf(CancellationException.class);
        turnTheDisk();
        assertThat(Entries.in(file)).hasSize(2);
        assertThat(row().ended().outcome()).isEqualTo(OperationOutcome.ABORTED);
    }

    @Test
    void anOperationThatIsGivenUpBeforeItBeganLeavesNothing() throws Exception {
        trail.end(OperationOutcome.ABORTED, null, Map.of());
        assertThatThrownBy(begin(trail)::join).isInstanceOf(CancellationException.class);
        turnTheDisk();
        assertThat(Entries.in(file)).isEmpty();
    }

    @Test
    void whatGoesOnAfterARestartHasOneRow() throws Exception {
        begin(trail);
        trail.reached(Progress.written("4711", "r", now));
        turnTheDisk();
        journal = new Journal(() -> file);
        OperationTrail revived = trail("p#1.3");
        revived.begin(
                "wedataCreateTask",
                WHAT,
                "prod",
                CallSite.MAINLAND,
                CALLER,
                Optional.of(Progress.written("4711", "r", now)));
        revived.end(OperationOutcome.SUCCESS, null, Map.of());
        turnTheDisk();
        assertThat(Entries.in(file)).hasSize(3);
        assertThat(row().ended().outcome()).isEqualTo(OperationOutcome.SUCCESS);
    }

    @Test
    void anotherOperationOfTheSameTagGetsARowOfItsOwn() throws Exception {
        for (int i = 0; i < 3; i++) {
            OperationTrail next = trail("job#1");
            begin(next);
            next.end(OperationOutcome.SUCCESS, null, Map.of());
            turnTheDisk();
        }
        OperationTable table = new OperationTable();
        Entries.in(file).forEach(table::add);
        assertThat(table.rows()).extracting(row -> row.begun().key()).containsExactly("job#1", "job#1~2", "job#1~3");
    }

    @Test
    void aResultIsKeptWholeWhenItFitsAndSaysSoWhenItDoesNot() throws Exception {
        begin(trail);
        trail.end(
                OperationOutcome.SUCCESS,
                null,
                Map.of("ids", Collections.nCopies(5_000, "x"), "text", "a\u001b[31mb" + "c".repeat(5_000), "n", 7L));
        turnTheDisk();
        JournalEntry.Ended ended = row().ended();
        assertThat(ended.whole()).isFalse();
        assertThat((List<?>) ended.result().get("ids")).hasSize(1_000);
        assertThat((String) ended.result().get("text")).hasSizeLessThan(1_100).doesNotContain("\u001b");
        assertThat(ended.result().get("n")).isEqualTo(7L);
    }

    @Test
    void messagesAreOnePlainLineOfABoundedLength() throws Exception {
        begin(trail);
        trail.end(OperationOutcome.FAILED, "a\nb\u0007\u202e" + "c".repeat(100_000), Map.of());
        turnTheDisk();
        assertThat(row().ended().message())
                .startsWith("a b")
                .hasSizeLessThan(4_100)
                .doesNotContain("\u202e");
    }

    @Test
    void aWriteThatCouldNotBeNotedIsNotedWithItsEnd() throws Exception {
        begin(trail);
        trail.reached(Progress.intent(now));
        turnTheDisk();
        Path away = build.resolve("away");
        Files.move(file.getParent(), away);
        Files.writeString(file.getParent(), "in the way");
        trail.reached(Progress.written("4711", "r", now));
        turnTheDisk();
        Files.delete(file.getParent());
        Files.move(away, file.getParent());
        assertThat(row().progress().stage()).isEqualTo(Progress.Stage.INTENT);

        trail.end(OperationOutcome.FAILED, "the job failed", Map.of());
        turnTheDisk();

        assertThat(row().progress()).isEqualTo(Progress.written("4711", "r", now));
        assertThat(row().ended().outcome()).isEqualTo(OperationOutcome.FAILED);
        assertThat(Entries.in(file)).hasSize(4);
    }

    @Test
    void aWriteThatOnlyTheProgramKeptAndThatCouldNotBeNotedIsNotedWithItsEnd() throws Exception {
        begin(trail);
        trail.reached(Progress.intent(now));
        turnTheDisk();
        Path away = build.resolve("away");
        Files.move(file.getParent(), away);
        Files.writeString(file.getParent(), "in the way");
        journal = new Journal(() -> file);
        OperationTrail revived = trail("p#1.3");
        Progress written = Progress.written("4711", "r", now);
        CompletableFuture<Void> goesOn =
                revived.begin("wedataCreateTask", WHAT, "prod", CallSite.MAINLAND, CALLER, Optional.of(written));
        turnTheDisk();
        assertThat(goesOn).isCompleted();
        Files.delete(file.getParent());
        Files.move(away, file.getParent());

        revived.end(OperationOutcome.FAILED, "the job failed", Map.of());
        turnTheDisk();

        assertThat(row().progress()).isEqualTo(written);
        assertThat(row().ended().outcome()).isEqualTo(OperationOutcome.FAILED);
    }

    @Test
    void whatAProgramKeptOfADamagedLineIsNotedWhenItGoesOn() throws Exception {
        begin(trail);
        turnTheDisk();
        journal.append(new JournalEntry.Reached("p#1.3", null, now));
        Progress intent = Progress.intent(now).remembering("update 1");
        trail("p#1.3").begin("wedataCreateTask", WHAT, "prod", CallSite.MAINLAND, CALLER, Optional.of(intent));
        turnTheDisk();
        assertThat(row().progress()).isEqualTo(intent);
    }

    @Test
    void whatAProgramKeptBeyondTheJournalIsNotedWhenItGoesOn() throws Exception {
        begin(trail);
        trail.reached(Progress.intent(now));
        turnTheDisk();
        journal = new Journal(() -> file);
        Progress written = Progress.written("4711", "r", now);
        for (Progress kept : List.of(written, Progress.intent(now))) {
            trail("p#1.3").begin("wedataCreateTask", WHAT, "prod", CallSite.MAINLAND, CALLER, Optional.of(kept));
            turnTheDisk();
            assertThat(row().progress()).isEqualTo(written);
        }
        assertThat(Entries.in(file)).hasSize(3);
    }

    private OperationRow row() throws Exception {
        OperationTable table = new OperationTable();
        Entries.in(file).forEach(table::add);
        assertThat(table.rows()).hasSize(1);
        return table.rows().get(0);
    }
}
