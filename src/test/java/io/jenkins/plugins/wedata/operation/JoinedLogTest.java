package io.jenkins.plugins.wedata.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class JoinedLogTest {

    private final List<JobTally> counted = new ArrayList<>();
    private final List<String> told = new ArrayList<>();
    private final ProgressLog log = new ProgressLog() {
        @Override
        public void milestone(String milestone) {
            told.add(milestone);
        }

        @Override
        public void counted(JobTally tally) {
            counted.add(tally);
        }

        @Override
        public void failures(List<FailedTask> failed) {
            failed.forEach(task -> told.add(task.taskId()));
        }

        @Override
        public void seen(String state) {
            told.add(state);
        }

        @Override
        public void looksAgain(Instant when) {
            told.add(when.toString());
        }

        @Override
        public void awaitsApproval(String message) {
            told.add(message);
        }
    };

    @Test
    void aJobAloneIsToldOfAsItIs() {
        JobTally tally = new JobTally("1", "RUNNING", 1, 0, 2L);
        new JoinedLog(log, List.of(open(1, 2))).of(0).counted(tally);
        assertThat(counted).containsExactly(tally);
    }

    @Test
    void countsAreAddedUpAndWhatIsNotKnownOfOneIsNotKnownOfAll() {
        JoinedLog joined = new JoinedLog(log, List.of(open(1, 3), open(2, 0), ended(3, "SUCCESS", 5)));
        assertThat(counted).as("what ended before").containsExactly(new JobTally(null, "UNKNOWN", 5, 0, null));
        joined.of(0).counted(new JobTally("1", "RUNNING", 2, 1, 3L));
        joined.of(1).counted(new JobTally("2", "INIT", 0, 0, 4L));
        assertThat(counted.subList(1, 3))
                .containsExactly(new JobTally(null, "RUNNING", 7, 1, null), new JobTally(null, "RUNNING", 7, 1, 12L));
    }

    @Test
    void theJournalHasTheNumberOfTasksBeforeWeDataTellsIt() {
        JoinedLog joined = new JoinedLog(log, List.of(open(1, 3), open(2, 4)));
        joined.of(1).counted(new JobTally("2", "RUNNING", 1, 0, 4L));
        assertThat(counted).containsExactly(new JobTally(null, "RUNNING", 1, 0, 7L));
    }

    @Test
    void theStateIsThatOfTheFirstThatGoesOnAndInTheEndWhatAllCameTo() {
        assertThat(state("SUCCESS", "UNKNOWN", "RUNNING")).isEqualTo("RUNNING");
        assertThat(state("SUCCESS", "UNKNOWN")).isEqualTo("UNKNOWN");
        assertThat(state("FAIL", "FAIL")).isEqualTo("FAIL");
        assertThat(state("SUCCESS", "FAIL")).isEqualTo("PART_SUCCESS");
        assertThat(state("PART_SUCCESS", "SUCCESS_WITH_ALARM")).isEqualTo("PART_SUCCESS");
        assertThat(state("SUCCESS", "SUCCESS_WITH_ALARM")).isEqualTo("SUCCESS");
        assertThat(state("SUCCESS", "CONFIRMED_BY_VERSIONS")).isEqualTo("SUCCESS");
    }

    @Test
    void versionsThatAreStillReadBackGoOn() {
        JoinedLog joined = new JoinedLog(log, List.of(open(1, 2), ended(2, "SUCCESS", 1)));
        joined.of(0).counted(new JobTally(null, "CONFIRMED_BY_VERSIONS", 1, 0, 2L));
        joined.of(0).counted(new JobTally(null, "CONFIRMED_BY_VERSIONS", 2, 0, 2L));
        assertThat(counted.subList(1, 3))
                .extracting(JobTally::state)
                .containsExactly("CONFIRMED_BY_VERSIONS", "SUCCESS");
    }

    @Test
    void approvalsAreToldTogetherAndTheRestAsItComes() {
        JoinedLog joined = new JoinedLog(log, List.of(open(1, 1), open(2, 1)));
        joined.of(1).awaitsApproval("job 2 waits");
        joined.of(0).awaitsApproval("job 1 waits");
        joined.of(0).milestone("news");
        joined.of(1).failures(List.of(new FailedTask("a", "b", "c")));
        joined.of(0).seen("seen");
        joined.of(0).looksAgain(Instant.EPOCH);
        assertThat(told)
                .containsExactly(
                        "job 2 waits", "job 1 waits. job 2 waits", "news", "a", "seen", "1970-01-01T00:00:00Z");
    }

    private String state(String... states) {
        List<EarlierJob> jobs = Arrays.stream(states).map(state -> open(1, 1)).toList();
        JoinedLog joined = new JoinedLog(log, jobs);
        IntStream.range(0, states.length).forEach(i -> joined.of(i).counted(new JobTally("1", states[i], 1, 0, 1L)));
        return counted.get(counted.size() - 1).state();
    }

    private static EarlierJob open(long jobId, int tasks) {
        List<String> ids = IntStream.range(0, tasks).mapToObj(Integer::toString).toList();
        return new EarlierJob(jobId, "1", new Traces("mark", ids), null, null, null);
    }

    private static EarlierJob ended(long jobId, String status, int tasks) {
        List<String> ids = IntStream.range(0, tasks).mapToObj(Integer::toString).toList();
        Map<String, Object> result =
                Map.of("status", status, "succeeded", ids, "failed", List.of(), "total", (long) tasks);
        return new EarlierJob(jobId, "1", null, null, result, null);
    }
}
