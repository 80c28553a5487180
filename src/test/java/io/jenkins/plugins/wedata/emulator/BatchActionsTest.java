package io.jenkins.plugins.wedata.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class BatchActionsTest {

    private static final String A = "20260101000000001";
    private static final String B = "20260101000000002";
    private static final String C = "20260101000000003";
    private static final String GONE = "20990101000000009";

    private final Lab lab = new Lab();

    @BeforeEach
    void seed() {
        lab.weData
                .world()
                .task(Lab.WORKFLOW, A, "a", 35)
                .task(Lab.WORKFLOW, B, "b", 35)
                .task(Lab.WORKFLOW, C, "c", 34);
    }

    @AfterEach
    void close() {
        lab.close();
    }

    @Test
    void eachLookFindsTheJobOneStateFurther() {
        lab.weData.switches().pace(Pace.byLooks(2));
        long job = lab.batch(A, B, C);

        assertThat(states(job, 6)).containsExactly("CREATING", "INIT", "RUNNING", "RUNNING", "SUCCESS", "SUCCESS");
    }

    @Test
    void theResourcesFillUpWhileTheJobRuns() {
        lab.weData.switches().pace(Pace.byLooks(2));
        lab.weData.world().failVersionOf(B, "no resource group");
        long job = lab.batch(A, B, C);
        lab.look(job);
        lab.look(job);

        assertProgress(lab.look(job), List.of(A), List.of());
        assertProgress(lab.look(job), List.of(A), List.of(B));
        assertProgress(lab.look(job), List.of(A, C), List.of(B));
    }

    private static void assertProgress(JsonNode reply, List<String> successful, List<String> failed) {
        assertThat(reply.get("SuccessResource").findValuesAsText("ResourceId")).isEqualTo(successful);
        assertThat(reply.get("FailResource").findValuesAsText("ResourceId")).isEqualTo(failed);
        assertThat(reply.get("TotalResource").asInt()).isEqualTo(3);
    }

    @Test
    void aJobCanTakeThreeMinutesHoweverManyTasksItHas() {
        lab.weData
                .switches()
                .pace(Pace.byTime(Duration.ZERO, Duration.ofMinutes(3), Duration.ZERO, Duration.ofMillis(500)));
        long one = lab.batch(A);
        long three = lab.batch(A, B, C);

        lab.time.turn(Duration.ofSeconds(179));
        assertThat(List.of(state(one), state(three))).containsOnly("INIT");
        lab.time.turn(Duration.ofSeconds(1));

        assertThat(List.of(state(one), state(three))).containsOnly("SUCCESS");
        assertThat(lab.weData.world().versions(A)).hasSize(2);
    }

    @Test
    void byTheClockTheJobTakesItsTime() {
        lab.weData
                .switches()
                .pace(Pace.byTime(
                        Duration.ofSeconds(2), Duration.ofSeconds(3), Duration.ofSeconds(10), Duration.ofSeconds(1)));
        long job = lab.batch(A, B);

        assertThat(state(job)).isEqualTo("CREATING");
        lab.time.turn(Duration.ofMillis(1999));
        assertThat(state(job)).isEqualTo("CREATING");
        lab.time.turn(Duration.ofMillis(1));
        assertThat(state(job)).isEqualTo("INIT");
        lab.time.turn(Duration.ofSeconds(3));
        assertThat(state(job)).isEqualTo("RUNNING");
        assertThat(lab.weData.world().versions(A)).isEmpty();
        lab.time.turn(Duration.ofSeconds(10));
        assertThat(state(job)).isEqualTo("RUNNING");
        assertThat(lab.weData.world().versions(A)).hasSize(1);
        assertThat(lab.weData.world().versions(B)).isEmpty();
        lab.time.turn(Duration.ofSeconds(10));
        assertThat(state(job)).isEqualTo("SUCCESS");
        assertThat(lab.weData.world().versions(B)).hasSize(1);
    }

    @Test
    void aJobGoesOnEvenIfNobodyLooks() {
        lab.weData.switches().pace(Pace.DEFAULT);
        lab.batch(A);

        lab.time.turn(Duration.ofSeconds(1));

        assertThat(lab.weData.world().versions(A))
                .singleElement()
                .satisfies(version -> assertThat(version.createTime())
                        .isEqualTo(lab.time.now().minusMillis(595)));
    }

    @ParameterizedTest
    @CsvSource({
        "AS_ITS_TASKS, SUCCESS, 0",
        "SUCCESS, SUCCESS, 0",
        "SUCCESS_WITH_ALARM, SUCCESS_WITH_ALARM, 0",
        "PART_SUCCESS, PART_SUCCESS, 1",
        "PART_SUCCESS_WITH_ALARM, PART_SUCCESS_WITH_ALARM, 1",
        "FAIL, FAIL, 3",
        "UNKNOWN, UNKNOWN, 0",
        "NO_STATUS, , 0",
        "CREATING, CREATING, 0",
        "INIT, INIT, 0",
        "RUNNING, RUNNING, 0"
    })
    void aJobEndsWhereItIsToldTo(JobEnd end, String status, int failed) {
        lab.weData.switches().jobEnd(end);
        long job = lab.batch(A, B, C);
        states(job, 8);

        JsonNode reply = lab.look(job);

        assertThat(reply.get("JobStatus").textValue()).isEqualTo(status);
        assertThat(reply.get("FailResource")).hasSize(failed);
    }

    @ParameterizedTest
    @EnumSource(JobEnd.class)
    void byTheClockItEndsThereToo(JobEnd end) {
        long byLooks = job(end, Pace.byLooks(0));
        long byTime = job(end, Pace.DEFAULT);
        lab.time.turn(Duration.ofSeconds(10));

        assertThat(lab.look(byTime).get("JobStatus"))
                .isEqualTo(lab.look(byLooks).get("JobStatus"));
    }

    private long job(JobEnd end, Pace pace) {
        lab.weData.switches().jobEnd(end).pace(pace);
        long job = lab.batch(A, B);
        if (pace.isByLooks()) {
            states(job, 4);
        }
        return job;
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aJobThatNeverEndsLeavesItsLastTaskUndone(boolean byLooks) {
        lab.weData.switches().jobEnd(JobEnd.RUNNING).pace(byLooks ? Pace.byLooks(1) : Pace.DEFAULT);
        long job = lab.batch(A, B);
        states(job, 5);
        lab.time.turn(Duration.ofMinutes(1));

        assertProgressOfTwo(lab.look(job));
        assertThat(lab.weData.world().versions(B)).isEmpty();
    }

    private static void assertProgressOfTwo(JsonNode reply) {
        assertThat(reply.get("SuccessResource").findValuesAsText("ResourceId")).containsExactly(A);
        assertThat(reply.get("JobStatus").textValue()).isEqualTo("RUNNING");
    }

    @Test
    void aFailedTaskHasItsReasonAndNoVersion() {
        lab.weData.world().failVersionOf(B, "no resource group");
        long job = lab.batch(A, B);
        states(job, 4);

        assertThat(state(job)).isEqualTo("PART_SUCCESS");
        assertThat(errorLog(job, B).get("Data").textValue()).isEqualTo("no resource group");
        assertThat(errorLog(job, A).at("/Error/Code").textValue()).isEqualTo("ResourceNotFound");
        assertThat(lab.weData.world().versions(A)).hasSize(1);
        assertThat(lab.weData.world().versions(B)).isEmpty();
    }

    @Test
    void aTaskThatDoesNotExistFailsInTheJob() {
        long job = lab.batch(GONE);
        states(job, 4);

        JsonNode reply = lab.look(job);
        assertThat(reply.get("JobStatus").textValue()).isEqualTo("FAIL");
        assertThat(reply.at("/FailResource/0/ResourceName").textValue()).isEqualTo(GONE);
        assertThat(errorLog(job, GONE).get("Data").textValue()).contains("deleted");
    }

    @Test
    void whenAnyProjectIsAcceptedATaskOfTheRightFormSpringsIntoBeing() {
        lab.weData.switches().acceptAnyProject(true);
        long job = lab.batch(GONE, "no-id");
        states(job, 4);

        assertThat(lab.weData.world().versions(GONE)).hasSize(1);
        assertThat(lab.look(job).get("FailResource").findValuesAsText("ResourceId"))
                .containsExactly("no-id");
    }

    @Test
    void aVersionCarriesTheRemarkAndAnIdOfItsTask() {
        states(lab.batch(A), 4);
        states(lab.batch(A), 4);

        assertThat(lab.weData.world().versions(A)).hasSize(2).last().satisfies(version -> {
            assertThat(version.versionId()).matches(A + "_[0-9]{17}");
            assertThat(version.versionNum()).isEqualTo("V2");
            assertThat(version.versionRemark()).isEqualTo("release 7");
            assertThat(version.createUserUin()).isEqualTo(Lab.UIN);
            assertThat(version.autoRun()).isTrue();
            assertThat(version.approveStatus()).isNull();
        });
    }

    @Test
    void whereVersionsNeedApprovalTheJobAndTheVersionsSaySo() {
        lab.weData.switches().versionsNeedApproval(true);
        long job = lab.batch(A);
        states(job, 4);

        assertThat(lab.look(job).get("NeedApprove").booleanValue()).isTrue();
        assertThat(lab.weData.world().versions(A))
                .singleElement()
                .satisfies(version -> assertThat(version.approveStatus()).isEqualTo("WAIT_APPROVE"));
    }

    @Test
    void whatTheRequestSaidIsKept() {
        lab.call(
                "BatchCreateTaskVersionAsync",
                "{'Tasks':[{'TaskId':'" + A + "'}],'ProjectId':'" + Lab.PROJECT
                        + "','AutoRun':false,'NeedCheckParentSubmitted':true,'EnableMakeUp':true,'AlarmWays':'true',"
                        + "'AlarmRecipientTypes':'all','AssignApprovalList':['1'],"
                        + "'PerTaskMissingInstanceStrategy':[{'TaskId':'" + A
                        + "','MissingInstanceStrategy':'SKIP'}]}");

        assertThat(lab.weData.world().jobs()).singleElement().satisfies(job -> {
            assertThat(job.autoRun()).isFalse();
            assertThat(job.needCheckParentSubmitted()).isTrue();
            assertThat(job.total()).isEqualTo(1);
            assertThat(job.jobStatus()).isEqualTo("CREATING");
        });
        assertThat(lab.weData.ledger().effects("BatchCreateTaskVersionAsync")).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "{'ProjectId':'P'} | MissingParameter",
                "{'ProjectId':'P','Tasks':[]} | InvalidParameter",
                "{'ProjectId':'P','Tasks':{}} | InvalidParameter",
                "{'ProjectId':'P','Tasks':['x']} | InvalidParameter",
                "{'ProjectId':'P','Tasks':[{}]} | MissingParameter",
                "{'Tasks':[{'TaskId':'1'}]} | MissingParameter",
                "{'ProjectId':'P','Tasks':[{'TaskId':'1'}],'AutoRun':'true'} | InvalidParameter",
                "{'ProjectId':'P','Tasks':[{'TaskId':'1'}],'AssignApprovalList':[1]} | InvalidParameter",
                "{'ProjectId':'P','Tasks':[{'TaskId':'1'}]} | UnauthorizedOperation.UserNotInProject"
            })
    void aWrongRequestIsRefused(String body, String code) {
        assertThat(lab.errorOf("BatchCreateTaskVersionAsync", body)).isEqualTo(code);
        assertThat(lab.weData.world().jobs()).isEmpty();
    }

    @Test
    void aJobIsFoundByItsNumberWithinItsProject() {
        lab.weData.world().project("17");
        long job = lab.batch(A);

        assertThat(lab.errorOf("ListBatchDetail", "{'JobId':" + job + "}")).isEmpty();
        assertThat(lab.errorOf("ListBatchDetail", "{'JobId':'" + job + "','ProjectId':''}"))
                .isEmpty();
        assertThat(lab.errorOf("ListBatchDetail", "{'JobId':" + job + ",'ProjectId':'17'}"))
                .isEqualTo("ResourceNotFound");
        assertThat(lab.errorOf("ListBatchDetail", "{'JobId':999999}")).isEqualTo("ResourceNotFound");
        assertThat(lab.errorOf("ListBatchDetail", "{}")).isEqualTo("MissingParameter");
    }

    @Test
    void theInternationalSiteLacksTheJobActions() {
        long job = lab.batch(A);
        lab.weData.switches().international(true);

        assertThat(lab.look(job).at("/Error/Code").textValue()).isEqualTo("InvalidAction");
        assertThat(errorLog(job, A).at("/Error/Code").textValue()).isEqualTo("InvalidAction");

        lab.weData.switches().hiddenActionCode("UnsupportedOperation");
        assertThat(lab.look(job).at("/Error/Code").textValue()).isEqualTo("UnsupportedOperation");
        assertThat(lab.errorOf("BatchCreateTaskVersionAsync", Lab.batchBody(A))).isEmpty();
    }

    private JsonNode errorLog(long job, String taskId) {
        return lab.call(
                "GetBatchDetailErrorLog",
                "{'JobId':" + job + ",'ResourceId':'" + taskId + "','ProjectId':'" + Lab.PROJECT + "'}");
    }

    private String state(long job) {
        return lab.look(job).get("JobStatus").textValue();
    }

    private List<String> states(long job, int looks) {
        List<String> states = new ArrayList<>();
        for (int i = 0; i < looks; i++) {
            states.add(state(job));
        }
        return states;
    }
}
