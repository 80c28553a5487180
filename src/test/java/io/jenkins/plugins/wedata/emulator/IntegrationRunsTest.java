package io.jenkins.plugins.wedata.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IntegrationRunsTest {

    private static final String START = "StartIntegrationTask";
    private static final String STOP = "StopIntegrationTask";

    private final Lab lab = new Lab();

    @AfterEach
    void close() {
        lab.close();
    }

    @Test
    void aStartIsOperatingAtTheFirstLookAndRunningAtTheNext() {
        assertThat(call(START, ",'Event':'START ','ExtConfig':[{'Name':'timestamp','Value':'1686811933000'}]")
                        .get("Data")
                        .booleanValue())
                .isTrue();

        assertThat(status()).isEqualTo(2);
        assertThat(status()).isEqualTo(3);
        assertThat(described().get("LastRunTime").textValue()).isEqualTo("2026-03-01 18:00:00");
        assertThat(lab.weData.ledger().effects(START)).isEqualTo(1);
    }

    @Test
    void aStopIsStoppingAtTheFirstLookAndStoppedAtTheNext() {
        lab.weData.world().integrationStatus(Lab.REAL_TIME_TASK, 3);

        assertThat(call(STOP, "").get("Data").booleanValue()).isTrue();

        assertThat(status()).isEqualTo(5);
        assertThat(status()).isEqualTo(6);
        assertThat(described().get("StopTime").textValue()).isEqualTo("2026-03-01 18:00:00");
        assertThat(lab.weData.ledger().effects(STOP)).isEqualTo(1);
    }

    @Test
    void byTheClockStartAndStopTakeTheirTime() {
        lab.weData.switches().pace(Pace.byTime(Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ofMinutes(3)));
        call(START, "");
        lab.time.turn(Duration.ofSeconds(179));
        assertThat(status()).isEqualTo(2);
        lab.time.turn(Duration.ofSeconds(1));
        assertThat(status()).isEqualTo(3);

        call(STOP, "");

        lab.time.turn(Duration.ofSeconds(179));
        assertThat(status()).isEqualTo(5);
        lab.time.turn(Duration.ofSeconds(1));
        assertThat(status()).isEqualTo(6);
    }

    @Test
    void aStartCanFailAndBeTriedAgain() {
        lab.weData.switches().startsFail(true);
        call(START, "");
        assertThat(status()).isEqualTo(2);
        assertThat(status()).isEqualTo(7);

        lab.weData.switches().startsFail(false);
        call(START, "");

        assertThat(status()).isEqualTo(2);
        assertThat(status()).isEqualTo(3);
    }

    @Test
    void aStopEndsAStartThatIsUnderWay() {
        call(START, "");
        call(STOP, "");

        assertThat(status()).isEqualTo(5);
        assertThat(status()).isEqualTo(6);
    }

    @ParameterizedTest
    @CsvSource({"StartIntegrationTask, 2", "StartIntegrationTask, 3", "StopIntegrationTask, 1", "StopIntegrationTask, 6"
    })
    void whatIsSoAlreadyIsRefused(String action, long status) {
        lab.weData.world().integrationStatus(Lab.REAL_TIME_TASK, status);

        assertThat(call(action, "").at("/Error/Code").textValue()).isEqualTo("FailedOperation");

        assertThat(status()).isEqualTo(status);
        assertThat(lab.weData.ledger().effects(action)).isZero();
    }

    @ParameterizedTest
    @CsvSource({"StartIntegrationTask, 1", "StopIntegrationTask, 3"})
    void bothCanAnswerFalseWithoutAnError(String action, long status) {
        lab.weData.world().integrationStatus(Lab.REAL_TIME_TASK, status);
        lab.weData.switches().answerFalse(START, STOP);

        assertThat(call(action, "").get("Data").booleanValue()).isFalse();

        assertThat(status()).isEqualTo(status);
        assertThat(lab.weData.ledger().effects(action)).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {START, STOP})
    void aLostReplyLeavesTheWorkDoneOnce(String action) {
        lab.weData.world().integrationStatus(Lab.REAL_TIME_TASK, action.equals(START) ? 1 : 3);
        lab.weData.faults().add(Fault.parse("lost-reply:" + action));

        assertThat(lab.send(lab.signed(action, Lab.integrationBody(Lab.REAL_TIME_TASK, ""))))
                .isCompletedExceptionally();

        assertThat(status()).isEqualTo(action.equals(START) ? 2 : 5);
        assertThat(lab.weData.ledger().effects(action)).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "StartIntegrationTask | {'ProjectId':'1'} | MissingParameter",
                "StopIntegrationTask | {'TaskId':'1'} | MissingParameter",
                "StartIntegrationTask | {'TaskId':'1','ProjectId':'1','Event':'GO'} | InvalidParameterValue",
                "StartIntegrationTask | {'TaskId':'1','ProjectId':'1','ExtConfig':{}} | InvalidParameter",
                "StopIntegrationTask | {'TaskId':'1','ProjectId':'1','Event':'STOP'} | UnknownParameter",
                "StopIntegrationTask | {'TaskId':'1','ProjectId':'" + Lab.PROJECT + "'} | ResourceNotFound"
            })
    void aWrongRequestIsRefused(String action, String body, String code) {
        lab.weData.switches().refuseUnknownParameters(true);

        assertThat(lab.errorOf(action, body)).isEqualTo(code);
    }

    private JsonNode call(String action, String more) {
        return lab.call(action, Lab.integrationBody(Lab.REAL_TIME_TASK, more));
    }

    private JsonNode described() {
        return lab.call("DescribeIntegrationTask", Lab.integrationBody(Lab.REAL_TIME_TASK, ""))
                .get("TaskInfo");
    }

    private int status() {
        return described().get("Status").asInt();
    }
}
