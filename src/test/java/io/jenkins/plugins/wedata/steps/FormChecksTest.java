package io.jenkins.plugins.wedata.steps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import hudson.model.Item;
import hudson.util.FormValidation;
import io.jenkins.plugins.wedata.client.InvalidInputException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.kohsuke.stapler.AncestorInPath;
import org.kohsuke.stapler.verb.POST;

/** What a form says beside a field is what the build would say. */
class FormChecksTest {

    private static final CreateTaskStep.DescriptorImpl CREATE = new CreateTaskStep.DescriptorImpl();
    private static final CommitIntegrationStep.DescriptorImpl COMMIT = new CommitIntegrationStep.DescriptorImpl();
    private static final BatchVersionStep.DescriptorImpl BATCH = new BatchVersionStep.DescriptorImpl();
    private static final AwaitJobStep.DescriptorImpl AWAIT = new AwaitJobStep.DescriptorImpl();
    private static final VersionTask.DescriptorImpl TASK = new VersionTask.DescriptorImpl();
    private static final MissingInstances.DescriptorImpl MISSING = new MissingInstances.DescriptorImpl();
    private static final TaskExt.DescriptorImpl EXTRA = new TaskExt.DescriptorImpl();
    private static final ConfigField.DescriptorImpl SETTING = new ConfigField.DescriptorImpl();

    private final FormBench form;
    private final StepBench bench = new StepBench();

    FormChecksTest() throws Exception {
        form = new FormBench();
    }

    @AfterEach
    void close() {
        form.close();
        bench.close();
    }

    /**
     * A field with something wrong in it.
     *
     * @param method the descriptor's method that checks it
     * @param check calls that method
     * @param field the field's path in the words of a build
     * @param step what a build would be given
     */
    record Wrong(
            Object descriptor, String method, Function<Item, FormValidation> check, String field, WeDataStep step) {

        @Override
        public String toString() {
            return descriptor.getClass().getEnclosingClass().getSimpleName() + "." + method + " " + field;
        }
    }

