package io.jenkins.plugins.wedata.steps;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Everything that the forms of batches, and of the wait for one, check. */
final class WrongFieldsOfBatches {

    static final VersionTask.DescriptorImpl TASK = new VersionTask.DescriptorImpl();
    static final MissingInstances.DescriptorImpl MISSING = new MissingInstances.DescriptorImpl();
    static final BatchVersionStep.DescriptorImpl BATCH = new BatchVersionStep.DescriptorImpl();
    static final AwaitJobStep.DescriptorImpl AWAIT = new AwaitJobStep.DescriptorImpl();

    private WrongFieldsOfBatches() {}

    static Stream<WrongField> all() {
        return Stream.of(
                new WrongField(
                        TASK,
                        "doCheckTaskId",
                        i -> TASK.doCheckTaskId(i, ""),
                        "tasks[0].taskId",
                        new BatchVersionStep(List.of(new VersionTask(null)))),
                new WrongField(
                        MISSING,
                        "doCheckTaskId",
                        i -> MISSING.doCheckTaskId(i, ""),
                        "perTaskMissingInstanceStrategy[0].taskId",
                        missing(new MissingInstances(null, "SKIP"))),
                new WrongField(
                        MISSING,
                        "doCheckMissingInstanceStrategy",
                        i -> MISSING.doCheckMissingInstanceStrategy(i, "RETRY"),
                        "perTaskMissingInstanceStrategy[0].missingInstanceStrategy",
                        missing(new MissingInstances("1", "RETRY"))),
                new WrongField(
                        BATCH,
                        "doCheckAlarmWays",
                        i -> BATCH.doCheckAlarmWays(i, "email,pigeon"),
                        "alarmWays",
                        batch(s -> s.setAlarmWays("email,pigeon"))),
                new WrongField(
                        BATCH,
                        "doCheckAlarmRecipientTypes",
                        i -> BATCH.doCheckAlarmRecipientTypes(i, "3"),
                        "alarmRecipientTypes",
                        batch(s -> s.setAlarmRecipientTypes("3"))),
                new WrongField(
                        BATCH,
                        "doCheckAssignApprovalList",
                        i -> BATCH.doCheckAssignApprovalList(i, "1\n1"),
                        "assignApprovalList",
                        batch(s -> s.setAssignApprovalList(List.of("1", "1")))),
                new WrongField(
                        AWAIT, "doCheckJobId", i -> AWAIT.doCheckJobId(i, "", ""), "jobId", new AwaitJobStep(null)),
                new WrongField(
                        AWAIT, "doCheckJobId", i -> AWAIT.doCheckJobId(i, "x7", ""), "jobId", new AwaitJobStep("x7")),
                new WrongField(
                        AWAIT, "doCheckJobId", i -> AWAIT.doCheckJobId(i, "-7", ""), "jobId", new AwaitJobStep("-7")),
                new WrongField(
                        AWAIT,
                        "doCheckFromBuild",
                        i -> AWAIT.doCheckFromBuild(i, "41 and 42"),
                        "fromBuild",
                        await(s -> s.setFromBuild("41 and 42"))),
                new WrongField(
                        AWAIT,
                        "doCheckTasks",
                        i -> AWAIT.doCheckTasks(i, "1\n2\n1\n"),
                        "tasks",
                        await(s -> s.setTasks(List.of("1", "2", "1")))),
                new WrongField(
                        AWAIT,
                        "doCheckTimeout",
                        i -> AWAIT.doCheckTimeout(i, "43201"),
                        "timeout",
                        await(s -> s.setTimeout(43201))),
                new WrongField(
                        BATCH,
                        "doCheckTimeout",
                        i -> BATCH.doCheckTimeout(i, "0"),
                        "timeout",
                        batch(s -> s.setTimeout(0))),
                new WrongField(
                        AWAIT,
                        "doCheckOnPartial",
                        i -> AWAIT.doCheckOnPartial(i, "PROCEED"),
                        "onPartial",
                        await(s -> s.setOnPartial("PROCEED"))),
                new WrongField(
                        AWAIT,
                        "doCheckOnApproval",
                        i -> AWAIT.doCheckOnApproval(i, "WAIT"),
                        "onApproval",
                        await(s -> s.setOnApproval("WAIT"))),
                new WrongField(
                        AWAIT,
                        "doCheckConnection",
                        i -> AWAIT.doCheckConnection(i, "nowhere", "", "", ""),
                        "connection",
                        await(s -> s.setConnection("nowhere"))),
                new WrongField(
                        AWAIT,
                        "doCheckCredentialsId",
                        i -> AWAIT.doCheckCredentialsId(i, "", ""),
                        "credentialsId",
                        await(s -> {})),
                new WrongField(AWAIT, "doCheckRegion", i -> AWAIT.doCheckRegion(i, "", ""), "region", await(s -> {})),
                new WrongField(
                        AWAIT,
                        "doCheckRegion",
                        i -> AWAIT.doCheckRegion(i, "Guangzhou", ""),
                        "region",
                        await(s -> s.setRegion("Guangzhou"))),
                new WrongField(
                        AWAIT,
                        "doCheckSite",
                        i -> AWAIT.doCheckSite(i, "MOON", ""),
                        "site",
                        await(s -> s.setSite("MOON"))),
                new WrongField(
                        AWAIT, "doCheckProjectId", i -> AWAIT.doCheckProjectId(i, "", ""), "projectId", await(s -> {})),
                new WrongField(
                        AWAIT,
                        "doCheckProjectId",
                        i -> AWAIT.doCheckProjectId(i, " ", ""),
                        "projectId",
                        await(s -> s.setProjectId(" "))));
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
