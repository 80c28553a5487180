package io.jenkins.plugins.wedata.operation;

import static io.jenkins.plugins.wedata.operation.Bench.INTEGRATION_TASK;
import static io.jenkins.plugins.wedata.operation.Bench.PROJECT;
import static io.jenkins.plugins.wedata.operation.Bench.WORKFLOW;
import static org.assertj.core.api.Assertions.assertThat;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.wedata.api.BatchCreateTaskVersionAsync;
import io.jenkins.plugins.wedata.api.BatchCreateTaskVersionAsync.BatchCreateTaskVersionDTO;
import io.jenkins.plugins.wedata.api.CommitIntegrationTask;
import io.jenkins.plugins.wedata.api.CommitType;
import io.jenkins.plugins.wedata.api.CreateTriggerTaskBaseAttribute;
import io.jenkins.plugins.wedata.api.CreateTriggerTaskConfiguration;
import io.jenkins.plugins.wedata.api.CreateTriggerTaskSchedulerConfiguration;
import io.jenkins.plugins.wedata.api.IntegrationTaskInfo;
import io.jenkins.plugins.wedata.client.SteadyRetries;
import io.jenkins.plugins.wedata.client.WeDataClient;
import io.jenkins.plugins.wedata.client.WeDataException;
import io.jenkins.plugins.wedata.definition.DefinitionReader;
import io.jenkins.plugins.wedata.definition.Syntax;
import io.jenkins.plugins.wedata.emulator.FaultKind;
import io.jenkins.plugins.wedata.operation.KilledTransport.Point;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every write, under every fault that the built-in WeData knows, its process killed at every point and begun again with the
 * last progress that was kept: the service's own count never shows a second effect, and a success never stands for none.
 */
class AtMostOnceTest {

    private static final String TRIGGER = "d3e40dcc-bf42-4fb9-b081-b00408d478ec";
    private static final String TASK = "20260101000000001";
    private static final String TRIGGER_TASK = "20260101000000002";
    private static final String GONE_WITH_ITS_FILE = "";

    /** Longer than any fault here lasts: late effects have landed by then. */
    private static final Duration AFTERMATH = Duration.ofMinutes(10);

    /** A write, the action by which its effect is looked for, and the step that makes it. */
    enum Write {
        CREATE_TASK("CreateTask", "DescribeBatchOperateTask"),
        CREATE_TASK_WITH_CODE("CreateTaskNew", "DescribeBatchOperateTask"),
        CREATE_TRIGGER_TASK("CreateTriggerTask", "ListTriggerTasks"),
        CREATE_INTEGRATION_TASK("CreateIntegrationTask", "CheckIntegrationTaskNameExists"),
        UPDATE_TASK("UpdateTaskPartially", "GetTask"),
        UPDATE_TRIGGER_TASK("UpdateTriggerTaskPartially", "GetTriggerTask"),
        UPDATE_INTEGRATION_TASK("ModifyIntegrationTask", "DescribeIntegrationTask"),
        COMMIT("CommitIntegrationTask", "DescribeIntegrationTask"),
        COMMIT_UNDER_LOCK_AND_WAIT("CommitIntegrationTask", "DescribeIntegrationTask"),
        BATCH("BatchCreateTaskVersionAsync", "ListTaskVersions"),
        BATCH_WITHOUT_MARK("BatchCreateTaskVersionAsync", "ListBatchDetail");

        final String action;
        final String look;

        Write(String action, String look) {
            this.action = action;
            this.look = look;
        }

