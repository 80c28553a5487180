package io.jenkins.plugins.wedata.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import io.jenkins.plugins.wedata.api.BatchCreateTaskVersionAsync;
import io.jenkins.plugins.wedata.api.CommitIntegrationTask;
import io.jenkins.plugins.wedata.api.CreateTask;
import io.jenkins.plugins.wedata.api.CreateTaskNew;
import io.jenkins.plugins.wedata.api.CreateTriggerTask;
import io.jenkins.plugins.wedata.api.CreateTriggerTaskBaseAttribute;
import io.jenkins.plugins.wedata.api.DescribeBatchOperateTask;
import io.jenkins.plugins.wedata.api.DescribeIntegrationTask;
import io.jenkins.plugins.wedata.api.DescribeTaskLockStatus;
import io.jenkins.plugins.wedata.api.GetBatchDetailErrorLog;
import io.jenkins.plugins.wedata.api.ListBatchDetail;
import io.jenkins.plugins.wedata.api.ListProjects;
import io.jenkins.plugins.wedata.api.ListResourceGroups;
import io.jenkins.plugins.wedata.api.ListTaskVersions;
import io.jenkins.plugins.wedata.api.ListTasks;
import io.jenkins.plugins.wedata.api.ListTriggerTasks;
import io.jenkins.plugins.wedata.api.ListTriggerWorkflows;
import io.jenkins.plugins.wedata.api.ListWorkflows;
import io.jenkins.plugins.wedata.api.WeDataAction;
import io.jenkins.plugins.wedata.api.WorkflowInfo;
import io.jenkins.plugins.wedata.emulator.BuiltInWeData;
import io.jenkins.plugins.wedata.emulator.Fault;
import io.jenkins.plugins.wedata.emulator.FaultKind;
import io.jenkins.plugins.wedata.emulator.JobSnapshot;
import io.jenkins.plugins.wedata.emulator.Pace;
import io.jenkins.plugins.wedata.emulator.TaskSnapshot;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Every action's record goes to the built-in WeData over HTTP and comes back as its result. */
@Timeout(300)
class BuiltInWeDataOverHttpTest {

    private static final String UUID = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

    private final PublishedExamples examples = new PublishedExamples();
    private final ManualTimeSource time = new ManualTimeSource();
    private final BuiltInWeData weData = BuiltInWeData.builder()
            .time(time)
            .seed(7)
            .uin("100028579801")
            .key(Calls.KEY.secretId(), Calls.KEY.secretKey())
            .build();
    private final WeDataClient client =
            WeDataClient.over(OkHttpTransport.over(new OkHttpClient.Builder()), time, Calls.patient());
    private Account account;

    BuiltInWeDataOverHttpTest() throws IOException {}

    @BeforeEach
    void listen() throws IOException {
        weData.switches().pace(Pace.byLooks(1)).refuseUnknownParameters(true);
        account = new Account(
                new Endpoint(weData.listen(0).uri()),
                new Region("ap-guangzhou"),
                () -> CompletableFuture.completedFuture(Calls.KEY),
                Calls.KEY.secretId());
    }

    @AfterEach
    void close() {
        client.close();
        weData.close();
    }

    private <R> CompletableFuture<Reply<R>> send(WeDataAction<R> action) {
        CompletableFuture<Reply<R>> call = client.call(account, action, CallListener.NONE);
        time.advanceUntil(call, Duration.ofMillis(100), Duration.ofMinutes(10));
        return call;
    }

    private <R> R call(WeDataAction<R> action) {
        Reply<R> reply = send(action).join();
        assertThat(reply.requestId()).matches(UUID);
        return reply.result();
    }

    private <E extends CallException> E failure(WeDataAction<?> action, Class<E> type) {
        E error = Calls.failure(send(action), type);
        JsonNode published = examples.error(action);
        assertThat(error.actionName()).isEqualTo(action.type().name());
        assertThat(error.code()).isEqualTo(published.get("Code").textValue());
        assertThat(error.requestId()).hasValueSatisfying(id -> assertThat(id).matches(UUID));
        assertThat(error).hasMessageStartingWith(action.type().name() + ": " + error.code() + ": ");
        assertThat(error)
                .hasMessageContaining(" (RequestId " + error.requestId().orElseThrow() + ")");
        return error;
    }

    private void task(String projectId, String taskId, String name) {
        weData.world().workflow(projectId, "w-" + projectId, "pages").task("w-" + projectId, taskId, name, 35);
    }

    private TaskSnapshot onlyTask() {
        assertThat(weData.world().tasks()).hasSize(1);
        return weData.world().tasks().get(0);
    }

    private JobSnapshot onlyJob() {
        assertThat(weData.world().jobs()).hasSize(1);
        return weData.world().jobs().get(0);
    }

