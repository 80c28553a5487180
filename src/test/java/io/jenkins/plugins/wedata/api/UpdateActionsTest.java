package io.jenkins.plugins.wedata.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.wedata.api.UpdatedTask.UpdateTaskResult;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The rules of the actions that read one task and change it. */
class UpdateActionsTest {

    @Test
    void projectAndTaskAreRequiredEverywhere() {
        assertThat(wrongIn(new GetTask("", null))).containsExactly("projectId", "taskId");
        assertThat(wrongIn(new GetTriggerTask(null, " "))).containsExactly("projectId", "taskId");
        assertThat(wrongIn(new UpdateTaskPartially(null, null, null, null)))
                .containsExactly("projectId", "taskId", "newSetting");
        assertThat(wrongIn(new UpdateTriggerTaskPartially(null, null, null, null)))
                .containsExactly("projectId", "taskId", "newSetting");
        assertThat(wrongIn(new ModifyIntegrationTask(null, null, null))).containsExactly("projectId", "TaskInfo");
    }

    @Test
    void whatIsRightPasses() {
        assertThat(wrongIn(new GetTask("p", "t"))).isEmpty();
        assertThat(wrongIn(new UpdateTaskPartially("p", "t", new UpdateTaskPartially.Part(null, null), null)))
                .isEmpty();
        assertThat(wrongIn(new UpdateTriggerTaskPartially(
                        "p", "t", new UpdateTriggerTaskPartially.Part(null, null, null), List.of("a"))))
                .isEmpty();
    }

    @Test
    void aReplyWithoutAnAnswerSaysWhatIsAbsent() {
        UpdateTaskPartially update = new UpdateTaskPartially("p", "t", new UpdateTaskPartially.Part(null, null), null);
        assertThat(update.absentIn(new UpdatedTask(null))).contains("Data.Status");
        assertThat(update.absentIn(new UpdatedTask(new UpdateTaskResult(null)))).contains("Data.Status");
        assertThat(update.absentIn(new UpdatedTask(new UpdateTaskResult(false))))
                .isEmpty();
        assertThat(new GetTask("p", "t").absentIn(new GetTask.Result(null))).contains("Data");
        assertThat(new GetTriggerTask("p", "t").absentIn(new GetTriggerTask.Result(null)))
                .contains("Data");
        assertThat(new ModifyIntegrationTask(null, "p", null).absentIn(new ModifyIntegrationTask.Result(" ")))
                .contains("TaskId");
    }

    @Test
    void onlyATrueStatusMeansThatItIsDone() {
        assertThat(new UpdatedTask(new UpdateTaskResult(true)).isDone()).isTrue();
        assertThat(new UpdatedTask(new UpdateTaskResult(false)).isDone()).isFalse();
        assertThat(new UpdatedTask(null).isDone()).isFalse();
    }

    @Test
    void whatChangesIsAWriteAndWhatReadsIsNone() {
        assertThat(List.of(
                        new UpdateTaskPartially("p", "t", null, null).type().effect(),
                        new UpdateTriggerTaskPartially("p", "t", null, null)
                                .type()
                                .effect(),
                        new ModifyIntegrationTask(null, "p", null).type().effect()))
                .containsOnly(Effect.WRITE);
        assertThat(List.of(
                        new GetTask("p", "t").type().effect(),
                        new GetTriggerTask("p", "t").type().effect()))
                .containsOnly(Effect.READ);
    }

    private static List<String> wrongIn(WeDataAction<?> action) {
        Problems problems = new Problems();
        action.check(problems);
        return problems.all().stream().map(Problem::field).toList();
    }
}