        Operation operation(boolean goingOn, OnUnknown onUnknown) {
            String code = goingOn ? GONE_WITH_ITS_FILE : "select 2";
            return switch (this) {
                case CREATE_TASK -> new CreateTaskOperation(task("load", null), IfExists.FAIL, onUnknown);
                case CREATE_TASK_WITH_CODE -> new CreateTaskOperation(task("load", code), IfExists.REUSE, onUnknown);
                case CREATE_TRIGGER_TASK ->
                    new CreateTriggerTaskOperation(triggerTask("load", code), IfExists.FAIL, onUnknown);
                case CREATE_INTEGRATION_TASK ->
                    new CreateIntegrationTaskOperation(integrationTask("sync", goingOn), IfExists.UPDATE, onUnknown);
                case UPDATE_TASK -> new CreateTaskOperation(task("there", code), IfExists.UPDATE, onUnknown);
                case UPDATE_TRIGGER_TASK ->
                    new CreateTriggerTaskOperation(triggerTask("there", code), IfExists.UPDATE, onUnknown);
                case UPDATE_INTEGRATION_TASK ->
                    new CreateIntegrationTaskOperation(integrationTask("orders", goingOn), IfExists.UPDATE, onUnknown);
                case COMMIT -> commit(CommitType.SUBMIT_ONLY, false);
                case COMMIT_UNDER_LOCK_AND_WAIT -> commit(CommitType.START, true);
                case BATCH -> batch(Optional.of("[wedata release#7.12]"));
                case BATCH_WITHOUT_MARK -> batch(Optional.empty());
            };
        }
    }

    static Stream<Arguments> everyWriteAndFault() {
        List<String> faults = Arrays.stream(FaultKind.values())
                .flatMap(kind -> texts(kind.text()))
                .toList();
        return Arrays.stream(Write.values()).flatMap(write -> faults.stream().map(fault -> Arguments.of(write, fault)));
    }

