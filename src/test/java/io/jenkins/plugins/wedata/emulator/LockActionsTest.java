package io.jenkins.plugins.wedata.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LockActionsTest {

    private static final String OTHER_UIN = "100028625403";

    private final Lab lab = new Lab();

    @AfterEach
    void close() {
        lab.close();
    }

    @Test
    void aLockIsTheCallersAndGoesWithItsUnlock() {
        assertThat(call("LockIntegrationTask").get("Data").booleanValue()).isTrue();
        assertThat(holder()).isEqualTo(Lab.UIN);

        assertThat(call("UnlockIntegrationTask").get("Data").booleanValue()).isTrue();

        assertThat(holder()).isNull();
        assertThat(lab.weData.ledger().effects("LockIntegrationTask")).isEqualTo(1);
        assertThat(lab.weData.ledger().effects("UnlockIntegrationTask")).isEqualTo(1);
    }

    @Test
    void theHoldersSecondLockGoesWellAndChangesNothing() {
        call("LockIntegrationTask");

        assertThat(call("LockIntegrationTask").get("Data").booleanValue()).isTrue();

        assertThat(lab.weData.ledger().effects("LockIntegrationTask")).isEqualTo(1);
    }

    @Test
    void theLockOfAnotherAccountIsRefusedByItsHoldersName() {
        lab.weData.world().lock(Lab.REAL_TIME_TASK, OTHER_UIN);

        JsonNode error = call("LockIntegrationTask").get("Error");

        assertThat(error.get("Code").textValue()).isEqualTo("UnsupportedOperation");
        assertThat(error.get("Message").textValue())
                .isEqualTo("CloudApiException: The current task is locked by 100028625403 and cannot be locked");
        assertThat(holder()).isEqualTo(OTHER_UIN);
        assertThat(lab.weData.ledger().effects("LockIntegrationTask")).isZero();
    }

    @ParameterizedTest
    @CsvSource({",", OTHER_UIN})
    void whoHoldsNoLockCannotUnlock(String holder) {
        lab.weData.world().lock(Lab.REAL_TIME_TASK, holder);

        assertThat(call("UnlockIntegrationTask").at("/Error/Code").textValue()).isEqualTo("FailedOperation.NoLock");

        assertThat(holder()).isEqualTo(holder);
        assertThat(lab.weData.ledger().effects("UnlockIntegrationTask")).isZero();
    }

    @Test
    void theHolderCommitsWhileOthersWait() {
        call("LockIntegrationTask");

        assertThat(call("CommitIntegrationTask").get("Data").booleanValue()).isTrue();
        assertThat(holder()).isEqualTo(Lab.UIN);
    }

    @Test
    void whenTheReplyIsLostTheLockIsHeldAndCanBeTakenAgain() {
        lab.weData.faults().add(Fault.parse("lost-reply:LockIntegrationTask"));

        assertThat(lab.send(lab.signed("LockIntegrationTask", Lab.integrationBody(Lab.REAL_TIME_TASK, ""))))
                .isCompletedExceptionally();

        assertThat(holder()).isEqualTo(Lab.UIN);
        assertThat(call("LockIntegrationTask").get("Data").booleanValue()).isTrue();
        assertThat(lab.weData.ledger().deliveries("LockIntegrationTask")).isEqualTo(2);
        assertThat(lab.weData.ledger().effects("LockIntegrationTask")).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"LockIntegrationTask", "UnlockIntegrationTask"})
    void aLockCanAnswerFalseWithoutAnError(String action) {
        lab.weData.world().lock(Lab.REAL_TIME_TASK, Lab.UIN);
        lab.weData.switches().answerFalse(action);

        JsonNode response = call(action);

        assertThat(response.get("Data").booleanValue()).isFalse();
        assertThat(response.has("Error")).isFalse();
        assertThat(holder()).isEqualTo(Lab.UIN);
        assertThat(lab.weData.ledger().effects(action)).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "LockIntegrationTask | {'ProjectId':'1'} | MissingParameter",
                "UnlockIntegrationTask | {'TaskId':'1'} | MissingParameter",
                "LockIntegrationTask | {'TaskId':1,'ProjectId':'1'} | InvalidParameter",
                "LockIntegrationTask | {'TaskId':'1','ProjectId':'1'} | UnauthorizedOperation.UserNotInProject",
                "UnlockIntegrationTask | {'TaskId':'1','ProjectId':'" + Lab.PROJECT + "'} | ResourceNotFound",
                "LockIntegrationTask | {'TaskId':'1','ProjectId':'1','Force':true} | UnknownParameter"
            })
    void aWrongRequestIsRefused(String action, String body, String code) {
        lab.weData.switches().refuseUnknownParameters(true);

        assertThat(lab.errorOf(action, body)).isEqualTo(code);
    }

    private String holder() {
        return lab.weData
                .world()
                .integrationTask(Lab.REAL_TIME_TASK)
                .orElseThrow()
                .locker();
    }

    private JsonNode call(String action) {
        return lab.call(action, Lab.integrationBody(Lab.REAL_TIME_TASK, ""));
    }
}