    static Stream<Wrong> wrongs() {
        return Stream.of(
                wrong(CREATE, "doCheckWorkflowId", i -> CREATE.doCheckWorkflowId(i, ""), "workflowId", create(s -> {})),
                wrong(
                        CREATE,
                        "doCheckWorkflowId",
                        i -> CREATE.doCheckWorkflowId(i, "  "),
                        "workflowId",
                        new CreateTaskStep("  ", null, null)),
                wrong(CREATE, "doCheckTaskName", i -> CREATE.doCheckTaskName(i, ""), "taskName", create(s -> {})),
                wrong(CREATE, "doCheckTaskType", i -> CREATE.doCheckTaskType(i, ""), "taskType", create(s -> {})),
                wrong(
                        CREATE,
                        "doCheckTaskType",
                        i -> CREATE.doCheckTaskType(i, "COBOL"),
                        "taskType",
                        new CreateTaskStep(null, null, "COBOL")),
                wrong(
                        CREATE,
                        "doCheckContent",
                        i -> CREATE.doCheckContent(i, "x".repeat(7_000_001)),
                        "content",
                        create(s -> s.setContent("x".repeat(7_000_001)))),
                wrong(
                        CREATE,
                        "doCheckContentFile",
                        i -> CREATE.doCheckContentFile(i, "a.sql", "select 1"),
                        "contentFile",
                        create(s -> {
                            s.setContent("select 1");
                            s.setContentFile("a.sql");
                        })),
                wrong(
                        CREATE,
                        "doCheckIfExists",
                        i -> CREATE.doCheckIfExists(i, "SKIP"),
                        "ifExists",
                        create(s -> s.setIfExists("SKIP"))),
                wrong(
                        CREATE,
                        "doCheckOnUnknown",
                        i -> CREATE.doCheckOnUnknown(i, "AGAIN"),
                        "onUnknown",
                        create(s -> s.setOnUnknown("AGAIN"))),
                wrong(
                        CREATE,
                        "doCheckProductName",
                        i -> CREATE.doCheckProductName(i, "P", "", ""),
                        "productName",
                        create(s -> s.setProductName("P"))),
                wrong(
                        CREATE,
                        "doCheckInstanceInitStrategy",
                        i -> CREATE.doCheckInstanceInitStrategy(i, "T+1", "", ""),
                        "instanceInitStrategy",
                        create(s -> s.setInstanceInitStrategy("T+1"))),
                wrong(
                        CREATE,
                        "doCheckTaskFolderId",
                        i -> CREATE.doCheckTaskFolderId(i, "f", "", ""),
                        "taskFolderId",
                        create(s -> s.setTaskFolderId("f"))),
                wrong(
                        CREATE,
                        "doCheckCodeTemplateId",
                        i -> CREATE.doCheckCodeTemplateId(i, "t", "", ""),
                        "codeTemplateId",
                        create(s -> s.setCodeTemplateId("t"))),
                wrong(
                        CREATE,
                        "doCheckLeftCoordinate",
                        i -> CREATE.doCheckLeftCoordinate(i, "1.5", "", ""),
                        "leftCoordinate",
                        create(s -> s.setLeftCoordinate(1.5))),
                wrong(
                        CREATE,
                        "doCheckTopCoordinate",
                        i -> CREATE.doCheckTopCoordinate(i, "-2", "", ""),
                        "topCoordinate",
                        create(s -> s.setTopCoordinate(-2.0))),
                wrong(
                        EXTRA,
                        "doCheckKey",
                        i -> EXTRA.doCheckKey(i, ""),
                        "ext[0].key",
                        create(s -> s.setExt(List.of(new TaskExt(null, "v"))))),
                wrong(COMMIT, "doCheckTaskId", i -> COMMIT.doCheckTaskId(i, ""), "taskId", commit(s -> {})),
                wrong(
                        COMMIT,
                        "doCheckCommitType",
                        i -> COMMIT.doCheckCommitType(i, "ROLLBACK"),
                        "commitType",
                        commit(s -> s.setCommitType("ROLLBACK"))),
                wrong(
                        COMMIT,
                        "doCheckTaskType",
                        i -> COMMIT.doCheckTaskType(i, "201"),
                        "taskType",
                        commit(s -> s.setTaskType("201"))),
                wrong(
                        COMMIT,
                        "doCheckWaitUntilRunning",
                        i -> COMMIT.doCheckWaitUntilRunning(i, true, ""),
                        "waitUntilRunning",
                        commit(s -> s.setWaitUntilRunning(true))),
                wrong(
                        COMMIT,
                        "doCheckInstanceVersion",
                        i -> COMMIT.doCheckInstanceVersion(i, "-1"),
                        "instanceVersion",
                        commit(s -> s.setInstanceVersion(-1L))),
                wrong(
                        COMMIT,
                        "doCheckCurrentStatus",
                        i -> COMMIT.doCheckCurrentStatus(i, "-3"),
                        "currentStatus",
                        commit(s -> s.setCurrentStatus(-3L))),
                wrong(
                        COMMIT,
                        "doCheckTimeout",
                        i -> COMMIT.doCheckTimeout(i, "0"),
                        "timeout",
                        commit(s -> s.setTimeout(0))),
                wrong(
                        COMMIT,
                        "doCheckOnApproval",
                        i -> COMMIT.doCheckOnApproval(i, "WAIT"),
                        "onApproval",
                        commit(s -> s.setOnApproval("WAIT"))),
                wrong(
                        COMMIT,
                        "doCheckOnAbort",
                        i -> COMMIT.doCheckOnAbort(i, "STOP", "SUBMIT_ONLY"),
                        "onAbort",
                        commit(s -> s.setOnAbort("STOP"))),
                wrong(
                        SETTING,
                        "doCheckName",
                        i -> SETTING.doCheckName(i, ""),
                        "extConfig[0].name",
                        commit(s -> s.setExtConfig(List.of(new ConfigField(null, "v"))))),
                wrong(
                        TASK,
                        "doCheckTaskId",
                        i -> TASK.doCheckTaskId(i, ""),
                        "tasks[0].taskId",
                        new BatchVersionStep(List.of(new VersionTask(null)))),
                wrong(
                        MISSING,
                        "doCheckTaskId",
                        i -> MISSING.doCheckTaskId(i, ""),
                        "perTaskMissingInstanceStrategy[0].taskId",
                        missing(new MissingInstances(null, "SKIP"))),
                wrong(
                        MISSING,
                        "doCheckMissingInstanceStrategy",
                        i -> MISSING.doCheckMissingInstanceStrategy(i, "RETRY"),
                        "perTaskMissingInstanceStrategy[0].missingInstanceStrategy",
                        missing(new MissingInstances("1", "RETRY"))),
                wrong(
                        BATCH,
                        "doCheckAlarmWays",
                        i -> BATCH.doCheckAlarmWays(i, "email,pigeon"),
                        "alarmWays",
                        batch(s -> s.setAlarmWays("email,pigeon"))),
                wrong(
                        BATCH,
                        "doCheckAlarmRecipientTypes",
                        i -> BATCH.doCheckAlarmRecipientTypes(i, "3"),
                        "alarmRecipientTypes",
                        batch(s -> s.setAlarmRecipientTypes("3"))),
                wrong(
                        BATCH,
                        "doCheckAssignApprovalList",
                        i -> BATCH.doCheckAssignApprovalList(i, "1\n1"),
                        "assignApprovalList",
                        batch(s -> s.setAssignApprovalList(List.of("1", "1")))),
                wrong(AWAIT, "doCheckJobId", i -> AWAIT.doCheckJobId(i, "", ""), "jobId", new AwaitJobStep(null)),
                wrong(AWAIT, "doCheckJobId", i -> AWAIT.doCheckJobId(i, "x7", ""), "jobId", new AwaitJobStep("x7")),
                wrong(AWAIT, "doCheckJobId", i -> AWAIT.doCheckJobId(i, "-7", ""), "jobId", new AwaitJobStep("-7")),
                wrong(
                        AWAIT,
                        "doCheckFromBuild",
                        i -> AWAIT.doCheckFromBuild(i, "41 and 42"),
                        "fromBuild",
                        await(s -> s.setFromBuild("41 and 42"))),
                wrong(
                        AWAIT,
                        "doCheckTasks",
                        i -> AWAIT.doCheckTasks(i, "1\n2\n1\n"),
                        "tasks",
                        await(s -> s.setTasks(List.of("1", "2", "1")))),
                wrong(
                        AWAIT,
                        "doCheckTimeout",
                        i -> AWAIT.doCheckTimeout(i, "43201"),
                        "timeout",
                        await(s -> s.setTimeout(43201))),
                wrong(
                        BATCH,
                        "doCheckTimeout",
                        i -> BATCH.doCheckTimeout(i, "0"),
                        "timeout",
                        batch(s -> s.setTimeout(0))),
                wrong(
                        AWAIT,
                        "doCheckOnPartial",
                        i -> AWAIT.doCheckOnPartial(i, "PROCEED"),
                        "onPartial",
                        await(s -> s.setOnPartial("PROCEED"))),
                wrong(
                        AWAIT,
                        "doCheckOnApproval",
                        i -> AWAIT.doCheckOnApproval(i, "WAIT"),
                        "onApproval",
                        await(s -> s.setOnApproval("WAIT"))),
                wrong(
                        AWAIT,
                        "doCheckConnection",
                        i -> AWAIT.doCheckConnection(i, "nowhere", "", "", ""),
                        "connection",
                        await(s -> s.setConnection("nowhere"))),
                wrong(
                        AWAIT,
                        "doCheckCredentialsId",
                        i -> AWAIT.doCheckCredentialsId(i, "", ""),
                        "credentialsId",
                        await(s -> {})),
                wrong(AWAIT, "doCheckRegion", i -> AWAIT.doCheckRegion(i, "", ""), "region", await(s -> {})),
                wrong(
                        AWAIT,
                        "doCheckRegion",
                        i -> AWAIT.doCheckRegion(i, "Guangzhou", ""),
                        "region",
                        await(s -> s.setRegion("Guangzhou"))),
                wrong(
                        AWAIT,
                        "doCheckSite",
                        i -> AWAIT.doCheckSite(i, "MOON", ""),
                        "site",
                        await(s -> s.setSite("MOON"))),
                wrong(AWAIT, "doCheckProjectId", i -> AWAIT.doCheckProjectId(i, "", ""), "projectId", await(s -> {})),
                wrong(
                        AWAIT,
                        "doCheckProjectId",
                        i -> AWAIT.doCheckProjectId(i, " ", ""),
                        "projectId",
                        await(s -> s.setProjectId(" "))));
    }

