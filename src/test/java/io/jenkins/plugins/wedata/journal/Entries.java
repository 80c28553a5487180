package io.jenkins.plugins.wedata.journal;

import io.jenkins.plugins.wedata.operation.Caller;
import io.jenkins.plugins.wedata.operation.FailedTask;
import io.jenkins.plugins.wedata.operation.JobTally;
import io.jenkins.plugins.wedata.operation.OperationDescription;
import io.jenkins.plugins.wedata.operation.Progress;
import io.jenkins.plugins.wedata.operation.Traces;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Entries for tests. */
final class Entries {

    static final Instant NOW = Instant.parse("2026-03-02T08:00:00.123456789Z");

    private Entries() {}

    static JournalEntry.Begun begun(String key) {
        return new JournalEntry.Begun(
                key,
                "wedataBatchVersion",
                new OperationDescription(
                        "BatchCreateTaskVersionAsync",
                        "1 (+2)",
                        "1460947878944567296",
                        new Traces("[wedata p#1.3]", List.of("1", "2", "3"))),
                "prod",
                CallSite.MAINLAND,
                "fingerprint",
                "session",
                new Caller("release", "ap-guangzhou", "MAINLAND"),
                NOW);
    }

    static JournalEntry.Reached reached(String key, String id) {
        return new JournalEntry.Reached(
                key,
                new Progress(Progress.Stage.WRITTEN, id, "request-" + id, "ticket", "memo\nof \u4e24 lines", NOW),
                NOW);
    }

    static JournalEntry.Ended ended(String key, OperationOutcome outcome) {
        return new JournalEntry.Ended(
                key, outcome, "why", Map.of("jobId", 7L, "all", true, "ids", List.of("1", "2")), true, NOW);
    }

    static JournalEntry.Failures failures(String key, int first, int count) {
        List<FailedTask> tasks = new ArrayList<>();
        for (int i = first; i < first + count; i++) {
            tasks.add(new FailedTask("task" + i, "name " + i, "reason " + i));
        }
        return new JournalEntry.Failures(key, first, tasks, 0, NOW);
    }

    /** One of each kind. */
    static List<JournalEntry> all() {
        return List.of(
                begun("a"),
                new JournalEntry.Reached("a", Progress.intent(NOW), NOW),
                reached("a", "4711"),
                new JournalEntry.Counted("a", new JobTally("4711", "RUNNING", 3, 1, 10L), NOW),
                new JournalEntry.Counted("a", new JobTally(null, "RUNNING", 3, 1, null), NOW),
                failures("a", 0, 2),
                new JournalEntry.Awaiting("a", "waits", NOW),
                ended("a", OperationOutcome.UNSTABLE),
                new JournalEntry.Ended("a", OperationOutcome.SUCCESS, null, Map.of(), true, NOW));
    }

    static List<JournalEntry> in(Path file) throws Exception {
        List<JournalEntry> entries = new ArrayList<>();
        new JournalReader().read(file, entries::add);
        return entries;
    }
}
