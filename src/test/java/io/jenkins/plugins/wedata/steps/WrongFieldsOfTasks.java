package io.jenkins.plugins.wedata.steps;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Everything that the forms of creations and commits check. */
final class WrongFieldsOfTasks {

    static final CreateTaskStep.DescriptorImpl CREATE = new CreateTaskStep.DescriptorImpl();
    static final TaskExt.DescriptorImpl EXTRA = new TaskExt.DescriptorImpl();
    static final CommitIntegrationStep.DescriptorImpl COMMIT = new CommitIntegrationStep.DescriptorImpl();
    static final ConfigField.DescriptorImpl SETTING = new ConfigField.DescriptorImpl();

    private WrongFieldsOfTasks() {}

    static Stream<WrongField> all() {
        return Stream.of(
                new WrongField(
                        CREATE,
                        "doCheckWorkflowId",
                        i -> CREATE.doCheckWorkflowId(i, ""),
                        "workflowId",
                        create(s -> {})),
                new WrongField(
                        CREATE,
                        "doCheckWorkflowId",
                        i -> CREATE.doCheckWorkflowId(i, "  "),
                        "workflowId",
                        new CreateTaskStep("  ", null, null)),
                new WrongField(
                        CREATE, "doCheckTaskName", i -> CREATE.doCheckTaskName(i, ""), "taskName", create(s -> {})),
                new WrongField(
                        CREATE, "doCheckTaskType", i -> CREATE.doCheckTaskType(i, ""), "taskType", create(s -> {})),
                new WrongField(
                        CREATE,
                        "doCheckTaskType",
                        i -> CREATE.doCheckTaskType(i, "COBOL"),
                        "taskType",
                        new CreateTaskStep(null, null, "COBOL")),
                new WrongField(
                        CREATE,
                        "doCheckContent",
                        i -> CREATE.doCheckContent(i, "x".repeat(7_000_001)),
                        "content",
                        create(s -> s.setContent("x".repeat(7_000_001)))),
                new WrongField(
                        CREATE,
                        "doCheckContentFile",
                        i -> CREATE.doCheckContentFile(i, "a.sql", "select 1"),
                        "contentFile",
                        create(s -> {
                            s.setContent("select 1");
                            s.setContentFile("a.sql");
                        })),
                new WrongField(
                        CREATE,
                        "doCheckIfExists",
                        i -> CREATE.doCheckIfExists(i, "SKIP"),
                        "ifExists",
                        create(s -> s.setIfExists("SKIP"))),
                new WrongField(
                        CREATE,
                        "doCheckOnUnknown",
                        i -> CREATE.doCheckOnUnknown(i, "AGAIN"),
                        "onUnknown",
                        create(s -> s.setOnUnknown("AGAIN"))),
                new WrongField(
                        CREATE,
                        "doCheckProductName",
                        i -> CREATE.doCheckProductName(i, "P", "", ""),
                        "productName",
                        create(s -> s.setProductName("P"))),
                new WrongField(
                        CREATE,
                        "doCheckInstanceInitStrategy",
                        i -> CREATE.doCheckInstanceInitStrategy(i, "T+1", "", ""),
                        "instanceInitStrategy",
                        create(s -> s.setInstanceInitStrategy("T+1"))),
                new WrongField(
                        CREATE,
                        "doCheckTaskFolderId",
                        i -> CREATE.doCheckTaskFolderId(i, "f", "", ""),
                        "taskFolderId",
                        create(s -> s.setTaskFolderId("f"))),
                new WrongField(
                        CREATE,
                        "doCheckCodeTemplateId",
                        i -> CREATE.doCheckCodeTemplateId(i, "t", "", ""),
                        "codeTemplateId",
                        create(s -> s.setCodeTemplateId("t"))),
                new WrongField(
                        CREATE,
                        "doCheckLeftCoordinate",
                        i -> CREATE.doCheckLeftCoordinate(i, "1.5", "", ""),
                        "leftCoordinate",
                        create(s -> s.setLeftCoordinate(1.5))),
                new WrongField(
                        CREATE,
                        "doCheckTopCoordinate",
                        i -> CREATE.doCheckTopCoordinate(i, "-2", "", ""),
                        "topCoordinate",
                        create(s -> s.setTopCoordinate(-2.0))),
                new WrongField(
                        EXTRA,
                        "doCheckKey",
                        i -> EXTRA.doCheckKey(i, ""),
                        "ext[0].key",
                        create(s -> s.setExt(List.of(new TaskExt(null, "v"))))),
                new WrongField(COMMIT, "doCheckTaskId", i -> COMMIT.doCheckTaskId(i, ""), "taskId", commit(s -> {})),
                new WrongField(
                        COMMIT,
                        "doCheckCommitType",
                        i -> COMMIT.doCheckCommitType(i, "ROLLBACK"),
                        "commitType",
                        commit(s -> s.setCommitType("ROLLBACK"))),
                new WrongField(
                        COMMIT,
                        "doCheckTaskType",
                        i -> COMMIT.doCheckTaskType(i, "201"),
                        "taskType",
                        commit(s -> s.setTaskType("201"))),
                new WrongField(
                        COMMIT,
                        "doCheckWaitUntilRunning",
                        i -> COMMIT.doCheckWaitUntilRunning(i, true, ""),
                        "waitUntilRunning",
                        commit(s -> s.setWaitUntilRunning(true))),
                new WrongField(
                        COMMIT,
                        "doCheckInstanceVersion",
                        i -> COMMIT.doCheckInstanceVersion(i, "-1"),
                        "instanceVersion",
                        commit(s -> s.setInstanceVersion(-1L))),
                new WrongField(
                        COMMIT,
                        "doCheckCurrentStatus",
                        i -> COMMIT.doCheckCurrentStatus(i, "-3"),
                        "currentStatus",
                        commit(s -> s.setCurrentStatus(-3L))),
                new WrongField(
                        COMMIT,
                        "doCheckTimeout",
                        i -> COMMIT.doCheckTimeout(i, "0"),
                        "timeout",
                        commit(s -> s.setTimeout(0))),
                new WrongField(
                        COMMIT,
                        "doCheckOnApproval",
                        i -> COMMIT.doCheckOnApproval(i, "WAIT"),
                        "onApproval",
                        commit(s -> s.setOnApproval("WAIT"))),
                new WrongField(
                        COMMIT,
                        "doCheckOnAbort",
                        i -> COMMIT.doCheckOnAbort(i, "STOP", "SUBMIT_ONLY"),
                        "onAbort",
                        commit(s -> s.setOnAbort("STOP"))),
                new WrongField(
                        SETTING,
                        "doCheckName",
                        i -> SETTING.doCheckName(i, ""),
                        "extConfig[0].name",
                        commit(s -> s.setExtConfig(List.of(new ConfigField(null, "v"))))));
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
}