    @ParameterizedTest
    @MethodSource("wrongs")
    void aFormSaysWhatTheBuildWouldSay(Wrong wrong) {
        String told = form.told(() -> wrong.check().apply(form.item));

        InvalidInputException inBuild = catchThrowableOfType(
                InvalidInputException.class,
                () -> PreparedStep.of(wrong.step(), bench.build, null, false).check());
        String said = inBuild.problems().stream()
                .filter(problem ->
                        problem.field().replaceFirst("\\[[0-9]+]$", "").equals(wrong.field()))
                .findFirst()
                .orElseThrow()
                .toString();
        assertThat(told).startsWith("error: ");
        assertThat(afterField(told)).isEqualTo(afterField(said));
        assertThat(inBuild.getMessage()).contains(afterField(told));
        String name = wrong.field().substring(wrong.field().lastIndexOf('.') + 1);
        assertThat(told).startsWith("error: " + name + ": ");
    }

    private static String afterField(String message) {
        return message.replaceFirst("^(error: )?[^:]*: ", "");
    }

    @ParameterizedTest
    @MethodSource("wrongs")
    void whoMayNotConfigureTheJobIsToldNothing(Wrong wrong) {
        assertThat(form.forbid().told(() -> wrong.check().apply(form.item))).isEmpty();
    }

