package io.jenkins.plugins.wedata.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.wedata.api.DescribeIntegrationTasks.Filter;
import io.jenkins.plugins.wedata.api.DescribeIntegrationTasks.OrderField;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IntegrationRulesTest {

    private static final List<RecordField> NAMELESS = Arrays.asList(new RecordField(" ", "v"), null);

    @Test
    void aDefinitionNeedsAProjectAndAName() {
        assertThat(wrongIn(new CreateIntegrationTask(null, " "))).containsExactly("projectId", "TaskInfo");
        assertThat(wrongIn(create(Map.of()))).containsExactly("TaskInfo.TaskName");
        assertThat(wrongIn(create(Map.of("taskName", "orders")))).isEmpty();
    }

    @Test
    void numbersOutsideThePublishedOnesAreWrongAndZeroIsNone() {
        assertThat(wrongIn(create(Map.of("taskName", "n", "syncType", 0L, "taskType", 0L))))
                .isEmpty();
        assertThat(wrongIn(create(Map.of("taskName", "n", "syncType", 2L, "taskType", 202L, "taskMode", "1"))))
                .isEmpty();
        assertThat(wrongIn(create(Map.of("taskName", "n", "syncType", 3L, "taskType", 35L, "taskMode", "2"))))
                .containsExactly("TaskInfo.SyncType", "TaskInfo.TaskType", "TaskInfo.TaskMode");
    }

    @Test
    void theProjectOfADefinitionAndOfItsNodesIsTheCalls() {
        IntegrationNodeInfo node = record(IntegrationNodeInfo.class, Map.of("projectId", "other"));
        assertThat(wrongIn(create(Map.of("taskName", "n", "projectId", "other", "nodes", List.of(node)))))
                .containsExactly("TaskInfo.ProjectId", "TaskInfo.Nodes[0].ProjectId");
        assertThat(wrongIn(create(Map.of("taskName", "n", "projectId", "p")))).isEmpty();
    }

    @Test
    void everySettingHasAName() {
        IntegrationNodeInfo node = record(IntegrationNodeInfo.class, Map.of("config", NAMELESS, "extConfig", NAMELESS));
        IntegrationNodeMapping mapping = record(IntegrationNodeMapping.class, Map.of("extConfig", NAMELESS));
        assertThat(wrongIn(create(Map.of(
                        "taskName",
                        "n",
                        "config",
                        NAMELESS,
                        "extConfig",
                        NAMELESS,
                        "executeContext",
                        NAMELESS,
                        "nodes",
                        List.of(node),
                        "mappings",
                        List.of(mapping)))))
                .containsExactly(
                        "TaskInfo.Config[0].Name",
                        "TaskInfo.Config[1]",
                        "TaskInfo.ExtConfig[0].Name",
                        "TaskInfo.ExtConfig[1]",
                        "TaskInfo.ExecuteContext[0].Name",
                        "TaskInfo.ExecuteContext[1]",
                        "TaskInfo.Nodes[0].Config[0].Name",
                        "TaskInfo.Nodes[0].Config[1]",
                        "TaskInfo.Nodes[0].ExtConfig[0].Name",
                        "TaskInfo.Nodes[0].ExtConfig[1]",
                        "TaskInfo.Mappings[0].ExtConfig[0].Name",
                        "TaskInfo.Mappings[0].ExtConfig[1]");
    }

    @Test
    void aColumnNeedsIdNameAndType() {
        IntegrationNodeSchema column = record(IntegrationNodeSchema.class, Map.of("properties", NAMELESS));
        IntegrationNodeMapping mapping = record(
                IntegrationNodeMapping.class,
                Map.of(
                        "sourceSchema",
                        List.of(column),
                        "schemaMappings",
                        List.of(new IntegrationNodeSchemaMapping("", null))));
        IntegrationNodeInfo node = record(
                IntegrationNodeInfo.class,
                Map.of("nodeType", "IN", "schema", Arrays.asList(null, column), "nodeMapping", mapping));
        assertThat(wrongIn(create(Map.of("taskName", "n", "nodes", List.of(node)))))
                .containsExactly(
                        "TaskInfo.Nodes[0].NodeType",
                        "TaskInfo.Nodes[0].Schema[0]",
                        "TaskInfo.Nodes[0].Schema[1].Id",
                        "TaskInfo.Nodes[0].Schema[1].Name",
                        "TaskInfo.Nodes[0].Schema[1].Type",
                        "TaskInfo.Nodes[0].Schema[1].Properties[0].Name",
                        "TaskInfo.Nodes[0].Schema[1].Properties[1]",
                        "TaskInfo.Nodes[0].NodeMapping.SourceSchema[0].Id",
                        "TaskInfo.Nodes[0].NodeMapping.SourceSchema[0].Name",
                        "TaskInfo.Nodes[0].NodeMapping.SourceSchema[0].Type",
                        "TaskInfo.Nodes[0].NodeMapping.SourceSchema[0].Properties[0].Name",
                        "TaskInfo.Nodes[0].NodeMapping.SourceSchema[0].Properties[1]",
                        "TaskInfo.Nodes[0].NodeMapping.SchemaMappings[0].SourceSchemaId",
                        "TaskInfo.Nodes[0].NodeMapping.SchemaMappings[0].SinkSchemaId");
    }

    @Test
    void aScheduleNeedsItsFourteenMembers() {
        assertThat(wrongIn(scheduled(Map.of())))
                .containsExactly(Stream.of(
                                "WorkflowName",
                                "DependencyWorkflow",
                                "StartTime",
                                "EndTime",
                                "CycleType",
                                "CycleStep",
                                "DelayTime",
                                "CrontabExpression",
                                "RetryWait",
                                "Retriable",
                                "TryLimit",
                                "RunPriority",
                                "ProductName",
                                "SelfDepend")
                        .map(member -> "TaskInfo.OfflineTaskAddEntity." + member)
                        .toArray(String[]::new));
    }

    @Test
    void aScheduleOfCronNeedsAnExpressionAndAnotherMayHaveAnEmptyOne() {
        assertThat(wrongIn(scheduled(schedule(0L, ""))))
                .containsExactly("TaskInfo.OfflineTaskAddEntity.CrontabExpression");
        assertThat(wrongIn(scheduled(schedule(0L, "0 0 2 * * ?")))).isEmpty();
        assertThat(wrongIn(scheduled(schedule(3L, "")))).isEmpty();
        assertThat(wrongIn(scheduled(schedule(7L, "")))).containsExactly("TaskInfo.OfflineTaskAddEntity.CycleType");
    }

    @Test
    void aNameClashOnImportIsSkippedOrRenamed() {
        TaskImportInfo importInfo = record(TaskImportInfo.class, Map.of("taskNameExistMode", 2L));
        assertThat(wrongIn(create(Map.of("taskName", "n", "taskImportInfo", importInfo))))
                .containsExactly("TaskInfo.TaskImportInfo.TaskNameExistMode");
    }

    @ParameterizedTest(name = "{0} of a task is {1} here")
    @CsvSource({"1, 2", "2, 1", "0, ", "3, ", ", "})
    void theNameProbeNumbersTheKindsOfSynchronisationTheOtherWayRound(Long ofTask, Long here) {
        assertThat(CheckIntegrationTaskNameExists.syncTypeOf(ofTask)).isEqualTo(here);
    }

    @Test
    void aNameIsTakenWhenEitherMemberSaysSo() {
        assertThat(new CheckIntegrationTaskNameExists.Result(true, null).isTaken())
                .isTrue();
        assertThat(new CheckIntegrationTaskNameExists.Result(null, 2L).isTaken())
                .isTrue();
        assertThat(new CheckIntegrationTaskNameExists.Result(false, 0L).isTaken())
                .isFalse();
        assertThat(new CheckIntegrationTaskNameExists.Result(false, null).isTaken())
                .isFalse();
    }

    @Test
    void aLookNeedsItsParameters() {
        assertThat(wrongIn(new CheckIntegrationTaskNameExists(null, "", null, 3L)))
                .containsExactly("taskName", "projectId", "syncType");
        assertThat(wrongIn(new DescribeIntegrationTasks(
                        null,
                        null,
                        0L,
                        Arrays.asList(new Filter(" ", null), null),
                        Arrays.asList(new OrderField(null, "down"), null),
                        null,
                        null,
                        -1L)))
                .containsExactly(
                        "projectId",
                        "pageNumber",
                        "pageSize",
                        "filters[0].name",
                        "filters[1].name",
                        "orderFields[0].name",
                        "orderFields[0].direction",
                        "orderFields[1].name",
                        "orderFields[1].direction",
                        "taskType");
        assertThat(wrongIn(DescribeIntegrationTasks.page("p", 202, 1))).isEmpty();
    }

    @Test
    void aTaskIsLockedStartedAndStoppedByItsIds() {
        assertThat(Stream.of(
                        new LockIntegrationTask(null, null),
                        new UnlockIntegrationTask(null, null),
                        new StopIntegrationTask(null, null),
                        new StartIntegrationTask(null, null, null, null, null)))
                .allSatisfy(action -> assertThat(wrongIn(action)).containsExactly("taskId", "projectId"))
                .allSatisfy(action -> assertThat(action.type().effect()).isEqualTo(Effect.WRITE));
        assertThat(wrongIn(new StartIntegrationTask("t", "p", "GO", NAMELESS, null)))
                .containsExactly("event", "extConfig[0].name", "extConfig[1].name");
    }

    @ParameterizedTest
    @ValueSource(strings = {"START", "START ", "TIMESTAMP"})
    void anEventMayHaveABlankAroundIt(String event) {
        assertThat(wrongIn(new StartIntegrationTask("t", "p", event, null, null)))
                .isEmpty();
    }

    @Test
    void aReplyThatSaysNothingIsNone() {
        assertThat(create(Map.of()).absentIn(new CreateIntegrationTask.Result(" ")))
                .contains("TaskId");
        assertThat(create(Map.of()).absentIn(new CreateIntegrationTask.Result("t")))
                .isEmpty();
        assertThat(new CheckIntegrationTaskNameExists("n", "p", null, null)
                        .absentIn(new CheckIntegrationTaskNameExists.Result(null, null)))
                .contains("Data");
        assertThat(DescribeIntegrationTasks.page("p", 201, 1).absentIn(new DescribeIntegrationTasks.Result(null, null)))
                .contains("TaskInfoSet");
        assertThat(DescribeIntegrationTasks.page("p", 201, 1).absentIn(new DescribeIntegrationTasks.Result(null, 0L)))
                .isEmpty();
        assertThat(new LockIntegrationTask("t", "p").absentIn(new LockIntegrationTask.Result(null)))
                .contains("Data");
        assertThat(new UnlockIntegrationTask("t", "p").absentIn(new UnlockIntegrationTask.Result(null)))
                .contains("Data");
        assertThat(new StopIntegrationTask("t", "p").absentIn(new StopIntegrationTask.Result(null)))
                .contains("Data");
        assertThat(new StartIntegrationTask("t", "p", null, null, null).absentIn(new StartIntegrationTask.Result(null)))
                .contains("Data");
    }

    @Test
    void whatWeDataMakesItselfAreMembersOfTheDefinition() {
        assertThat(CreateIntegrationTask.MADE_BY_WEDATA).allSatisfy(path -> {
            boolean ofNode = path.startsWith("Nodes.");
            Class<?> type = ofNode ? IntegrationNodeInfo.class : IntegrationTaskInfo.class;
            String member = ofNode ? path.substring("Nodes.".length()) : path;
            assertThat(type.getRecordComponents())
                    .extracting(RecordComponent::getName)
                    .contains(Character.toLowerCase(member.charAt(0)) + member.substring(1));
        });
    }

    private static CreateIntegrationTask scheduled(Map<String, Object> schedule) {
        return create(Map.of("taskName", "n", "offlineTaskAddEntity", record(OfflineTaskAddParam.class, schedule)));
    }

    private static Map<String, Object> schedule(long cycleType, String cron) {
        return Map.ofEntries(
                Map.entry("workflowName", ""),
                Map.entry("dependencyWorkflow", "no"),
                Map.entry("startTime", "2026-01-01 00:00:00"),
                Map.entry("endTime", "2099-12-31 00:00:00"),
                Map.entry("cycleType", cycleType),
                Map.entry("cycleStep", 1L),
                Map.entry("delayTime", 0L),
                Map.entry("crontabExpression", cron),
                Map.entry("retryWait", 3L),
                Map.entry("retriable", 1L),
                Map.entry("tryLimit", 3L),
                Map.entry("runPriority", 6L),
                Map.entry("productName", "DATA_INTEGRATION"),
                Map.entry("selfDepend", 3L));
    }

    private static CreateIntegrationTask create(Map<String, Object> members) {
        return new CreateIntegrationTask(record(IntegrationTaskInfo.class, members), "p");
    }

    /** A record with these components and no others. */
    private static <T extends Record> T record(Class<T> type, Map<String, Object> components) {
        RecordComponent[] all = type.getRecordComponents();
        Object[] values = Arrays.stream(all)
                .map(component -> components.get(component.getName()))
                .toArray();
        try {
            Constructor<T> constructor = type.getDeclaredConstructor(
                    Arrays.stream(all).map(RecordComponent::getType).toArray(Class[]::new));
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    private static List<String> wrongIn(WeDataAction<?> action) {
        Problems problems = new Problems();
        action.check(problems);
        return problems.all().stream().map(Problem::field).toList();
    }
}
