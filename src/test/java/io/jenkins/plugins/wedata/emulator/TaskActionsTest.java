package io.jenkins.plugins.wedata.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TaskActionsTest {

    private final Lab lab = new Lab();

    @AfterEach
    void close() {
        lab.close();
    }

    @Test
    void aCreatedTaskHasAnIdOfSeventeenDigitsAndIsThere() {
        JsonNode response = lab.call(
                "CreateTask",
                "{'ProjectId':'" + Lab.PROJECT + "','WorkflowId':'" + Lab.WORKFLOW
                        + "','TaskName':'load','TaskType':35,'TaskExt':[{'Key':'aa','Value':'vv'}]}");

        String taskId = response.at("/Data/Id").textValue();
        assertThat(taskId).isEqualTo("20260301180000000");
        assertThat(UUID.fromString(response.get("RequestId").textValue())).isNotNull();
        assertThat(lab.weData.world().tasksNamed("load")).singleElement().satisfies(task -> {
            assertThat(task.taskId()).isEqualTo(taskId);
            assertThat(task.projectId()).isEqualTo(Lab.PROJECT);
            assertThat(task.workflowId()).isEqualTo(Lab.WORKFLOW);
            assertThat(task.taskType()).isEqualTo(35);
            assertThat(task.taskTypeName()).isEqualTo("Shell");
            assertThat(task.taskExt()).containsEntry("aa", "vv");
            assertThat(task.content()).isNull();
            assertThat(task.versions()).isEmpty();
        });
    }

    @Test
    void idsMadeInOneMillisecondStillDiffer() {
        assertThat(lab.createTask("a")).isNotEqualTo(lab.createTask("a"));
    }

    @Test
    void everyReplyHasARequestIdOfItsOwn() {
        assertThat(lab.call("CreateTask", Lab.createTaskBody("a")).get("RequestId"))
                .isNotEqualTo(lab.call("CreateTask", Lab.createTaskBody("a")).get("RequestId"));
    }

    @Test
    void theNewCreateKeepsTheCodeAndAnswersWithABareId() {
        JsonNode response = lab.call(
                "CreateTaskNew",
                "{'ProjectId':'" + Lab.PROJECT + "','WorkflowId':'" + Lab.WORKFLOW
                        + "','TaskName':'load','TaskType':30,'Content':'c2VsZWN0IDE7','ProductName':'DATA_DEV',"
                        + "'LeftCoordinate':224.5,'TopCoordinate':1}");

        assertThat(response.get("Data").textValue()).matches("[0-9]{17}");
        assertThat(lab.weData.world().tasksNamed("load"))
                .singleElement()
                .satisfies(task -> assertThat(task.content()).isEqualTo("c2VsZWN0IDE7"));
        assertThat(lab.weData.ledger().effects("CreateTaskNew")).isEqualTo(1);
    }

    @Test
    void codeThatIsNotBase64IsRefused() {
        assertThat(lab.errorOf(
                        "CreateTaskNew",
                        "{'ProjectId':'" + Lab.PROJECT + "','WorkflowId':'" + Lab.WORKFLOW
                                + "','TaskName':'load','TaskType':30,'Content':'select 1;'}"))
                .isEqualTo("InvalidParameter");
    }

    @Test
    void aNumberMayBeSentAsText() {
        assertThat(lab.call("CreateTask", Lab.createTaskBody("a").replace("35", "'35'"))
                        .has("Error"))
                .isFalse();
        assertThat(lab.weData.world().tasksNamed("a"))
                .singleElement()
                .satisfies(task -> assertThat(task.taskType()).isEqualTo(35));
    }

    @ParameterizedTest
    @ValueSource(strings = {"'x'", "''", "3.5", "true", "[]", "{}", "92233720368547758070"})
    void whatIsNoNumberIsRefused(String value) {
        assertThat(lab.errorOf("CreateTask", Lab.createTaskBody("a").replace("35", value)))
                .isEqualTo("InvalidParameter");
    }

    @ParameterizedTest
    @CsvSource({
        "ProjectId, MissingParameter",
        "WorkflowId, MissingParameter",
        "TaskName, MissingParameter",
        "TaskType, MissingParameter"
    })
    void aRequiredParameterThatIsAbsentIsNamed(String name, String code) {
        JsonNode error = lab.call("CreateTask", Lab.createTaskBody("a").replace(name, "Other"))
                .get("Error");

        assertThat(error.get("Code").textValue()).isEqualTo(code);
        assertThat(error.get("Message").textValue()).contains("`" + name + "`");
    }

    @Test
    void aParameterThatIsNullCountsAsAbsent() {
        assertThat(lab.errorOf("CreateTask", Lab.createTaskBody("a").replace("'a'", "null")))
                .isEqualTo("MissingParameter");
    }

    @Test
    void unknownParametersAreAcceptedUnlessSwitchedOff() {
        String body = Lab.createTaskBody("a").replace("}", ",'TaskExt':[{'Key':'k','Colour':'red'}]}");
        assertThat(lab.call("CreateTask", body).has("Error")).isFalse();

        lab.weData.switches().refuseUnknownParameters(true);

        JsonNode error = lab.call("CreateTask", body).get("Error");
        assertThat(error.get("Code").textValue()).isEqualTo("UnknownParameter");
        assertThat(error.get("Message").textValue()).contains("TaskExt.0.Colour");
        assertThat(lab.weData.world().tasksNamed("a")).hasSize(1);
    }

    @Test
    void aProjectThatDoesNotExistIsClosedToTheCaller() {
        assertThat(lab.errorOf("CreateTask", Lab.createTaskBody("a").replace(Lab.PROJECT, "17")))
                .isEqualTo("UnauthorizedOperation.UserNotInProject");
    }

    @Test
    void aWorkflowThatDoesNotExistOrIsInAnotherProjectIsNotFound() {
        lab.weData.world().project("17");

        assertThat(lab.errorOf("CreateTask", Lab.createTaskBody("a").replace(Lab.WORKFLOW, "none")))
                .isEqualTo("ResourceNotFound");
        assertThat(lab.errorOf("CreateTask", Lab.createTaskBody("a").replace(Lab.PROJECT, "17")))
                .isEqualTo("ResourceNotFound");
        assertThat(lab.weData.ledger().effects("CreateTask")).isZero();
    }

    @Test
    void whenAnyProjectIsAcceptedProjectAndWorkflowSpringIntoBeing() {
        lab.weData.switches().acceptAnyProject(true);

        lab.call("CreateTask", Lab.createTaskBody("a").replace(Lab.PROJECT, "17").replace(Lab.WORKFLOW, "w-1"));

        assertThat(lab.weData.summary()).hasSize(2).last().satisfies(project -> {
            assertThat(project.projectId()).isEqualTo("17");
            assertThat(project.workflows()).singleElement().satisfies(workflow -> {
                assertThat(workflow.workflowId()).isEqualTo("w-1");
                assertThat(workflow.tasks()).extracting(TaskSnapshot::taskName).containsExactly("a");
            });
        });
    }

    @Test
    void namesAreNotUniqueUnlessSwitchedSo() {
        lab.createTask("a");
        lab.createTask("a");
        assertThat(lab.weData.world().tasksNamed("a")).hasSize(2);

        lab.weData.switches().uniqueTaskNames(true);

        assertThat(lab.errorOf("CreateTask", Lab.createTaskBody("a"))).isEqualTo("InvalidParameter.DuplicateName");
        assertThat(lab.errorOf("CreateTask", Lab.createTaskBody("b"))).isEmpty();
    }

    @Test
    void aCreateIsCountedAsDeliveredAndAsDone() {
        lab.createTask("a");
        lab.errorOf("CreateTask", "{}");

        assertThat(lab.weData.ledger().deliveries("CreateTask")).isEqualTo(2);
        assertThat(lab.weData.ledger().effects("CreateTask")).isEqualTo(1);
        lab.time.turn(Duration.ofSeconds(1));
        assertThat(lab.weData.ledger().requests("CreateTask")).first().satisfies(request -> {
            assertThat(request.secretId()).isEqualTo(SignedCall.SECRET_ID);
            assertThat(request.body().get("TaskName").textValue()).isEqualTo("a");
            assertThat(request.region()).isEqualTo("ap-guangzhou");
            assertThat(request.version()).isEqualTo("2021-08-20");
            assertThat(request.toString()).doesNotContain("Signature");
        });
    }
}
