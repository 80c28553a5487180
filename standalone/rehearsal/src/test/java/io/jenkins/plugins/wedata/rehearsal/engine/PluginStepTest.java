package io.jenkins.plugins.wedata.rehearsal.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hudson.AbortException;
import hudson.model.Result;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepDescriptor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PluginStepTest {

    @TempDir
    Path directory;

    private final HeldStep.DescriptorImpl held = new HeldStep.DescriptorImpl();
    private PlayedPipeline played;

    @BeforeEach
    void prepare() {
        played = new PlayedPipeline(directory, held);
    }

    @Test
    void theProgramIsParkedUntilTheContextHearsOfASuccess() throws Exception {
        CompletableFuture<Result> result =
                played.start("def answer = held('x')\necho \"got ${answer.taskId} ${answer['n']}\"");
        HeldStep.Execution step = held.next();
        assertThat(result).isNotDone();
        step.getContext().onSuccess(Map.of("taskId", "t-1", "n", 7));

        assertThat(PlayedPipeline.await(result)).isEqualTo(Result.SUCCESS);
        assertThat(played.said()).containsExactly("started x", "got t-1 7");
    }

    @Test
    void aFailureIsThrownAtTheCall() throws Exception {
        CompletableFuture<Result> result = played.start("try { held 'x' } catch (e) { echo \"caught ${e.message}\" }");
        held.next().getContext().onFailure(new AbortException("refused"));

        assertThat(PlayedPipeline.await(result)).isEqualTo(Result.SUCCESS);
        assertThat(played.said()).endsWith("caught refused");
    }

    @Test
    void onlyTheFirstEndOfAStepCounts() throws Exception {
        CompletableFuture<Result> result = played.start("echo held('x')\nheld 'y'");
        StepContext first = held.next().getContext();
        first.onSuccess("one");
        first.onSuccess("two");
        first.onFailure(new AbortException("three"));
        held.next().getContext().onSuccess(null);
        first.onSuccess("four");

        assertThat(PlayedPipeline.await(result)).isEqualTo(Result.SUCCESS);
        assertThat(played.said()).containsExactly("started x", "one", "started y");
    }

    @Test
    void aStepMayEndAtOnce() {
        played.play("echo held(name: 'x', mode: 'AT_ONCE')");

        assertThat(played.said()).containsExactly("started x", "at once x");
    }

    @Test
    void aStepThatClaimsAnEndWithoutAResultIsAnError() {
        assertThat(played.play("held(name: 'x', mode: 'LIES')")).isEqualTo(Result.FAILURE);
        assertThat(played.said()).anyMatch(line -> line.contains("claimed to have ended synchronously"));
    }

    @Test
    void aStepThatCannotStartFails() {
        assertThat(played.play("held(name: 'x', mode: 'THROWS')")).isEqualTo(Result.FAILURE);
        assertThat(played.said()).anyMatch(line -> line.contains("can't start x"));
    }

    @Test
    void aStepThatDoesNotLinkFails() {
        assertThat(played.play("held(name: 'x', mode: 'UNLINKED')")).isEqualTo(Result.FAILURE);
        assertThat(played.said()).anyMatch(line -> line.contains("NoClassDefFoundError: of x"));
    }

    @Test
    void aStepThatCannotStopIsEndedWithTheCauseAllTheSame() throws Exception {
        CompletableFuture<Result> result = played.start("""
                parallel failFast: true, a: { held(name: 'x', mode: 'STOP_THROWS') }, b: { held 'y' }
                """);
        HeldStep.Execution deaf = held.next();
        held.next().getContext().onFailure(new AbortException("boom"));

        assertThat(PlayedPipeline.await(result)).isEqualTo(Result.FAILURE);
        assertThat(deaf.stoppedWith.getSuppressed())
                .anyMatch(e -> e.getMessage().equals("can't stop"));
    }

    @Test
    void theContextKnowsTheBuildAndNothingElse() throws Exception {
        CompletableFuture<Result> result = played.start("held 'x'");
        StepContext context = held.next().getContext();
        assertThat(context.get(String.class)).isNull();
        assertThat(context.isReady()).isTrue();
        assertThat(context.saveState().isDone()).isTrue();
        assertThat(context).isEqualTo(context).isNotEqualTo("other");
        context.setResult(Result.UNSTABLE);
        context.onSuccess(null);

        assertThat(PlayedPipeline.await(result)).isEqualTo(Result.UNSTABLE);
    }

    @Test
    void aDescriptorOutsideOfItsStepIsRefused() {
        assertThatThrownBy(() -> new PlayedPipeline(directory, new StrayDescriptor()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("not nested in its step");
    }

    private static final class StrayDescriptor extends StepDescriptor {
        @Override
        public Set<? extends Class<?>> getRequiredContext() {
            return Set.of();
        }

        @Override
        public String getFunctionName() {
            return "stray";
        }
    }
}