    @Test
    void everyCheckOfTheFormsIsAmongThese() {
        Set<String> there = Stream.of(CREATE, COMMIT, BATCH, AWAIT, TASK, MISSING, EXTRA, SETTING)
                .flatMap(descriptor -> Arrays.stream(descriptor.getClass().getMethods()))
                .map(Method::getName)
                .filter(name -> name.startsWith("doCheck"))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(there).isEqualTo(wrongs().map(Wrong::method).collect(Collectors.toCollection(TreeSet::new)));
    }

    @Test
    void everyMethodOfTheFormsIsAskedByPostAndKnowsThePlace() {
        DescriptorsTest.describables()
                .map(type -> type.getDeclaredClasses()[0])
                .flatMap(descriptor -> Arrays.stream(descriptor.getMethods()))
                .filter(method -> method.getName().matches("do[A-Z].*") && !method.isBridge())
                // Jenkins' own, such as the one that gives help.
                .filter(method -> method.getDeclaringClass().getName().startsWith("io.jenkins.plugins.wedata."))
                .forEach(method -> {
                    assertThat(method.isAnnotationPresent(POST.class))
                            .as(method.toString())
                            .isTrue();
                    assertThat(Arrays.stream(method.getParameters())
                                    .filter(parameter -> parameter.isAnnotationPresent(AncestorInPath.class))
                                    .map(parameter -> parameter.getType().getSimpleName()))
                            .as(method.toString())
                            .containsExactly("Item");
                });
    }

