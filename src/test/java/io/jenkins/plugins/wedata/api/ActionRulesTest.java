package io.jenkins.plugins.wedata.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.wedata.api.BatchCreateTaskVersionAsync.BatchCreateTaskVersionDTO;
import io.jenkins.plugins.wedata.api.BatchCreateTaskVersionAsync.TaskMissingInstanceStrategy;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ActionRulesTest {

    @Test
    void aTaskNeedsProjectWorkflowNameAndType() {
        assertThat(wrongIn(new CreateTask(null, "", " ", null, null)))
                .containsExactly("projectId", "workflowId", "taskName", "taskType");
        assertThat(wrongIn(new CreateTaskNew(null, null, null, null, null, null, null, null, null, null, null, null)))
                .containsExactly("projectId", "workflowId", "taskName", "taskType");
    }

    @Test
    void anExtraNeedsAKey() {
        assertThat(wrongIn(new CreateTask(
                        "p", "w", "n", 35L, Arrays.asList(new TaskExtInfo("a", null), null, new TaskExtInfo("", "v")))))
                .containsExactly("ext[1]", "ext[2].key");
    }

    @Test
    void contentMustBeBase64() {
        assertThat(wrongIn(new CreateTaskNew("p", "w", "n", 35L, "select 1", null, null, null, null, null, null, null)))
                .containsExactly("content");
        assertThat(wrongIn(new CreateTaskNew(
                        "p", "w", "n", 35L, "c2VsZWN0IDE=", null, null, null, null, null, null, null)))
                .isEmpty();
    }

    @Test
    void aCommitNeedsTaskAndProjectAndPublishedNumbers() {
        assertThat(wrongIn(new CommitIntegrationTask(
                        null, null, 5L, -1L, Arrays.asList((RecordField) null), null, -1L, null, -2L)))
                .containsExactly(
                        "taskId",
                        "projectId",
                        "commitType",
                        "taskType",
                        "extConfig[0]",
                        "instanceVersion",
                        "currentStatus");
    }

    @Test
    void theSeedPagesOwnCommitIsSendable() {
        assertThat(wrongIn(new CommitIntegrationTask(
                        "3cd6b1b3-76a0-4147-8f0e-6df206bc58c0",
                        "1",
                        0L,
                        1L,
                        List.of(new RecordField("name1", "1")),
                        null,
                        null,
                        null,
                        null)))
                .isEmpty();
    }

    @Test
    void aBatchNeedsTasksEachOnce() {
        assertThat(wrongIn(batch(List.of()))).containsExactly("tasks");
        assertThat(wrongIn(batch(null))).containsExactly("tasks");
        assertThat(wrongIn(batch(Arrays.asList(task("a"), null, task("a"), task(" ")))))
                .containsExactly("tasks[1]", "tasks[2].taskId", "tasks[3].taskId");
    }

    @Test
    void aStrategyNamesATaskOfTheBatchAndAPublishedWay() {
        List<TaskMissingInstanceStrategy> strategies = Arrays.asList(
                new TaskMissingInstanceStrategy("a", "SKIP"), new TaskMissingInstanceStrategy("b", "skip"), null);
        assertThat(wrongIn(new BatchCreateTaskVersionAsync(
                        List.of(task("a")), "p", null, null, null, null, null, List.of("x", "x"), strategies)))
                .containsExactly(
                        "assignApprovalList[1]",
                        "perTaskMissingInstanceStrategy[1].taskId",
                        "perTaskMissingInstanceStrategy[1].missingInstanceStrategy",
                        "perTaskMissingInstanceStrategy[2]");
    }

    @Test
    void aLookNeedsItsIds() {
        assertThat(wrongIn(new ListBatchDetail(null, null))).containsExactly("jobId");
        assertThat(wrongIn(new ListBatchDetail(-1L, "p"))).containsExactly("jobId");
        assertThat(wrongIn(new GetBatchDetailErrorLog(null, null, null))).containsExactly("jobId", "resourceId");
        assertThat(wrongIn(new DescribeIntegrationTask(null, null, -1L, -1L, null)))
                .containsExactly("taskId", "projectId", "taskType", "instanceVersion");
        assertThat(wrongIn(new DescribeTaskLockStatus(null, null, null)))
                .containsExactly("taskId", "projectId", "taskType");
    }

    @Test
    void aPageIsOfThePublishedSize() {
        assertThat(wrongIn(new ListTaskVersions("p", "t", "DRAFT", 0L, 9L, null)))
                .containsExactly("taskVersionType", "pageNumber", "pageSize");
        assertThat(wrongIn(new ListTaskVersions("p", "t", null, 1L, 201L, null)))
                .containsExactly("pageSize");
        assertThat(wrongIn(ListTaskVersions.submitted("p", "t"))).isEmpty();
        assertThat(wrongIn(DescribeBatchOperateTask.named("p", "w", "n", 0))).containsExactly("page");
        assertThat(wrongIn(DescribeBatchOperateTask.named("p", "w", "n", 1))).isEmpty();
    }

    @Test
    void aReplyWithoutTheIdOfWhatWasMadeSaysNothing() {
        assertThat(new CreateTask("p", "w", "n", 35L, null).absentIn(new CreateTask.Result(null)))
                .contains("Data.Id");
        assertThat(new CreateTask("p", "w", "n", 35L, null).absentIn(new CreateTask.Result(new CommonId(" "))))
                .contains("Data.Id");
        assertThat(batch(List.of(task("a"))).absentIn(new BatchCreateTaskVersionAsync.Result(null)))
                .contains("Data.JobId");
        assertThat(batch(List.of(task("a")))
                        .absentIn(new BatchCreateTaskVersionAsync.Result(
                                new BatchCreateTaskVersionAsync.BatchTaskOperateNew(7L))))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"35, 35", "shell, 35", "Hive SQL, 34", "spark-sql, 36", " TCHOUSE_P , 40", "133, 133"})
    void aTaskTypeIsANumberOrAName(String text, long number) {
        assertThat(TaskType.parse(text)).hasValue(number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"SHEL", "0", "-35", "3.5", "", "99999999999999999999"})
    void whatIsNeitherIsNoTaskType(String text) {
        assertThat(TaskType.parse(text)).isEmpty();
    }

    @Test
    void aTypeThatOnlyTriggerWorkflowsHaveIsToldToBeOne() {
        assertThat(TaskType.parse("NOTEBOOK")).isEmpty();
        assertThat(TaskType.expectedInsteadOf("NOTEBOOK"))
                .hasToString("a type of ordinary workflows, since only trigger workflows have that one: "
                        + TaskType.EXPECTED);
        assertThat(TaskType.expectedInsteadOf("SHEL")).isEqualTo(TaskType.EXPECTED);
    }

    @Test
    void aLockOfOnesOwnOrOfNobodyIsNotHeldByAnother() {
        assertThat(lock("100028625403", 0L)).contains("100028625403");
        assertThat(lock("100028625403", null)).contains("100028625403");
        assertThat(lock("100028625403", 1L)).isEmpty();
        assertThat(lock("", 0L)).isEmpty();
        assertThat(new DescribeTaskLockStatus.Result(null).heldByAnother()).isEmpty();
    }

    private static Optional<String> lock(String locker, Long isLocker) {
        return new DescribeTaskLockStatus.Result(new DescribeTaskLockStatus.TaskLockStatus("t", locker, isLocker, 0L))
                .heldByAnother();
    }

    private static BatchCreateTaskVersionAsync batch(List<BatchCreateTaskVersionDTO> tasks) {
        return new BatchCreateTaskVersionAsync(tasks, "p", null, null, null, null, null, null, null);
    }

    private static BatchCreateTaskVersionDTO task(String id) {
        return new BatchCreateTaskVersionDTO(id, null, null);
    }

    private static List<String> wrongIn(WeDataAction<?> action) {
        Problems problems = new Problems();
        action.check(problems);
        return problems.all().stream().map(Problem::field).toList();
    }
}
