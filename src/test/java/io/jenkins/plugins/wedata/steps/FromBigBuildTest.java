package io.jenkins.plugins.wedata.steps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.wedata.journal.CallSite;
import io.jenkins.plugins.wedata.journal.Journal;
import io.jenkins.plugins.wedata.journal.JournalEntry;
import io.jenkins.plugins.wedata.journal.OperationOutcome;
import io.jenkins.plugins.wedata.operation.Caller;
import io.jenkins.plugins.wedata.operation.OperationDescription;
import io.jenkins.plugins.wedata.operation.Progress;
import io.jenkins.plugins.wedata.operation.Traces;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is kept of another build that did very much: enough to go on with, and never more than a journal's line can hold. */
class FromBigBuildTest {

    private static final Instant NOW = Instant.parse("2026-03-02T08:00:00Z");
    private static final int MEGABYTE = 1 << 20;

    @TempDir
    Path folder;

    private FromBuildBench builds;
    private StepBench bench;
    private Journal journal;

    @BeforeEach
    void open() {
        builds = new FromBuildBench(folder);
        bench = builds.bench;
        Path earlier = builds.journal("7");
        journal = new Journal(() -> earlier);
    }

    @AfterEach
    void close() {
        builds.close();
    }

    @Test
    void ofJobsThatHaveEndedOnlyTheResultIsKeptAndTheNextBuildCanReadIt() throws Exception {
        for (int i = 0; i < 120; i++) {
            started(i, 1_000);
            ended(i, 1_000);
        }
        assertThat(Files.size(builds.journal("7"))).isGreaterThan(4 * MEGABYTE);
        builds.begin("8");
        assertThat(bench.runAndForget(FromBuildBench.from("7")).get("total")).isEqualTo(120_000L);
        assertThat(longestReached("8")).isLessThan(4 * MEGABYTE);

        builds.begin("9");
        Map<?, ?> result = bench.run(FromBuildBench.from("8"));
        assertThat((List<?>) result.get("jobs")).hasSize(120);
        assertThat((List<?>) result.get("succeeded")).hasSize(120_000);
        assertThat(bench.sent).isEmpty();
    }

    @Test
    void moreThanCanBeKeptIsRefusedBeforeAnyCall() throws Exception {
        for (int i = 0; i < 90; i++) {
            started(i, 11_000);
        }
        assertThat(Files.size(builds.journal("7"))).isGreaterThan(16 * MEGABYTE);
        builds.begin("8");
        assertThatThrownBy(() -> bench.run(FromBuildBench.from("7")))
                .hasMessageStartingWith(
                        "wedataAwaitJob: fromBuild: 'release#7' is not valid; give a build of which no more"
                                + " than 4 MB has to be kept: what is needed to wait for 90 batch jobs of this one takes ")
                .hasMessageContaining(" MB. Wait for them one by one, by the jobId of each");
        assertThat(bench.sent).isEmpty();
        assertThat(Files.size(builds.journal("8"))).isLessThan(10_000);
        assertThat(builds.onlyRow("8").ended().outcome()).isEqualTo(OperationOutcome.FAILED);
    }

    @Test
    void ofThousandsOfOtherOperationsSomeAreNamedAndTheRestIsCounted() throws Exception {
        started(0, 1);
        ended(0, 1);
        for (int i = 1; i <= 1_100; i++) {
            append(begun(i, "wedataCreateTask", new OperationDescription("CreateTaskNew", "x".repeat(280) + i, "1")));
        }
        builds.begin("8");
        Map<?, ?> result = bench.run(FromBuildBench.from("7"));
        assertThat((List<?>) result.get("operations")).hasSize(1_000);
        assertThat(bench.log()).contains("  and 100 more, which that build's own page names");
        assertThat(longestReached("8")).isLessThan(MEGABYTE);
    }

    private void started(int number, int tasks) throws IOException {
        append(begun(
                number,
                "wedataBatchVersion",
                new OperationDescription(
                        "BatchCreateTaskVersionAsync",
                        "many",
                        StepBench.PROJECT,
                        new Traces("[wedata release#7." + number + "]", tasks(number, tasks)))));
        append(new JournalEntry.Reached(key(number), Progress.written(Integer.toString(number), "r", NOW), NOW));
    }

    private void ended(int number, int tasks) throws IOException {
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("jobId", number);
        result.put("outcome", "SUCCESS");
        result.put("status", "SUCCESS");
        result.put("total", tasks);
        result.put("succeeded", tasks(number, tasks));
        result.put("failed", List.of());
        append(new JournalEntry.Ended(key(number), OperationOutcome.SUCCESS, null, result, true, NOW));
    }

    private static JournalEntry begun(int number, String step, OperationDescription what) {
        return new JournalEntry.Begun(
                key(number),
                step,
                what,
                null,
                CallSite.MAINLAND,
                null,
                null,
                new Caller("release", "ap-guangzhou", null),
                NOW);
    }

    private static String key(int number) {
        return "release#7." + number;
    }

    private static List<String> tasks(int number, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> String.format("20260302%04d%05d", number, i))
                .toList();
    }

    private void append(JournalEntry entry) throws IOException {
        journal.append(entry);
    }

    private int longestReached(String number) throws IOException {
        try (Stream<String> lines = Files.lines(builds.journal(number))) {
            return lines.filter(line -> line.contains("\"is\":\"reached\""))
                    .mapToInt(String::length)
                    .max()
                    .orElseThrow();
        }
    }
}