    @Test
    void whatIsRightIsToldNothing() {
        Item item = form.item;
        for (Function<Item, FormValidation> check : List.<Function<Item, FormValidation>>of(
                i -> CREATE.doCheckWorkflowId(i, "nightly — c3ebf6b9"),
                i -> CREATE.doCheckTaskName(i, "load"),
                i -> CREATE.doCheckTaskType(i, "shell"),
                i -> CREATE.doCheckTaskType(i, "4711"),
                i -> CREATE.doCheckContent(i, ""),
                i -> CREATE.doCheckContentFile(i, "", "select 1"),
                i -> CREATE.doCheckContentFile(i, "not/there.sql", ""),
                i -> CREATE.doCheckIfExists(i, ""),
                i -> CREATE.doCheckProductName(i, "P", "select 1", ""),
                i -> CREATE.doCheckProductName(i, "P", "", "a.sql"),
                i -> CREATE.doCheckLeftCoordinate(i, "", "", ""),
                i -> COMMIT.doCheckInstanceVersion(i, ""),
                i -> COMMIT.doCheckWaitUntilRunning(i, true, "START"),
                i -> COMMIT.doCheckTimeout(i, ""),
                i -> BATCH.doCheckAlarmWays(i, ""),
                i -> BATCH.doCheckAssignApprovalList(i, ""),
                i -> AWAIT.doCheckJobId(i, " 42 ", ""),
                i -> AWAIT.doCheckTasks(i, "1\n2\n"),
                i -> AWAIT.doCheckSite(i, "", ""),
                i -> AWAIT.doCheckProjectId(i, "warehouse — 1", ""))) {
            assertThat(form.told(() -> check.apply(item))).isEmpty();
        }
    }

    @Test
    void aVariableIsLeftToTheBuild() {
        assertThat(form.told(() -> AWAIT.doCheckJobId(form.item, "${WEDATA_JOB_ID}", "")))
                .isEmpty();
        assertThat(form.told(() -> AWAIT.doCheckJobId(form.item, "$WEDATA_JOB_ID", "")))
                .isEmpty();
        assertThat(form.told(() -> AWAIT.doCheckJobId(form.item, "$ 7", ""))).isNotEmpty();
        assertThat(form.told(() -> AWAIT.doCheckFromBuild(form.item, "${UPSTREAM_BUILD}")))
                .isEmpty();
    }

    @Test
    void aJobIsNamedByItsNumberOrByItsBuild() {
        assertThat(form.told(() -> AWAIT.doCheckJobId(form.item, "7", "41"))).contains("fromBuild says which jobs");
        assertThat(form.told(() -> AWAIT.doCheckJobId(form.item, "", "41"))).isEmpty();
    }

    @Test
    void whatIsNoNumberIsToldAsItWasTyped() {
        assertThat(form.told(() -> COMMIT.doCheckTimeout(form.item, "an hour")))
                .isEqualTo("error: timeout: 'an hour' is not valid; give a number of minutes from 1 to 43200");
        assertThat(form.told(() -> COMMIT.doCheckInstanceVersion(form.item, "99999999999999999999")))
                .isEqualTo("error: instanceVersion: '99999999999999999999' is not valid; give a number not below 0");
    }

    @Test
    void aRestartThatDropsTheStateIsWarnedOf() {
        for (String typed : List.of("RESTART_DROPPING_STATE", " restart_dropping_state ")) {
            assertThat(form.told(() -> COMMIT.doCheckCommitType(form.item, typed)))
                    .startsWith("warning: ")
                    .contains("state is lost", "PAUSE_AND_CONTINUE");
        }
        assertThat(form.told(() -> COMMIT.doCheckCommitType(form.item, "START")))
                .isEmpty();
    }

    private static Wrong wrong(
            Object descriptor, String method, Function<Item, FormValidation> check, String field, WeDataStep step) {
        return new Wrong(descriptor, method, check, field, step);
    }

    private static CreateTaskStep create(Consumer<CreateTaskStep> setter) {
        CreateTaskStep step = new CreateTaskStep(null, null, null);
        setter.accept(step);
        return step;
    }

    private static CommitIntegrationStep commit(Consumer<CommitIntegrationStep> setter) {
        CommitIntegrationStep step = new CommitIntegrationStep(null);
        setter.accept(step);
        return step;
    }

    private static BatchVersionStep batch(Consumer<BatchVersionStep> setter) {
        BatchVersionStep step = new BatchVersionStep(List.of(new VersionTask("1")));
        setter.accept(step);
        return step;
    }

    private static BatchVersionStep missing(MissingInstances strategy) {
        return batch(step -> step.setPerTaskMissingInstanceStrategy(List.of(strategy)));
    }

    private static AwaitJobStep await(Consumer<AwaitJobStep> setter) {
        AwaitJobStep step = new AwaitJobStep(null);
        setter.accept(step);
        return step;
    }
}
