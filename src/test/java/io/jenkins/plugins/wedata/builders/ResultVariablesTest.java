package io.jenkins.plugins.wedata.builders;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.EnvVars;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;

class ResultVariablesTest {

    private final ResultVariables variables = new ResultVariables();

    @Test
    void aValuesNameIsThePrefixAndItsOwnInCapitals() {
        take("WEDATA", Map.of("taskId", "1", "jobId", 2528L, "approvalPending", true, "outcome", "SUCCESS"));
        assertThat(variables.variables())
                .isEqualTo(Map.of(
                        "WEDATA_TASK_ID", "1",
                        "WEDATA_JOB_ID", "2528",
                        "WEDATA_APPROVAL_PENDING", "true",
                        "WEDATA_OUTCOME", "SUCCESS"));
    }

    @Test
    void severalAreJoinedByCommasAndCounted() {
        take("W", Map.of("succeeded", List.of("1", "2"), "failed", List.of()));
        assertThat(variables.variables())
                .isEqualTo(
                        Map.of("W_SUCCEEDED", "1,2", "W_SUCCEEDED_COUNT", "2", "W_FAILED", "", "W_FAILED_COUNT", "0"));
    }

    @Test
    void ofStructuresOnlyTheIdsAreTold() {
        Map<String, String> failed = Map.of("taskId", "7", "taskName", "load", "reason", "no such $table");
        Map<String, Object> approvals = new LinkedHashMap<>(Map.of("9", "waits for the chief"));
        take("W", Map.of("failed", List.of(failed, failed), "approvals", approvals));
        assertThat(variables.variables())
                .isEqualTo(
                        Map.of("W_FAILED", "7,7", "W_FAILED_COUNT", "2", "W_APPROVALS", "9", "W_APPROVALS_COUNT", "1"));
    }

    @Test
    void ofBatchJobsTheNumbersAreTold() {
        Map<String, Object> adopted = new HashMap<>();
        adopted.put("jobId", null);
        take(
                "W",
                Map.of(
                        "jobs",
                        List.of(Map.of("jobId", 2528L, "outcome", "SUCCESS"), adopted, Map.of("jobId", 2529L)),
                        "operations",
                        List.of(Map.of("step", "wedataCreateTask", "id", "77"))));
        assertThat(variables.variables())
                .isEqualTo(Map.of(
                        "W_JOBS", "2528,2529", "W_JOBS_COUNT", "3", "W_OPERATIONS", "77", "W_OPERATIONS_COUNT", "1"));
    }

    @Test
    void ofTwoWithTheSamePrefixTheLaterCountsAndWhatItDoesNotKnowIsUnset() {
        take("W", Map.of("taskId", "1", "jobId", 1L));
        Map<String, Object> unknownJob = new HashMap<>();
        unknownJob.put("jobId", null);
        unknownJob.put("outcome", "SUCCESS");
        take("W", unknownJob);
        take("V", Map.of("taskId", "3"));
        assertThat(variables.variables()).isEqualTo(Map.of("W_TASK_ID", "1", "W_OUTCOME", "SUCCESS", "V_TASK_ID", "3"));
    }

    @Test
    void anApprovalOfAnEarlierCommitIsNotTakenForTheLaterOnes() {
        take("W", Map.of("taskId", "1", "outcome", "APPROVAL_PENDING", "approveId", "17"));
        take("W", Map.of("taskId", "2", "outcome", "COMMITTED"));
        assertThat(variables.variables()).isEqualTo(Map.of("W_TASK_ID", "2", "W_OUTCOME", "COMMITTED"));
    }

    @Test
    void whatAnEarlierJobCameToIsNotTakenForTheLaterOnes() {
        Map<String, Object> first = new HashMap<>(Map.of("jobId", 1L, "outcome", "PART_SUCCESS", "status", "PART"));
        first.putAll(Map.of("succeeded", List.of("1"), "failed", List.of(Map.of("taskId", "2"))));
        first.putAll(Map.of("approvalPending", true, "approvals", Map.of("1", "waits")));
        first.putAll(Map.of("jobs", List.of(), "operations", List.of()));
        take("W", first);
        take("W", Map.of("jobId", 2L, "outcome", "STARTED", "total", 3L));
        assertThat(variables.variables()).isEqualTo(Map.of("W_JOB_ID", "2", "W_OUTCOME", "STARTED", "W_TOTAL", "3"));
    }

    @Test
    void whetherAnEarlierTaskWasUpdatedIsNotTakenForTheLaterOnes() {
        take("W", Map.of("taskId", "1", "created", false, "updated", true));
        take("W", Map.of("taskId", "2", "created", true));
        assertThat(variables.variables()).isEqualTo(Map.of("W_TASK_ID", "2", "W_CREATED", "true"));
    }

    @Test
    void whatOtherStepsCameToStays() {
        take("W", Map.of("taskId", "1", "outcome", "APPROVAL_PENDING", "approveId", "17"));
        take("W", Map.of("jobId", 2L, "outcome", "SUCCESS", "failed", List.of()));
        take("W", Map.of("taskId", "3", "created", true));
        assertThat(variables.variables())
                .containsEntry("W_APPROVE_ID", "17")
                .containsEntry("W_JOB_ID", "2")
                .containsEntry("W_FAILED_COUNT", "0");
    }

    @Test
    void aListThatIsTooLongForAProcessIsUnsetAndNamedAndStillCounted() {
        take("W", Map.of("failed", List.of("1")));
        ResultValues result = take("W", Map.of("failed", Collections.nCopies(1000, "20260302080000001")));
        assertThat(result.tooLong()).containsExactly("W_FAILED");
        assertThat(variables.variables()).isEqualTo(Map.of("W_FAILED_COUNT", "1000"));

        int most = ResultValues.LONGEST / 2;
        assertThat(take("W", Map.of("failed", Collections.nCopies(most, "1"))).tooLong())
                .isEmpty();
        assertThat(variables.variables().get("W_FAILED")).hasSize(2 * most - 1);
    }

    @Test
    void whatWeDataSaysCannotBreakOutOfAVariable() {
        take("W", Map.of("taskId", "a\nb\u0000c ${PATH}", "succeeded", Arrays.asList("x\u001b[31m", null)));
        assertThat(variables.variables().get("W_TASK_ID")).doesNotContain("\n", "\u0000", "$");
        assertThat(variables.variables().get("W_SUCCEEDED")).doesNotContain("\u001b");
    }

    @Test
    void laterBuildStepsSeeThem() {
        take("W", Map.of("taskId", "1"));
        EnvVars environment = new EnvVars();
        environment.put("PATH", "/bin");
        variables.buildEnvironment(Mockito.mock(), environment);
        assertThat(environment).containsEntry("PATH", "/bin").containsEntry("W_TASK_ID", "1");
    }

    @Test
    void everyBuildStepOfABuildHasANumberOfItsOwn() {
        assertThat(List.of(variables.beginStep(), variables.beginStep(), variables.beginStep()))
                .containsExactly(1, 2, 3);
    }

    private ResultValues take(String prefix, Map<String, Object> values) {
        ResultValues result = new ResultValues(prefix, values);
        variables.take(result);
        return result;
    }
}
