package io.jenkins.plugins.wedata.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CreateTriggerTaskTest {

    private static final CreateTriggerTaskBaseAttribute BASE = base("35");

    private static final CreateTriggerTaskConfiguration NO_CONFIGURATION =
            new CreateTriggerTaskConfiguration(null, null, null, null, null, null, null, null, null, null, null);

    private static final CreateTriggerTaskSchedulerConfiguration NO_SCHEDULE = schedule(null, null);

    @Test
    void aTriggerTaskNeedsProjectAndAllThreeStructures() {
        assertThat(wrongIn(new CreateTriggerTask(" ", null, null, null)))
                .containsExactly("projectId", "baseAttribute", "configuration", "schedulerConfiguration");
    }

    @Test
    void twoOfTheStructuresMayBeEmpty() {
        assertThat(wrongIn(new CreateTriggerTask("p", BASE, NO_CONFIGURATION, NO_SCHEDULE)))
                .isEmpty();
    }

    @Test
    void aTriggerTaskNeedsNameTypeAndWorkflow() {
        assertThat(wrongIn(new CreateTriggerTask(
                        "p",
                        new CreateTriggerTaskBaseAttribute(null, null, "", null, null, null),
                        NO_CONFIGURATION,
                        NO_SCHEDULE)))
                .containsExactly("baseAttribute.taskName", "baseAttribute.taskTypeId", "baseAttribute.workflowId");
    }

    @ParameterizedTest
    @EnumSource(TriggerTaskType.class)
    void everyPublishedTypeIsTakenByNumberAndByName(TriggerTaskType type) {
        assertThat(wrongIn(new CreateTriggerTask(
                        "p", base(Long.toString(type.wireValue())), NO_CONFIGURATION, NO_SCHEDULE)))
                .isEmpty();
        assertThat(TriggerTaskType.parse(type.name())).hasValue(type.wireValue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"36", "151", "999999999"})
    void aNumberThatIsNotPublishedIsTakenAsItIs(String number) {
        assertThat(TriggerTaskType.parse(number)).hasValue(Long.parseLong(number));
        assertThat(wrongIn(new CreateTriggerTask("p", base(number), NO_CONFIGURATION, NO_SCHEDULE)))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "HIVE_SQL, 'a type of trigger workflows, since only ordinary workflows have that one: a number or one of OFF'",
        "spark sql, 'a type of trigger workflows, since only ordinary workflows have that one: a number or one of OFF'",
        "SHEL, 'a number or one of OFFLINE_SYNC (26), PYTHON (30)'",
        "' ', 'a number or one of OFFLINE_SYNC (26), PYTHON (30)'",
        "-35, 'a number or one of OFFLINE_SYNC (26), PYTHON (30)'"
    })
    void aNameOfAnotherKindOfWorkflowIsRefusedAndTheRightOnesAreNamed(String text, String expected) {
        Problems problems = new Problems();
        new CreateTriggerTask("p", base(text), NO_CONFIGURATION, NO_SCHEDULE).check(problems);
        assertThat(problems.all())
                .singleElement()
                .satisfies(problem -> assertThat(problem.toString())
                        .startsWith("baseAttribute.taskTypeId: ")
                        .contains("give " + expected)
                        .contains("RUN_WORKFLOW (140)"));
    }

    @ParameterizedTest
    @CsvSource({"35, 35", "shell, 35", "Shell form, 38", "dlc-spark, 46", " for_each ,137", "36, 36"})
    void aTypeIsANumberOrAName(String text, long number) {
        assertThat(TriggerTaskType.parse(text)).hasValue(number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "HIVE_SQL", "035", "0", "SHEL", "35.0", "-35", "9999999999"})
    void whatIsNeitherIsNoType(String text) {
        assertThat(TriggerTaskType.parse(text)).isEmpty();
    }

    @Test
    void codeIsBase64AndEachSettingHasANameAndAValue() {
        CreateTriggerTaskConfiguration configuration = new CreateTriggerTaskConfiguration(
                null,
                "echo 1",
                Arrays.asList(new TaskExtParameter("a", ""), null, new TaskExtParameter(" ", null)),
                "",
                null,
                null,
                null,
                null,
                List.of(new TaskSchedulingParameter(null, "v")),
                null,
                null);
        assertThat(wrongIn(new CreateTriggerTask("p", BASE, configuration, NO_SCHEDULE)))
                .containsExactly(
                        "configuration.codeContent",
                        "configuration.taskExtConfigurationList[1]",
                        "configuration.taskExtConfigurationList[2].paramKey",
                        "configuration.taskExtConfigurationList[2].paramValue",
                        "configuration.taskSchedulingParameterList[0].paramKey");
    }

    @Test
    void everyNumberAndWordOfTheScheduleIsAPublishedOne() {
        CreateTriggerTaskSchedulerConfiguration schedule = new CreateTriggerTaskSchedulerConfiguration(
                Arrays.asList(new DependencyTriggerTaskBrief("1"), null, new DependencyTriggerTaskBrief("1")),
                7L,
                -1L,
                -1L,
                0L,
                -2L,
                "SOME",
                null,
                null,
                null,
                "ALL_GREEN",
                2L,
                -1L);
        assertThat(wrongIn(new CreateTriggerTask("p", BASE, NO_CONFIGURATION, schedule)))
                .containsExactly(
                        "schedulerConfiguration.upstream[1]",
                        "schedulerConfiguration.upstream[2]",
                        "schedulerConfiguration.runPriorityType",
                        "schedulerConfiguration.retryWaitMinute",
                        "schedulerConfiguration.maxRetryNumber",
                        "schedulerConfiguration.executionTTLMinute",
                        "schedulerConfiguration.waitExecutionTotalTTLMinute",
                        "schedulerConfiguration.allowRedoType",
                        "schedulerConfiguration.dependencyTriggerPolicy",
                        "schedulerConfiguration.allowDownstreamDependency",
                        "schedulerConfiguration.scheduleType");
    }

    @Test
    void theBoundsOfTheScheduleAreRight() {
        for (Long limit : new Long[] {-1L, 1L, 1440L}) {
            CreateTriggerTaskSchedulerConfiguration schedule = new CreateTriggerTaskSchedulerConfiguration(
                    List.of(),
                    4L,
                    0L,
                    0L,
                    limit,
                    limit,
                    "NONE",
                    null,
                    null,
                    null,
                    "ALL_DONE_AT_LEAST_ONE_FAILED",
                    0L,
                    1L);
            assertThat(wrongIn(new CreateTriggerTask("p", BASE, NO_CONFIGURATION, schedule)))
                    .isEmpty();
        }
    }

    @Test
    void aWrongWordIsAnsweredWithTheRightOnes() {
        Problems problems = new Problems();
        schedule("some", 3L).check(problems, "schedulerConfiguration");
        assertThat(problems.all())
                .extracting(Problem::toString)
                .containsExactly(
                        "schedulerConfiguration.runPriorityType: '3' is not valid; give one of 4, 5, 6",
                        "schedulerConfiguration.allowRedoType: 'some' is not valid; give one of ALL, FAILURE, NONE");
    }

    @Test
    void aParameterThatComesInSaysWhereFrom() {
        CreateTriggerTaskSchedulerConfiguration schedule = new CreateTriggerTaskSchedulerConfiguration(
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(new OutTaskParameter("out", null)),
                List.of(
                        new InTaskParameter("in", "p.t.out", "1", "out", "CONSTANT"),
                        new InTaskParameter(null, null, null, null, "OTHER")),
                null,
                null,
                null,
                null);
        assertThat(wrongIn(new CreateTriggerTask("p", BASE, NO_CONFIGURATION, schedule)))
                .containsExactly(
                        "schedulerConfiguration.paramTaskOutList[0].paramValue",
                        "schedulerConfiguration.paramTaskInList[1].paramKey",
                        "schedulerConfiguration.paramTaskInList[1].paramDesc",
                        "schedulerConfiguration.paramTaskInList[1].fromTaskId",
                        "schedulerConfiguration.paramTaskInList[1].fromParamKey",
                        "schedulerConfiguration.paramTaskInList[1].type");
    }

    @Test
    void aTableNeedsEverythingThatIsRequiredButMayHaveNoPartition() {
        TaskDataRegistry right =
                new TaskDataRegistry("1", "db", "t", "", "UPSTREAM", "9", null, null, null, null, null);
        TaskDataRegistry wrong = new TaskDataRegistry(null, null, null, null, "IN", null, null, null, null, null, null);
        CreateTriggerTaskSchedulerConfiguration schedule = new CreateTriggerTaskSchedulerConfiguration(
                null, null, null, null, null, null, null, null, null, List.of(right, wrong), null, null, null);
        String path = "schedulerConfiguration.taskOutputRegistryList[1].";
        assertThat(wrongIn(new CreateTriggerTask("p", BASE, NO_CONFIGURATION, schedule)))
                .containsExactly(
                        path + "datasourceId",
                        path + "databaseName",
                        path + "tableName",
                        path + "partitionName",
                        path + "dataFlowType",
                        path + "tablePhysicalId");
    }

    @Test
    void aTableWithoutPartitionsIsToldToSayAnEmptyText() {
        Problems problems = new Problems();
        new TaskDataRegistry("1", "db", "t", null, "UPSTREAM", "9", null, null, null, null, null)
                .check(problems, "table");
        assertThat(problems.all())
                .singleElement()
                .hasToString("table.partitionName: is missing; give the partition's name, or '' for a table without"
                        + " partitions");
    }

    @Test
    void aReplyWithoutTheNewIdSaysNothing() {
        CreateTriggerTask action = new CreateTriggerTask("p", BASE, NO_CONFIGURATION, NO_SCHEDULE);
        assertThat(action.absentIn(new CreateTriggerTask.Result(null))).contains("Data.TaskId");
        assertThat(action.absentIn(new CreateTriggerTask.Result(new CreateTriggerTask.CreateTaskResult(""))))
                .contains("Data.TaskId");
        assertThat(action.absentIn(new CreateTriggerTask.Result(new CreateTriggerTask.CreateTaskResult("7"))))
                .isEmpty();
    }

    private static CreateTriggerTaskBaseAttribute base(String type) {
        return new CreateTriggerTaskBaseAttribute("load", type, "w", null, null, null);
    }

    private static CreateTriggerTaskSchedulerConfiguration schedule(String redo, Long priority) {
        return new CreateTriggerTaskSchedulerConfiguration(
                null, priority, null, null, null, null, redo, null, null, null, null, null, null);
    }

    private static List<String> wrongIn(WeDataAction<?> action) {
        Problems problems = new Problems();
        action.check(problems);
        return problems.all().stream().map(Problem::field).toList();
    }
}
