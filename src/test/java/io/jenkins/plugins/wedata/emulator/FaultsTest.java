package io.jenkins.plugins.wedata.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.throwable;

import com.fasterxml.jackson.databind.JsonNode;
import io.jenkins.plugins.wedata.client.TransportException;
import io.jenkins.plugins.wedata.client.WireReply;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class FaultsTest {

    private final Lab lab = new Lab();

    @AfterEach
    void close() {
        lab.close();
    }

    @ParameterizedTest
    @CsvSource({"lost-reply, 1", "lost-reply-reused, 1", "cut-reply, 1", "drop, 0", "late-effect, 0"})
    void aReplyThatDoesNotComeLeavesTheCallerInDoubt(String fault, int effects) {
        lab.weData.faults().add(Fault.parse(fault));

        assertThat(send("a"))
                .failsWithin(Duration.ZERO)
                .withThrowableThat()
                .havingCause()
                .asInstanceOf(throwable(TransportException.class))
                .satisfies(lost -> assertThat(lost.mayHaveBeenSent()).isTrue());
        assertThat(lab.weData.ledger().deliveries("CreateTask")).isEqualTo(1);
        assertThat(lab.weData.ledger().effects("CreateTask")).isEqualTo(effects);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CreateTriggerTask",
                "CreateIntegrationTask",
                "LockIntegrationTask",
                "UnlockIntegrationTask",
                "StartIntegrationTask",
                "StopIntegrationTask"
            })
    void everyWriteTellsWhetherItTookEffectWhateverBecameOfItsReply(String action) {
        List<String> lost = List.of("lost-reply", "cut-reply", "empty", "wrong-kind", "null-data", "502=done");
        List<String> kept = List.of("drop", "throttle", "503", "error:InternalError");
        for (String fault : Stream.concat(lost.stream(), kept.stream()).toList()) {
            try (Lab fresh = new Lab()) {
                fresh.weData
                        .world()
                        .triggerWorkflow(Lab.PROJECT, Lab.TRIGGER_WORKFLOW, "on arrival")
                        .lock(Lab.REAL_TIME_TASK, action.startsWith("Unlock") ? Lab.UIN : null)
                        .integrationStatus(Lab.REAL_TIME_TASK, action.startsWith("Stop") ? 3 : 1);
                fresh.weData.faults().add(Fault.parse(fault + ":" + action));

                assertThat(fresh.send(fresh.signed(action, write(action))))
                        .as(fault)
                        .isDone();

                assertThat(fresh.weData.ledger().deliveries(action)).as(fault).isEqualTo(1);
                assertThat(fresh.weData.ledger().effects(action)).as(fault).isEqualTo(lost.contains(fault) ? 1 : 0);
            }
        }
    }

    private static String write(String action) {
        return switch (action) {
            case "CreateTriggerTask" -> Lab.triggerTaskBody("a");
            case "CreateIntegrationTask" -> "{'ProjectId':'" + Lab.PROJECT + "','TaskInfo':{'TaskName':'a'}}";
            default -> Lab.integrationBody(Lab.REAL_TIME_TASK, "");
        };
    }

    @Test
    void whatWasStruckIsRemembered() {
        lab.weData.faults().add(Fault.parse("throttle:CreateTask:1")).add(Fault.parse("drop:ListTaskVersions"));
        send("a");
        send("b");

        assertThat(lab.weData.faults().strikes()).containsExactly(new Faults.Strike(FaultKind.THROTTLE, "CreateTask"));
        assertThat(lab.weData.faults().pending()).isEqualTo(1);
        assertThat(lab.weData.ledger().deliveries()).containsExactly(Map.entry("CreateTask", 2));
    }

    @Test
    void theActionsThatItKnowsAreNamed() {
        assertThat(lab.weData.actions()).contains("CreateTask", "ListBatchDetail");
    }

    @Test
    void inProcessNoConnectionIsFresh() {
        lab.weData.faults().add(Fault.of(FaultKind.LOST_REPLY_FRESH));

        assertThat(send("a")).isCompleted();
    }

    @Test
    void aLateEffectLandsWhenItsTimeComesEvenIfFaultsAreCleared() {
        lab.weData.faults().add(Fault.parse("late-effect=400s:CreateTask"));
        assertThat(send("a")).isCompletedExceptionally();
        lab.weData.faults().clear();

        lab.time.turn(Duration.ofSeconds(399));
        assertThat(lab.weData.world().tasksNamed("a")).isEmpty();
        lab.time.turn(Duration.ofSeconds(1));

        assertThat(lab.weData.world().tasksNamed("a"))
                .singleElement()
                .satisfies(task -> assertThat(task.taskId()).isEqualTo("20260301180640000"));
        assertThat(lab.weData.ledger().deliveries("CreateTask")).isEqualTo(1);
        assertThat(lab.weData.ledger().effects("CreateTask")).isEqualTo(1);
    }

    @Test
    void aLateEffectOfARefusedCallIsNone() {
        lab.weData.faults().add(Fault.parse("late-effect=1s"));
        assertThat(lab.send(lab.signed("CreateTask", "{}"))).isCompletedExceptionally();

        lab.time.turn(Duration.ofSeconds(2));

        assertThat(lab.weData.world().tasks()).isEmpty();
    }

    @Test
    void aSlowReplyComesWhenItsTimeComes() {
        lab.weData.faults().add(Fault.parse("slow=30s"));
        CompletableFuture<WireReply> reply = send("a");
        assertThat(reply).isNotDone();
        assertThat(lab.weData.ledger().effects("CreateTask")).isEqualTo(1);

        lab.time.turn(Duration.ofSeconds(30));

        assertThat(reply).isCompletedWithValueMatching(whole -> whole.status() == 200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"408", "429", "502", "503", "302"})
    void aStatusComesWithoutTheWorkOrWithIt(String status) {
        lab.weData.faults().add(Fault.parse(status)).add(Fault.parse(status + "=done"));

        assertThat(send("before").join().status()).isEqualTo(Integer.parseInt(status));
        assertThat(lab.weData.ledger().effects("CreateTask")).isZero();
        WireReply after = send("after").join();
        assertThat(after.status()).isEqualTo(Integer.parseInt(status));
        assertThat(new String(after.body(), StandardCharsets.UTF_8)).doesNotContain("Response");
        assertThat(lab.weData.ledger().effects("CreateTask")).isEqualTo(1);
    }

    @Test
    void bodiesCanBeEmptyOrSayNothing() {
        lab.weData.faults().add(Fault.parse("empty")).add(Fault.parse("empty-object"));

        assertThat(send("a").join().body()).isEmpty();
        assertThat(send("a").join().body()).asString().isEqualTo("{}");
        assertThat(lab.weData.ledger().effects("CreateTask")).isEqualTo(2);
    }

    @Test
    void jsonCanEndInItsMidst() {
        lab.weData.faults().add(Fault.parse("cut-json"));

        assertThat(send("a").join().body())
                .asString()
                .startsWith("{\"Response\"")
                .doesNotEndWith("}}");
    }

    @Test
    void membersCanBeOfAnotherKindOrNull() {
        long job = lab.batch("20260101000000001");
        lab.weData.faults().add(Fault.parse("wrong-kind")).add(Fault.parse("null-data"));

        JsonNode wrong = lab.look(job);
        assertThat(wrong.get("SuccessResource").isTextual()).isTrue();
        assertThat(wrong.get("JobId").isObject()).isTrue();
        assertThat(wrong.get("RequestId").isTextual()).isTrue();
        JsonNode nothing = lab.look(job);
        assertThat(nothing.get("JobStatus").isNull()).isTrue();
        assertThat(nothing.get("RequestId").isTextual()).isTrue();
    }

    @Test
    void theRequestIdCanBeAbsent() {
        lab.weData.faults().add(Fault.parse("no-request-id"));

        JsonNode response = lab.call("CreateTask", Lab.createTaskBody("a"));

        assertThat(response.has("RequestId")).isFalse();
        assertThat(response.at("/Data/Id").textValue()).isNotBlank();
    }

    @Test
    void anyErrorCanBeAnsweredBeforeTheWorkOrAfterIt() {
        lab.weData
                .faults()
                .add(Fault.parse("error:FailedOperation"))
                .add(Fault.parse("error-after-work:InternalError.UnknownError:CreateTask"));

        assertThat(lab.errorOf("CreateTask", Lab.createTaskBody("a"))).isEqualTo("FailedOperation");
        assertThat(lab.weData.ledger().effects("CreateTask")).isZero();
        assertThat(lab.errorOf("CreateTask", Lab.createTaskBody("a"))).isEqualTo("InternalError.UnknownError");
        assertThat(lab.weData.ledger().effects("CreateTask")).isEqualTo(1);
    }

    @Test
    void aBurstOfThrottlingEnds() {
        lab.weData.switches().throttleCode("RequestLimitExceeded.IPLimitExceeded");
        lab.weData.faults().add(Fault.parse("throttle:CreateTask:3"));

        assertThat(codes(5))
                .containsExactly(
                        "RequestLimitExceeded.IPLimitExceeded",
                        "RequestLimitExceeded.IPLimitExceeded",
                        "RequestLimitExceeded.IPLimitExceeded",
                        "",
                        "");
    }

    @Test
    void aSkewedClockRefusesAndTellsItsTime() {
        lab.weData.faults().add(Fault.parse("clock-skew=-6m"));

        WireReply reply = send("a").join();

        assertThat(Lab.response(reply.body()).at("/Error/Code").textValue()).isEqualTo("AuthFailure.SignatureExpire");
        assertThat(reply.date()).contains(lab.time.now().minusSeconds(360));
        assertThat(codes(1)).containsExactly("");
    }

    @ParameterizedTest
    @EnumSource(FaultKind.class)
    void everyKindStrikesTheGivenActionOnceAndIsOver(FaultKind kind) {
        lab.weData.faults().add(Fault.of(kind).on("CreateTaskNew"));

        assertThat(codes(1)).containsExactly("");
        assertThat(lab.weData.faults().pending()).isEqualTo(1);
        lab.send(lab.signed("CreateTaskNew", Lab.createTaskBody("b")));
        // In process every connection has been used before, so this kind has nothing to strike.
        assertThat(lab.weData.faults().pending()).isEqualTo(kind == FaultKind.LOST_REPLY_FRESH ? 1 : 0);
        assertThat(codes(1)).containsExactly("");
    }

    @Test
    void aFaultCanLetCallsPassFirst() {
        lab.weData.faults().add(Fault.error("FailedOperation").skipping(2).times(2));

        assertThat(codes(5)).containsExactly("", "", "FailedOperation", "FailedOperation", "");
    }

    @Test
    void aFaultCanStrikeForEver() {
        lab.weData.faults().add(Fault.error("FailedOperation").times(Fault.ALWAYS));

        assertThat(codes(19)).containsOnly("FailedOperation");
        assertThat(lab.weData.faults().pending()).isEqualTo(1);
    }

    @Test
    void theFirstFaultThatFitsStrikes() {
        lab.weData
                .faults()
                .add(Fault.error("A").on("Other"))
                .add(Fault.error("B"))
                .add(Fault.error("C"));

        assertThat(codes(3)).containsExactly("B", "C", "");
    }

    @Test
    void chanceFollowsFromTheSeed() {
        List<String> first = byChance(5);

        assertThat(first).contains("FailedOperation").contains("");
        assertThat(byChance(5)).isEqualTo(first);
        assertThat(byChance(6)).isNotEqualTo(first);
    }

    private List<String> byChance(long seed) {
        try (BuiltInWeData weData = BuiltInWeData.builder()
                .time(lab.time)
                .seed(seed)
                .key(SignedCall.SECRET_ID, SignedCall.SECRET_KEY)
                .build()) {
            weData.switches().acceptAnyProject(true).callsPerSecond(1000);
            weData.faults().add(Fault.parse("error:FailedOperation:*:*:0.5"));
            List<String> codes = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                SignedCall call = lab.signed("CreateTask", Lab.createTaskBody("a"));
                byte[] body = weData.transport().send(call.wire()).join().body();
                codes.add(Lab.response(body).path("Error").path("Code").asText());
            }
            return codes;
        }
    }

    private CompletableFuture<WireReply> send(String name) {
        return lab.send(lab.signed("CreateTask", Lab.createTaskBody(name)));
    }

    private List<String> codes(int calls) {
        List<String> codes = new ArrayList<>();
        for (int i = 0; i < calls; i++) {
            codes.add(lab.errorOf("CreateTask", Lab.createTaskBody("a")));
        }
        return codes;
    }
}
