package io.jenkins.plugins.wedata.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WorldTest {

    private static final String TASK = "20260101000000001";

    private final Lab lab = new Lab();
    private final World world = lab.weData.world();

    @AfterEach
    void close() {
        lab.close();
    }

    @Test
    void theSummaryShowsEverythingThatExists() {
        world.project("empty").task(Lab.WORKFLOW, TASK, "load", 35).lock(Lab.OFFLINE_TASK, "7");
        lab.weData.switches().pace(Pace.DEFAULT);
        lab.batch(TASK);
        lab.call("CommitIntegrationTask", Lab.integrationBody(Lab.REAL_TIME_TASK, ",'CommitType':1"));
        lab.time.turn(Lab.seconds(1));

        List<ProjectSnapshot> summary = lab.weData.summary();

        assertThat(summary).extracting(ProjectSnapshot::projectId).containsExactly(Lab.PROJECT, "empty");
        ProjectSnapshot project = summary.get(0);
        assertThat(project.workflows()).singleElement().satisfies(workflow -> {
            assertThat(workflow.workflowName()).isEqualTo("nightly");
            assertThat(workflow.tasks()).singleElement().satisfies(task -> {
                assertThat(task.taskTypeName()).isEqualTo("Shell");
                assertThat(task.versions())
                        .extracting(TaskVersionSnapshot::versionNum)
                        .containsExactly("V1");
            });
        });
        assertThat(project.integrationTasks())
                .containsExactly(
                        new IntegrationTaskSnapshot(Lab.PROJECT, Lab.REAL_TIME_TASK, "orders", 201, 3, 1, null),
                        new IntegrationTaskSnapshot(Lab.PROJECT, Lab.OFFLINE_TASK, "customers", 202, 1, 0, "7"));
    }

    @Test
    void theSummaryKeepsTriggerWorkflowsApart() {
        world.triggerWorkflow(Lab.PROJECT, Lab.TRIGGER_WORKFLOW, "on arrival")
                .task(Lab.WORKFLOW, TASK, "load", 35)
                .triggerTask(Lab.TRIGGER_WORKFLOW, "20260101000000002", "check", 132)
                .triggerTaskVersion("20260101000000002", "release 7");

        List<ProjectSnapshot.WorkflowSnapshot> workflows =
                lab.weData.summary().get(0).workflows();

        assertThat(workflows)
                .extracting(ProjectSnapshot.WorkflowSnapshot::trigger)
                .containsExactly(false, true);
        assertThat(workflows.get(0).triggerTasks()).isEmpty();
        assertThat(workflows.get(1).tasks()).isEmpty();
        assertThat(workflows.get(1).triggerTasks()).singleElement().satisfies(task -> {
            assertThat(task.taskTypeName()).isEqualTo("Notebook");
            assertThat(task.versions())
                    .extracting(TaskVersionSnapshot::versionRemark)
                    .containsExactly("release 7");
        });
        assertThat(world.tasks()).extracting(TaskSnapshot::taskName).containsExactly("load");
    }

    @Test
    void aDefinedIntegrationTaskIsDescribedAsItWasPutThere() {
        world.definedIntegrationTask(
                Lab.PROJECT,
                "r-1",
                "{\"TaskName\":\"stock\",\"TaskType\":201,\"SyncType\":2,\"TaskId\":\"other\",\"Status\":3,"
                        + "\"NumRecordsIn\":1000,\"Nodes\":[{\"NodeType\":\"OUTPUT\",\"DataSourceType\":\"DORIS\"}]}");

        JsonNode info = lab.call("DescribeIntegrationTask", Lab.integrationBody("r-1", ""))
                .get("TaskInfo");

        assertThat(info.get("TaskName").textValue()).isEqualTo("stock");
        assertThat(info.get("TaskId").textValue()).isEqualTo("r-1");
        assertThat(info.get("Status").asInt()).isEqualTo(1);
        assertThat(info.get("SyncType").asInt()).isEqualTo(2);
        assertThat(info.get("NumRecordsIn").asInt()).isEqualTo(1000);
        assertThat(info.get("OutputDatasourceType").textValue()).isEqualTo("DORIS");
        assertThat(info.get("Nodes")).hasSize(1);
    }

    @Test
    void ofManyThreadsOneGetsTheName() throws Exception {
        lab.weData.switches().callsPerSecond(Integer.MAX_VALUE);
        String body = "{'ProjectId':'" + Lab.PROJECT + "','TaskInfo':{'TaskName':'sync'}}";
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Callable<String>> creates = Collections.nCopies(100, () -> lab.errorOf("CreateIntegrationTask", body));
            List<String> errors = new ArrayList<>();
            for (Future<String> error : threads.invokeAll(creates)) {
                errors.add(error.get());
            }

            assertThat(errors).filteredOn(String::isEmpty).hasSize(1);
            assertThat(errors)
                    .filteredOn("InvalidParameter.DuplicateName"::equals)
                    .hasSize(99);
            assertThat(world.integrationTasksNamed("sync")).hasSize(1);
            assertThat(lab.weData.ledger().effects("CreateIntegrationTask")).isEqualTo(1);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void aSnapshotStaysAsItWas() {
        world.task(Lab.WORKFLOW, TASK, "load", 1234);
        List<TaskSnapshot> before = world.tasks();
        lab.weData.switches().pace(Pace.DEFAULT);
        lab.batch(TASK);
        lab.time.turn(Lab.seconds(1));

        assertThat(before.get(0).versions()).isEmpty();
        assertThat(before.get(0).taskTypeName()).isEqualTo("Type 1234");
        assertThat(world.versions(TASK)).hasSize(1);
    }

    @Test
    void whatIsNotThereCannotBeChanged() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> world.task("none", TASK, "load", 35))
                .withMessage("no workflow none");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> world.lock("none", "7"))
                .withMessage("no integration task none");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> world.triggerTask(Lab.WORKFLOW, TASK, "load", 35))
                .withMessage("no trigger workflow " + Lab.WORKFLOW);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> world.triggerTaskVersion(TASK, "r"))
                .withMessage("no trigger task " + TASK);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> world.definedIntegrationTask(Lab.PROJECT, TASK, "[]"))
                .withMessage("not a JSON object");
        assertThat(world.integrationTask("none")).isEmpty();
        assertThat(world.versions("none")).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> Pace.byLooks(-1));
    }

    @Test
    void manyThreadsLoseNothing() throws Exception {
        lab.weData.switches().callsPerSecond(Integer.MAX_VALUE);
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Callable<String>> creates = new ArrayList<>();
            for (int i = 0; i < 400; i++) {
                creates.add(() -> lab.createTask("task"));
            }
            List<String> ids = new ArrayList<>();
            for (Future<String> id : threads.invokeAll(creates)) {
                ids.add(id.get());
            }

            assertThat(ids).doesNotHaveDuplicates().hasSize(400);
            assertThat(world.tasks()).extracting(TaskSnapshot::taskId).containsExactlyInAnyOrderElementsOf(ids);
            assertThat(lab.weData.ledger().deliveries("CreateTask")).isEqualTo(400);
            assertThat(lab.weData.ledger().effects("CreateTask")).isEqualTo(400);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void theSameSeedMakesTheSameIds() {
        try (Lab twin = new Lab()) {
            assertThat(twin.call("CreateTask", Lab.createTaskBody("a")))
                    .isEqualTo(lab.call("CreateTask", Lab.createTaskBody("a")));
        }
    }

    @Test
    void theLedgerLeavesOutBodiesThatAreNoJsonOrTooLarge() {
        lab.errorOf("CreateTask", "{} {}");
        lab.errorOf("CreateTask", "{'TaskName':'" + "x".repeat(1024 * 1024) + "'}");

        assertThat(lab.weData.ledger().requests())
                .hasSize(2)
                .allMatch(request -> request.body().isMissingNode());
    }

    @Test
    void aClosedTransportSendsNothing() {
        var transport = lab.weData.transport();
        transport.close();

        assertThat(transport.send(
                        lab.signed("CreateTask", Lab.createTaskBody("a")).wire()))
                .isCompletedExceptionally();
        assertThat(lab.weData.ledger().deliveries("CreateTask")).isZero();
    }
}