    @Test
    void aCallThatStoodInLineUntilItsSignatureExpiredIsSignedAnew() throws Exception {
        weData.switches().callsPerSecond(1_000);
        weData.faults()
                .add(Fault.of(FaultKind.SLOW).lasting(Duration.ofMinutes(6)).times(48));
        ListProjects list = new ListProjects(null, null, null, null, 1L, 10L);
        for (int i = 0; i < 48; i++) {
            client.call(ofItsOwn("slow " + i), list, CallListener.NONE);
        }
        CompletableFuture<?> inLine = client.call(ofItsOwn("in line"), list, CallListener.NONE);
        time.advanceUntil(
                () -> weData.ledger().deliveries("ListProjects") == 48, Duration.ofMillis(1), Duration.ofMinutes(1));

        time.advanceUntil(inLine, Duration.ofSeconds(1), Duration.ofMinutes(10));

        assertThat(inLine).isCompleted();
        assertThat(time.elapsed()).isGreaterThan(Duration.ofMinutes(5));
    }

    private Account ofItsOwn(String rateGroup) {
        return new Account(account.endpoint(), account.region(), account.keys(), rateGroup);
    }

    @Test
    void createTask() throws Exception {
        CreateTask page = examples.request(CreateTask.class, false);
        weData.world().workflow(page.projectId(), page.workflowId(), "pages");

        CreateTask.Result result = call(page);

        assertThat(result.data().id()).matches("[0-9]{17}").isEqualTo(onlyTask().taskId());
        assertThat(onlyTask().taskName()).isEqualTo("aaab");
        assertThat(onlyTask().taskExt()).containsEntry("aa", "vv");
        assertThat(weData.ledger().effects("CreateTask")).isEqualTo(1);
    }

    @Test
    void createTaskNew() throws Exception {
        CreateTaskNew page = examples.request(CreateTaskNew.class, false);
        weData.world().workflow(page.projectId(), page.workflowId(), "pages");

        CreateTaskNew.Result result = call(page);

        assertThat(result.data()).matches("[0-9]{17}").isEqualTo(onlyTask().taskId());
        assertThat(onlyTask().taskName()).isEqualTo("test342342");
        assertThat(onlyTask().content()).isEqualTo(page.content());
    }

    @Test
    void commitIntegrationTask() throws Exception {
        CommitIntegrationTask page = examples.request(CommitIntegrationTask.class, false);
        weData.world().integrationTask(page.projectId(), page.taskId(), "customers", 201);

        CommitIntegrationTask.Result result = call(page);

        assertThat(result.data()).isTrue();
        assertThat(weData.world().integrationTask(page.taskId()).orElseThrow().instanceVersion())
                .isEqualTo(1);
    }

    @Test
    void commitIntegrationTaskThatAnotherAccountHasLocked() throws Exception {
        CommitIntegrationTask page = examples.request(CommitIntegrationTask.class, true);
        weData.world()
                .integrationTask(page.projectId(), page.taskId(), "orders", 201)
                .lock(page.taskId(), "100028625403");

        CallRefusedException error = failure(page, CallRefusedException.class);

        assertThat(error)
                .hasMessageContaining(examples.error(page).get("Message").textValue());
        assertThat(weData.ledger().deliveries("CommitIntegrationTask")).isEqualTo(1);
        assertThat(weData.ledger().effects("CommitIntegrationTask")).isZero();
    }

    @Test
    void batchCreateTaskVersionAsync() throws Exception {
        BatchCreateTaskVersionAsync page = examples.request(BatchCreateTaskVersionAsync.class, false);
        task(page.projectId(), page.tasks().get(0).taskId(), "batch");

        BatchCreateTaskVersionAsync.Result result = call(page);

        assertThat(result.jobId()).contains(onlyJob().jobId());
        assertThat(onlyJob().projectId()).isEqualTo(page.projectId());
        assertThat(onlyJob().autoRun()).isTrue();
    }

    @Test
    void batchCreateTaskVersionAsyncThatFails() throws Exception {
        BatchCreateTaskVersionAsync page = examples.request(BatchCreateTaskVersionAsync.class, true);
        task(page.projectId(), page.tasks().get(0).taskId(), "batch");
        weData.faults().add(Fault.error("FailedOperation").on("BatchCreateTaskVersionAsync"));

        CallDoubtfulException error = failure(page, CallDoubtfulException.class);

        assertThat(error).hasMessageContaining("FailedOperation: Operation failed. (RequestId ");
        assertThat(error.advice()).contains("may have taken effect");
        assertThat(error.attempts()).isEqualTo(1);
        assertThat(weData.ledger().deliveries("BatchCreateTaskVersionAsync")).isEqualTo(1);
        assertThat(weData.ledger().effects("BatchCreateTaskVersionAsync")).isZero();
    }