    /** A 429 says that nothing was done, as throttling does: one after the work would be a lie, and is left out. */
    private static Stream<String> texts(String kind) {
        return switch (kind) {
            case "late-effect", "slow" -> Stream.of(kind + "=20s", kind + "=3m");
            case "clock-skew" -> Stream.of(kind + "=10m");
            case "error" -> Stream.of(kind + ":InternalError", kind + ":UnauthorizedOperation");
            case "error-after-work" -> Stream.of(kind + ":InternalError");
            case "408", "502", "503", "302" -> Stream.of(kind, kind + "=done");
            default -> Stream.of(kind);
        };
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("everyWriteAndFault")
    void noWriteTakesEffectTwice(Write write, String fault) {
        for (Point point : Point.values()) {
            play(write, point, OnUnknown.FAIL, 1, fault + ":" + write.action + ":1");
        }
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("everyWriteAndFault")
    void noWriteTakesEffectTwiceWhereItsEffectIsHardToSee(Write write, String fault) {
        for (Point point : List.of(Point.NEVER, Point.BEFORE_THE_REPLY)) {
            play(
                    write,
                    point,
                    OnUnknown.FAIL,
                    1,
                    "late-effect=8s:" + write.action + ":1",
                    fault + ":" + write.look + ":4:0.6");
        }
    }

    static Stream<Arguments> everyCreationAndFault() {
        return everyWriteAndFault().filter(row -> row.get()[0].toString().startsWith("CREATE"));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("everyCreationAndFault")
    void aResendIsMadeOnceAtTheMost(Write write, String fault) {
        for (Point point :
                List.of(Point.NEVER, Point.BEFORE_SENDING, Point.BEFORE_THE_REPLY, Point.AT_THE_FIRST_LOOK)) {
            play(write, point, OnUnknown.RESEND, 2, fault + ":" + write.action + ":*");
        }
    }

    @Test
    void withoutAFaultAndAKillEveryWriteTakesEffect() {
        for (Write write : Write.values()) {
            assertThat(play(write, Point.NEVER, OnUnknown.FAIL, 1))
                    .as("%s", write)
                    .isEqualTo(1);
        }
    }

    @Test
    void theCountShowsASecondEffectWhereTheUserAllowedOne() {
        assertThat(play(Write.CREATE_TASK, Point.NEVER, OnUnknown.RESEND, 2, "late-effect=3m:CreateTask:1"))
                .isEqualTo(2);
    }

    /** Plays it to its end, and gives how often the write took effect. */
    private static int play(Write write, Point point, OnUnknown onUnknown, int most, String... faults) {
        String story = write + " killed " + point + " under " + List.of(faults);
        try (Bench bench = bench()) {
            for (String fault : faults) {
                bench.fault(fault);
            }
            Optional<Throwable> failure = lives(bench, write, point, onUnknown);
            bench.time.advance(AFTERMATH);
            int effects = bench.weData.ledger().effects(write.action);
            assertThat(effects).as(story).isLessThanOrEqualTo(most);
            if (failure.isEmpty()) {
                assertThat(effects).as("%s succeeded", story).isPositive();
            } else {
                assertThat(failure.get()).as(story).isInstanceOf(WeDataException.class);
            }
            return effects;
        }
    }

    private static Optional<Throwable> lives(Bench bench, Write write, Point point, OnUnknown onUnknown) {
        KilledTransport first = new KilledTransport(bench.weData.transport(), write.action, point);
        Optional<Throwable> failure = live(bench, first, write, onUnknown, null);
        if (!first.isDead()) {
            return failure;
        }
        KilledTransport second = new KilledTransport(bench.weData.transport(), write.action, Point.NEVER);
        return live(bench, second, write, onUnknown, first.kept());
    }

    /** From a start, or from what another life has kept, to the end or the kill; gives what it failed with. */
    private static Optional<Throwable> live(
            Bench bench, KilledTransport process, Write write, OnUnknown onUnknown, @CheckForNull Progress reached) {
        WeDataClient client = WeDataClient.over(process, bench.time, SteadyRetries.policy());
        Session session = bench.newSession(client);
        Operation operation = write.operation(reached != null, onUnknown);
        CompletableFuture<OperationResult> running = reached == null
                ? operation.run(session, process::keep)
                : operation.resume(session, reached, process::keep);
        for (int seconds = 0; !running.isDone() && !process.isDead() && seconds < 20_000; seconds++) {
            bench.time.advance(Duration.ofSeconds(1));
        }
        assertThat(running.isDone() || process.isDead()).as("%s ends", write).isTrue();
        boolean isDead = process.isDead();
        session.cancel();
        client.close();
        return isDead
                ? Optional.empty()
                : Optional.ofNullable(
                                running.handle((result, failure) -> failure).join())
                        .map(Async::unwrap);
    }

    private static Bench bench() {
        Bench bench = new Bench();
        bench.weData
                .world()
                .triggerWorkflow(PROJECT, TRIGGER, "on demand")
                .task(WORKFLOW, TASK, "there", 34)
                .triggerTask(TRIGGER, TRIGGER_TASK, "there", 35);
        return bench;
    }

    private static NewTask task(String name, @CheckForNull String code) {
        return new NewTask(PROJECT, WORKFLOW, name, 34L, code, null, null, null, null, null, null, null);
    }

    private static NewTriggerTask triggerTask(String name, String code) {
        return new NewTriggerTask(
                PROJECT,
                new CreateTriggerTaskBaseAttribute(name, "35", TRIGGER, null, null, null),
                new CreateTriggerTaskConfiguration(null, null, null, null, null, null, null, null, null, null, null),
                code,
                new CreateTriggerTaskSchedulerConfiguration(
                        null, null, null, null, null, null, null, null, null, null, null, null, null));
    }

    private static NewIntegrationTask integrationTask(String name, boolean goingOn) {
        return new NewIntegrationTask(
                PROJECT,
                "file",
                goingOn
                        ? null
                        : new DefinitionReader<>(IntegrationTaskInfo.class, Set.of(), Set.of())
                                .read("TaskName: " + name + "\nTaskType: 201\nDescription: changed", Syntax.YAML));
    }

    private static CommitIntegrationOperation commit(CommitType type, boolean lockAndWait) {
        CommitIntegrationTask commit = new CommitIntegrationTask(
                INTEGRATION_TASK, PROJECT, type.wireValue(), 201L, null, "nightly", null, null, null);
        return new CommitIntegrationOperation(commit, lockAndWait, Duration.ofMinutes(20), Reaction.FAIL, lockAndWait);
    }

    private static BatchVersionOperation batch(Optional<String> mark) {
        List<BatchCreateTaskVersionDTO> tasks = new ArrayList<>();
        tasks.add(new BatchCreateTaskVersionDTO(TASK, "nightly " + mark.orElse(""), null));
        return new BatchVersionOperation(
                new BatchCreateTaskVersionAsync(tasks, PROJECT, null, null, null, null, null, null, null),
                new BatchWaitOptions(true, Duration.ofMinutes(20), Reaction.FAIL, Reaction.FAIL, mark));
    }
}
