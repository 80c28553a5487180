package io.jenkins.plugins.wedata.steps;

import static io.jenkins.plugins.wedata.steps.CreationForms.BASE;
import static io.jenkins.plugins.wedata.steps.CreationForms.INCOMING;
import static io.jenkins.plugins.wedata.steps.CreationForms.INTEGRATION;
import static io.jenkins.plugins.wedata.steps.CreationForms.PARAMETER;
import static io.jenkins.plugins.wedata.steps.CreationForms.RUNS;
import static io.jenkins.plugins.wedata.steps.CreationForms.SCHEDULE;
import static io.jenkins.plugins.wedata.steps.CreationForms.TABLE;
import static io.jenkins.plugins.wedata.steps.CreationForms.TRIGGER;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the forms of trigger and integration tasks say while they are filled in is what a build says. */
class CreationFormsWordsTest {

    private static final Set<String> OPTIONAL_FILES = Set.of("codeFile", "file");
    private static final int CODE_TOO_LARGE = 8_000_000;

    /** Descriptor, field, wrong value, where a build sees it, the step that a build gets. */
    static Stream<Arguments> wrongValues() {
        return Stream.of(
                base("taskName", " ", value -> new TriggerTaskBaseAttribute(value, "35", "1")),
                base("taskName", "", value -> new TriggerTaskBaseAttribute(value, "35", "1")),
                base("taskTypeId", "", value -> new TriggerTaskBaseAttribute("n", value, "1")),
                base("taskTypeId", "HIVE_SQL", value -> new TriggerTaskBaseAttribute("n", value, "1")),
                base("taskTypeId", "nothing", value -> new TriggerTaskBaseAttribute("n", value, "1")),
                base("workflowId", "", value -> new TriggerTaskBaseAttribute("n", "35", value)),
                base("workflowId", " ", value -> new TriggerTaskBaseAttribute("n", "35", value)),
                Arguments.of(RUNS, "codeFile", " ", "configuration.codeFile", configured(c -> c.setCodeFile(" "))),
                Arguments.of(
                        RUNS,
                        "code",
                        "x".repeat(CODE_TOO_LARGE),
                        "configuration.code",
                        configured(c -> c.setCode("x".repeat(CODE_TOO_LARGE)))),
                scheduled("upstreamTask", " ", "upstream[0]", s -> s.setUpstream(List.of(" "))),
                scheduled("runPriorityType", "1", s -> s.setRunPriorityType(1L)),
                scheduled("retryWaitMinute", "-1", s -> s.setRetryWaitMinute(-1L)),
                scheduled("maxRetryNumber", "-7", s -> s.setMaxRetryNumber(-7L)),
                scheduled("executionTTLMinute", "0", s -> s.setExecutionTTLMinute(0L)),
                scheduled("waitExecutionTotalTTLMinute", "-2", s -> s.setWaitExecutionTotalTTLMinute(-2L)),
                scheduled("allowRedoType", "all", s -> s.setAllowRedoType("all")),
                scheduled("dependencyTriggerPolicy", "SOME", s -> s.setDependencyTriggerPolicy("SOME")),
                scheduled("allowDownstreamDependency", "2", s -> s.setAllowDownstreamDependency(2L)),
                scheduled("scheduleType", "2", s -> s.setScheduleType(2L)),
                parameter("", configured(c -> c.setTaskExtConfigurationList(List.of(new TaskParameter("", ""))))),
                incoming("paramKey", "", new IncomingParameter("", "d", "1", "k")),
                incoming("paramDesc", " ", new IncomingParameter("k", " ", "1", "k")),
                incoming("fromTaskId", "", new IncomingParameter("k", "d", "", "k")),
                incoming("fromParamKey", "", new IncomingParameter("k", "d", "1", "")),
                incoming("type", "task", typed("task")),
                table("datasourceId", "", new RegisteredTable("", "d", "t", "", "UPSTREAM", "9")),
                table("databaseName", "", new RegisteredTable("1", "", "t", "", "UPSTREAM", "9")),
                table("tableName", " ", new RegisteredTable("1", "d", " ", "", "UPSTREAM", "9")),
                table("dataFlowType", "", new RegisteredTable("1", "d", "t", "", "", "9")),
                table("dataFlowType", "IN", new RegisteredTable("1", "d", "t", "", "IN", "9")),
                table("tablePhysicalId", "", new RegisteredTable("1", "d", "t", "", "UPSTREAM", "")),
                Arguments.of(TRIGGER, "ifExists", "MAYBE", "ifExists", trigger(step -> step.setIfExists("MAYBE"))),
                Arguments.of(TRIGGER, "onUnknown", "MAYBE", "onUnknown", trigger(step -> step.setOnUnknown("MAYBE"))),
                Arguments.of(
                        INTEGRATION,
                        "onUnknown",
                        "MAYBE",
                        "onUnknown",
                        integration(step -> step.setOnUnknown("MAYBE"))),
                Arguments.of(
                        INTEGRATION, "ifExists", "MAYBE", "ifExists", integration(step -> step.setIfExists("MAYBE"))),
                Arguments.of(INTEGRATION, "file", "a.txt", "file", integration(step -> step.setFile("a.txt"))),
                Arguments.of(INTEGRATION, "file", " ", "file", integration(step -> step.setFile(" "))),
                Arguments.of(INTEGRATION, "taskInfo", " ", "taskInfo", integration(step -> step.setTaskInfo(" "))));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("wrongValues")
    void aFormSaysOfAWrongValueWhatABuildSays(Object form, String field, String value, String path, WeDataStep step)
            throws Exception {
        String said;
        try (FormWords words = new FormWords(true)) {
            said = words.check(form, field, value);
        }
        String name = path.substring(path.lastIndexOf('.') + 1);
        assertThat(said).startsWith(name.replace("[0]", "") + ": ");
        assertThat(CreationForms.saidByABuild(step)).contains(path + said.substring(said.indexOf(": ")));
        if (value.isBlank() && !OPTIONAL_FILES.contains(field)) {
            assertThat(said).as("what is blank was not given").contains(": is missing; give ");
        }
    }

    @Test
    void everyCheckOfTheFormsIsAmongThem() {
        Set<String> tested = wrongValues()
                .map(row -> row.get()[0].getClass() + " doCheck" + FormWords.capitalized((String) row.get()[1]))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> there = CreationForms.all()
                .flatMap(form -> FormWords.methods(form, "doCheck").stream()
                        .map(method -> form.getClass() + " " + method.getName()))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(tested).isEqualTo(there);
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("wrongValues")
    void whoeverMayNotConfigureTheJobIsToldNothing(Object form, String field, String value) throws Exception {
        try (FormWords words = new FormWords(false)) {
            assertThat(words.check(form, field, value)).isEmpty();
        }
    }

    @Test
    void rightValuesAndEmptyFieldsThatMayBeEmptyAreLeftAlone() throws Exception {
        try (FormWords words = new FormWords(true)) {
            assertThat(words.check(BASE, "taskTypeId", "151")).isEmpty();
            assertThat(words.check(BASE, "taskTypeId", "shell form")).isEmpty();
            assertThat(words.check(BASE, "workflowId", "on demand \u2014 d3e40dcc"))
                    .isEmpty();
            assertThat(words.check(RUNS, "code", "")).isEmpty();
            assertThat(words.check(RUNS, "codeFile", "load.sh")).isEmpty();
            assertThat(words.check(RUNS, "codeFile", "", "code", "echo")).isEmpty();
            for (String optional : List.of(
                    "upstreamTask",
                    "runPriorityType",
                    "retryWaitMinute",
                    "maxRetryNumber",
                    "executionTTLMinute",
                    "waitExecutionTotalTTLMinute",
                    "allowRedoType",
                    "dependencyTriggerPolicy",
                    "allowDownstreamDependency",
                    "scheduleType")) {
                assertThat(words.check(SCHEDULE, optional, "")).as(optional).isEmpty();
            }
            assertThat(words.check(SCHEDULE, "maxRetryNumber", " 0 ")).isEmpty();
            assertThat(words.check(INCOMING, "type", "")).isEmpty();
            assertThat(words.check(TRIGGER, "ifExists", "reuse")).isEmpty();
            assertThat(words.check(INTEGRATION, "file", "orders.yaml")).isEmpty();
            assertThat(words.check(INTEGRATION, "file", "")).isEmpty();
            assertThat(words.check(INTEGRATION, "taskInfo", "", "file", "orders.yaml"))
                    .isEmpty();
        }
    }

    @Test
    void whatIsNoNumberIsToldInTheWordsOfTheRule() throws Exception {
        try (FormWords words = new FormWords(true)) {
            assertThat(words.check(SCHEDULE, "maxRetryNumber", "3.5"))
                    .isEqualTo("maxRetryNumber: '3.5' is not valid; give a number not below 0");
            assertThat(words.check(SCHEDULE, "executionTTLMinute", "long"))
                    .isEqualTo("executionTTLMinute: 'long' is not valid; give a number of minutes from 1, or -1 for no"
                            + " limit");
        }
    }

    @Test
    void whatStandsBesideAFieldCountsToo() throws Exception {
        try (FormWords words = new FormWords(true)) {
            assertThat(words.check(RUNS, "codeFile", "load.sh", "code", "echo"))
                    .isEqualTo("codeFile: 'load.sh' is not valid; give either configuration.code or"
                            + " configuration.codeFile, not both");
            assertThat(words.check(INTEGRATION, "file", "a.yaml", "taskInfo", "TaskName: n"))
                    .isEqualTo("file: 'a.yaml' is not valid; give either taskInfo or file, not both");
        }
    }

    private static Arguments base(String field, String value, Function<String, TriggerTaskBaseAttribute> given) {
        return Arguments.of(
                BASE, field, value, "baseAttribute." + field, new CreateTriggerTaskStep(given.apply(value)));
    }

    private static Arguments scheduled(
            String field, String value, Consumer<TriggerTaskSchedulerConfiguration> setting) {
        return scheduled(field, value, field, setting);
    }

    private static Arguments scheduled(
            String field, String value, String path, Consumer<TriggerTaskSchedulerConfiguration> setting) {
        return Arguments.of(SCHEDULE, field, value, "schedulerConfiguration." + path, scheduling(setting));
    }

    private static Arguments parameter(String value, WeDataStep step) {
        return Arguments.of(PARAMETER, "paramKey", value, "configuration.taskExtConfigurationList[0].paramKey", step);
    }

    private static Arguments incoming(String field, String value, IncomingParameter given) {
        return Arguments.of(
                INCOMING,
                field,
                value,
                "schedulerConfiguration.paramTaskInList[0]." + field,
                scheduling(s -> s.setParamTaskInList(List.of(given))));
    }

    private static Arguments table(String field, String value, RegisteredTable given) {
        return Arguments.of(
                TABLE,
                field,
                value,
                "schedulerConfiguration.taskOutputRegistryList[0]." + field,
                scheduling(s -> s.setTaskOutputRegistryList(List.of(given))));
    }

    private static IncomingParameter typed(String type) {
        IncomingParameter parameter = new IncomingParameter("k", "d", "1", "k");
        parameter.setType(type);
        return parameter;
    }

    private static WeDataStep configured(Consumer<TriggerTaskConfiguration> setting) {
        TriggerTaskConfiguration configuration = new TriggerTaskConfiguration();
        setting.accept(configuration);
        return trigger(step -> step.setConfiguration(configuration));
    }

    private static WeDataStep scheduling(Consumer<TriggerTaskSchedulerConfiguration> setting) {
        TriggerTaskSchedulerConfiguration configuration = new TriggerTaskSchedulerConfiguration();
        setting.accept(configuration);
        return trigger(step -> step.setSchedulerConfiguration(configuration));
    }

    private static CreateTriggerTaskStep trigger(Consumer<CreateTriggerTaskStep> setting) {
        CreateTriggerTaskStep step = new CreateTriggerTaskStep(new TriggerTaskBaseAttribute("n", "35", "1"));
        setting.accept(step);
        return step;
    }

    private static CreateIntegrationTaskStep integration(Consumer<CreateIntegrationTaskStep> setting) {
        CreateIntegrationTaskStep step = new CreateIntegrationTaskStep();
        setting.accept(step);
        return step;
    }
}