    @Test
    void listBatchDetail() throws Exception {
        ListBatchDetail page = examples.request(ListBatchDetail.class, false);
        long jobId = failedJob(page.projectId(), "20250415191408327", "aaaadasd", "no");

        ListBatchDetail.Result result = call(new ListBatchDetail(jobId, page.projectId()));

        assertThat(result.jobId()).isEqualTo(jobId);
        assertThat(result.jobStatus()).isEqualTo("FAIL");
        assertThat(result.runType()).isEqualTo("ASYNC");
        assertThat(result.totalResource()).isEqualTo(1);
        assertThat(result.needApprove()).isFalse();
        assertThat(result.successResource()).isEmpty();
        assertThat(result.failResource()).singleElement().satisfies(failed -> {
            assertThat(failed.resourceId()).isEqualTo("20250415191408327");
            assertThat(failed.resourceName()).isEqualTo("aaaadasd");
        });
    }

    @Test
    void getBatchDetailErrorLog() throws Exception {
        GetBatchDetailErrorLog page = examples.request(GetBatchDetailErrorLog.class, false);
        long jobId = failedJob(page.projectId(), page.resourceId(), "batch", "delete workflow fail");

        GetBatchDetailErrorLog.Result result =
                call(new GetBatchDetailErrorLog(jobId, page.resourceId(), page.projectId()));

        assertThat(result.data()).isEqualTo("delete workflow fail");
    }

    private long failedJob(String projectId, String taskId, String name, String reason) {
        task(projectId, taskId, name);
        weData.world().failVersionOf(taskId, reason);
        return endedJob(projectId, taskId);
    }

