package io.jenkins.plugins.wedata.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IntegrationActionsTest {

    private static final String OTHER_UIN = "100028625403";

    private final Lab lab = new Lab();

    @AfterEach
    void close() {
        lab.close();
    }

    @Test
    void aCommitMakesAVersionAndStartsNothingByItself() {
        JsonNode response = commit(",'VersionDesc':'v1','EventDesc':'release','CurrentStatus':3");

        assertThat(response.get("Data").booleanValue()).isTrue();
        assertThat(response.has("DataDto")).isFalse();
        JsonNode described = describe("");
        assertThat(described.at("/TaskInfo/Status").asInt()).isEqualTo(1);
        assertThat(described.at("/TaskInfo/HasVersion").booleanValue()).isTrue();
        assertThat(described.at("/TaskVersion/InstanceVersion").asInt()).isEqualTo(1);
        assertThat(described.at("/TaskVersion/VersionDesc").textValue()).isEqualTo("v1");
        assertThat(described.at("/TaskVersion/SubmitterUin").textValue()).isEqualTo(Lab.UIN);
        assertThat(lab.weData.ledger().effects("CommitIntegrationTask")).isEqualTo(1);
    }

    @Test
    void versionsCountUpOrAreNumberedByTheRequest() {
        commit("");
        commit(",'VersionDesc':'second'");
        commit(",'InstanceVersion':9");

        assertThat(describe("").at("/TaskInfo/InstanceVersion").asInt()).isEqualTo(9);
        JsonNode second = describe(",'InstanceVersion':2").get("TaskVersion");
        assertThat(second.get("VersionDesc").textValue()).isEqualTo("second");
        assertThat(second.get("InstanceStatus").asInt()).isZero();
        assertThat(describe(",'InstanceVersion':7").get("TaskVersion").isNull()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void aStartIsOperatingAtTheFirstLookAndRunningAtTheNext(int commitType) {
        commit(",'CommitType':" + commitType);

        assertThat(status()).isEqualTo(2);
        assertThat(status()).isEqualTo(3);
        assertThat(status()).isEqualTo(3);
    }

    @Test
    void byTheClockAStartTakesItsTime() {
        lab.weData.switches().pace(Pace.DEFAULT);
        commit(",'CommitType':1");
        assertThat(status()).isEqualTo(2);
        lab.time.turn(Duration.ofMillis(499));
        assertThat(status()).isEqualTo(2);

        lab.time.turn(Duration.ofMillis(1));

        assertThat(status()).isEqualTo(3);
        assertThat(lab.weData.world().integrationTask(Lab.REAL_TIME_TASK))
                .hasValueSatisfying(task -> assertThat(task.status()).isEqualTo(3));
    }

    @Test
    void aStartCanFail() {
        lab.weData.switches().startsFail(true);
        commit(",'CommitType':1");

        assertThat(status()).isEqualTo(2);
        assertThat(status()).isEqualTo(7);
    }

    @Test
    void aLockOfAnotherAccountNamesItsHolder() {
        lab.weData.world().lock(Lab.REAL_TIME_TASK, OTHER_UIN);

        JsonNode error = commit("").get("Error");

        assertThat(error.get("Code").textValue()).isEqualTo("UnsupportedOperation");
        assertThat(error.get("Message").textValue())
                .isEqualTo("CloudApiException: The current task is locked by 100028625403 and cannot be committed");
        assertThat(lab.weData.ledger().effects("CommitIntegrationTask")).isZero();
    }

    @Test
    void theCallersOwnLockIsNoHindrance() {
        lab.weData.world().lock(Lab.REAL_TIME_TASK, Lab.UIN);

        assertThat(commit("").get("Data").booleanValue()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({", '', 0, 0", OTHER_UIN + "," + OTHER_UIN + ", 0, 1", Lab.UIN + "," + Lab.UIN + ", 1, 0"})
    void theLocksHolderIsTold(String holder, String locker, int isLocker, int isRob) {
        lab.weData.world().lock(Lab.REAL_TIME_TASK, holder);

        JsonNode lock = lab.call("DescribeTaskLockStatus", Lab.integrationBody(Lab.REAL_TIME_TASK, ",'TaskType':201"))
                .get("TaskLockStatus");

        assertThat(lock.get("Locker").textValue()).isEqualTo(locker);
        assertThat(lock.get("IsLocker").asInt()).isEqualTo(isLocker);
        assertThat(lock.get("IsRob").asInt()).isEqualTo(isRob);
        assertThat(describe("").at("/TaskInfo/Locked").booleanValue()).isEqualTo(holder != null);
    }

    @Test
    void aCommitThatNeedsApprovalHasATicketAndStartsNothing() {
        lab.weData.switches().commitsNeedApproval(true);

        JsonNode response = commit(",'CommitType':1");

        assertThat(response.get("Data").booleanValue()).isTrue();
        assertThat(response.at("/DataDto/TaskApproveId").textValue()).isNotBlank();
        assertThat(status()).isEqualTo(1);
    }

    @Test
    void theInternationalSiteDoesNotTellOfTheApproval() {
        lab.weData.switches().commitsNeedApproval(true).international(true);

        assertThat(commit("").has("DataDto")).isFalse();
        JsonNode described = describe("");
        assertThat(described.has("TaskVersionList")).isFalse();
        assertThat(described.get("TaskInfo").has("LastOperateInfo")).isFalse();
        assertThat(described.get("TaskInfo").has("TaskName")).isTrue();
    }

    @Test
    void aCommitCanAnswerFalseWithoutAnError() {
        lab.weData.switches().commitsAnswerFalse(true);

        JsonNode response = commit(",'CommitType':1");

        assertThat(response.get("Data").booleanValue()).isFalse();
        assertThat(response.has("Error")).isFalse();
        assertThat(describe("").at("/TaskInfo/HasVersion").booleanValue()).isFalse();
        assertThat(lab.weData.ledger().effects("CommitIntegrationTask")).isZero();
    }

    @Test
    void aCommitIsOneOfTheActionsThatCanAnswerFalse() {
        lab.weData.switches().answerFalse("CommitIntegrationTask", "StartIntegrationTask");

        assertThat(commit("").get("Data").booleanValue()).isFalse();
        assertThat(lab.call("LockIntegrationTask", Lab.integrationBody(Lab.REAL_TIME_TASK, ""))
                        .get("Data")
                        .booleanValue())
                .isTrue();
        lab.weData.switches().answerFalse();
        assertThat(commit("").get("Data").booleanValue()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "CommitIntegrationTask | {'ProjectId':'1'} | MissingParameter",
                "CommitIntegrationTask | {'TaskId':'1'} | MissingParameter",
                "CommitIntegrationTask | {'TaskId':'1','ProjectId':'1','CommitType':5} | InvalidParameterValue",
                "CommitIntegrationTask | {'TaskId':'1','ProjectId':'1','ExtConfig':[{'Name':1}]} | InvalidParameter",
                "CommitIntegrationTask | {'TaskId':'1','ProjectId':'1'} | UnauthorizedOperation.UserNotInProject",
                "CommitIntegrationTask | {'TaskId':'1','ProjectId':'" + Lab.PROJECT + "'} | ResourceNotFound",
                "DescribeIntegrationTask | {'TaskId':'1','ProjectId':'" + Lab.PROJECT + "'} | ResourceNotFound",
                "DescribeTaskLockStatus | {'TaskId':'1','ProjectId':'" + Lab.PROJECT + "'} | MissingParameter"
            })
    void aWrongRequestIsRefused(String action, String body, String code) {
        assertThat(lab.errorOf(action, body)).isEqualTo(code);
    }

    @Test
    void anOfflineTaskIsDescribedOnlyAsOne() {
        String body = Lab.integrationBody(Lab.OFFLINE_TASK, "");

        assertThat(lab.errorOf("DescribeIntegrationTask", body)).isEqualTo("ResourceNotFound");
        assertThat(lab.call("DescribeIntegrationTask", body.replace("}", ",'TaskType':202}"))
                        .at("/TaskInfo/TaskType")
                        .asInt())
                .isEqualTo(202);
    }

    @Test
    void whenAnyProjectIsAcceptedATaskOfTheRightFormSpringsIntoBeing() {
        lab.weData.switches().acceptAnyProject(true);
        String other = "3cd6b1b3-76a0-4147-8f0e-6df206bc58c0";

        assertThat(lab.call("CommitIntegrationTask", "{'TaskId':'" + other + "','ProjectId':'1'}")
                        .get("Data")
                        .booleanValue())
                .isTrue();
        assertThat(lab.errorOf("CommitIntegrationTask", "{'TaskId':'no-id','ProjectId':'1'}"))
                .isEqualTo("ResourceNotFound");
        assertThat(lab.weData.world().integrationTask(other))
                .hasValueSatisfying(task -> assertThat(task.instanceVersion()).isEqualTo(1));
    }

    @Test
    void aStatusCanBeSet() {
        lab.weData.world().integrationStatus(Lab.REAL_TIME_TASK, 20);

        assertThat(status()).isEqualTo(20);
    }

    private JsonNode commit(String more) {
        return lab.call("CommitIntegrationTask", Lab.integrationBody(Lab.REAL_TIME_TASK, more));
    }

    private JsonNode describe(String more) {
        return lab.call("DescribeIntegrationTask", Lab.integrationBody(Lab.REAL_TIME_TASK, more));
    }

    private int status() {
        return describe("").at("/TaskInfo/Status").asInt();
    }
}