    private long endedJob(String projectId, String taskId) {
        BatchCreateTaskVersionAsync batch = new BatchCreateTaskVersionAsync(
                List.of(new BatchCreateTaskVersionAsync.BatchCreateTaskVersionDTO(taskId, "release 7", null)),
                projectId,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
        long jobId = call(batch).jobId().orElseThrow();
        for (int i = 0; i < 4; i++) {
            call(new ListBatchDetail(jobId, projectId));
        }
        return jobId;
    }

    @Test
    void listTaskVersions() throws Exception {
        ListTaskVersions page = examples.request(ListTaskVersions.class, false);
        task(page.projectId(), page.taskId(), "batch");
        endedJob(page.projectId(), page.taskId());

        ListTaskVersions.Result saved = call(page);
        ListTaskVersions.Result submitted =
                call(new ListTaskVersions(page.projectId(), page.taskId(), ListTaskVersions.SUBMIT, null, null, null));

        assertThat(saved.items()).isEmpty();
        assertThat(submitted.items()).singleElement().satisfies(version -> {
            assertThat(version.versionNum()).isEqualTo("V1");
            assertThat(version.versionRemark()).isEqualTo("release 7");
            assertThat(version.createUserUin()).isEqualTo("100028579801");
            assertThat(version.versionId())
                    .isEqualTo(weData.world().versions(page.taskId()).get(0).versionId());
        });
    }

    @Test
    void describeBatchOperateTask() throws Exception {
        DescribeBatchOperateTask page = examples.request(DescribeBatchOperateTask.class, false);
        task(page.projectId(), "20230321193928764", "20230321");

        DescribeBatchOperateTask.Result result = call(page);

        assertThat(result.data().totalCount()).isEqualTo(1);
        assertThat(result.items()).singleElement().satisfies(task -> {
            assertThat(task.taskId()).isEqualTo("20230321193928764");
            assertThat(task.taskName()).isEqualTo("20230321");
            assertThat(task.taskTypeId()).isEqualTo(35);
            assertThat(task.workflowId()).isEqualTo("w-" + page.projectId());
        });
    }

    @Test
    void describeBatchOperateTaskThatFailsIsTriedThreeTimesMore() throws Exception {
        DescribeBatchOperateTask page = examples.request(DescribeBatchOperateTask.class, true);
        weData.world().project(page.projectId());
        weData.faults()
                .add(Fault.error("FailedOperation")
                        .on("DescribeBatchOperateTask")
                        .times(Fault.ALWAYS));

        CallDoubtfulException error = failure(page, CallDoubtfulException.class);

        assertThat(error.attempts()).isEqualTo(4);
        assertThat(weData.ledger().deliveries("DescribeBatchOperateTask")).isEqualTo(4);
    }

    @Test
    void describeIntegrationTask() throws Exception {
        DescribeIntegrationTask page = examples.request(DescribeIntegrationTask.class, false);
        weData.world()
                .integrationTask(page.projectId(), page.taskId(), "orders", 201)
                .lock(page.taskId(), "700001601851");

        DescribeIntegrationTask.Result result = call(page);

        assertThat(result.taskInfo().taskId()).isEqualTo(page.taskId());
        assertThat(result.taskInfo().projectId()).isEqualTo(page.projectId());
        assertThat(result.taskInfo().taskName()).isEqualTo("orders");
        assertThat(result.taskInfo().locker()).isEqualTo("700001601851");
        assertThat(result.taskInfo().status())
                .isEqualTo(weData.world()
                        .integrationTask(page.taskId())
                        .orElseThrow()
                        .status());
    }

    @Test
    void describeTaskLockStatus() throws Exception {
        DescribeTaskLockStatus page = examples.request(DescribeTaskLockStatus.class, false);
        weData.world()
                .integrationTask(page.projectId(), page.taskId(), "orders", 201)
                .lock(page.taskId(), "Locker");

        DescribeTaskLockStatus.Result result = call(page);

        assertThat(result.taskLockStatus().taskId()).isEqualTo("20220506145218687");
        assertThat(result.taskLockStatus().locker()).isEqualTo("Locker");
        assertThat(result.taskLockStatus().isLocker()).isZero();
    }

    @Test
    void createTriggerTask() throws Exception {
        CreateTriggerTask page = examples.request(CreateTriggerTask.class, false);
        CreateTriggerTaskBaseAttribute base = page.triggerTaskBaseAttribute();
        weData.world().triggerWorkflow(page.projectId(), base.workflowId(), "pages");

        CreateTriggerTask.Result result = call(page);

        assertThat(weData.world().triggerTasks()).singleElement().satisfies(task -> {
            assertThat(result.taskId()).contains(task.taskId());
            assertThat(task.taskName()).isEqualTo(base.taskName());
            assertThat(task.content()).isEqualTo(page.triggerTaskConfiguration().codeContent());
        });
    }

    @Test
    void listTriggerTasksAndListTasks() throws Exception {
        ListTriggerTasks triggerPage = examples.request(ListTriggerTasks.class, false);
        ListTasks page = examples.request(ListTasks.class, false);
        weData.world()
                .triggerWorkflow(triggerPage.projectId(), "w-trigger", "pages")
                .triggerTask("w-trigger", "20250916154321218", "0", 35);
        task(page.projectId(), "20250701160626727", "01sh_delete");

        assertThat(call(triggerPage).items()).singleElement().satisfies(task -> {
            assertThat(task.taskId()).isEqualTo("20250916154321218");
            assertThat(task.taskName()).isEqualTo("0");
            assertThat(task.workflowId()).isEqualTo("w-trigger");
        });
        ListTasks.Result tasks = call(page);
        assertThat(tasks.totalCount()).contains(1L);
        assertThat(tasks.items()).singleElement().satisfies(task -> {
            assertThat(task.taskId()).isEqualTo("20250701160626727");
            assertThat(task.taskTypeId()).isEqualTo(35);
            assertThat(task.submit()).isFalse();
        });
    }

    @Test
    void listTriggerWorkflowsAndListWorkflows() throws Exception {
        ListTriggerWorkflows triggerPage = examples.request(ListTriggerWorkflows.class, false);
        ListWorkflows page = examples.request(ListWorkflows.class, false);
        weData.world()
                .triggerWorkflow(triggerPage.projectId(), "w-trigger", "on demand")
                .workflow(page.projectId(), "w-cycle", "nightly");

        assertThat(call(triggerPage).items())
                .extracting(WorkflowInfo::workflowId, WorkflowInfo::workflowName)
                .containsExactly(tuple("w-trigger", "on demand"));
        assertThat(call(page).items())
                .extracting(WorkflowInfo::workflowId, WorkflowInfo::workflowName, WorkflowInfo::workflowType)
                .containsExactly(tuple("w-cycle", "nightly", "cycle"));
    }

    @Test
    void listProjects() throws Exception {
        ListProjects page = examples.request(ListProjects.class, false);
        weData.world().project("2916098084817846272", page.projectName()).project("1", "other");

        assertThat(call(page).items()).singleElement().satisfies(project -> {
            assertThat(project.projectId()).isEqualTo("2916098084817846272");
            assertThat(project.projectName()).isEqualTo(page.projectName());
        });
    }

    @Test
    void listResourceGroups() throws Exception {
        ListResourceGroups page = examples.request(ListResourceGroups.class, false);
        weData.world()
                .resourceGroup("20240401132517098618", "sche_group_notebook_1", "Schedule", "2153380290671734784")
                .resourceGroup("2", "sync", "Integration", "2153380290671734784");

        assertThat(call(page).items()).singleElement().satisfies(group -> {
            assertThat(group.id()).isEqualTo("20240401132517098618");
            assertThat(group.resourceGroupType()).isEqualTo("Schedule");
            assertThat(group.associateProjects())
                    .singleElement()
                    .satisfies(project -> assertThat(project.projectId()).isEqualTo("2153380290671734784"));
        });
    }
}
