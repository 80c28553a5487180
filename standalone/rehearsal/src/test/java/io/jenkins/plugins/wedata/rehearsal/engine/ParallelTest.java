package io.jenkins.plugins.wedata.rehearsal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.AbortException;
import hudson.model.Result;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.jenkinsci.plugins.workflow.steps.FlowInterruptedException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ParallelTest {

    @TempDir
    Path directory;

    private final HeldStep.DescriptorImpl held = new HeldStep.DescriptorImpl();
    private PlayedPipeline played;

    @BeforeEach
    void prepare() {
        played = new PlayedPipeline(directory, held);
    }

    @Test
    void branchesBeginInOrderAndTakeTurnsWhereTheyWait() throws Exception {
        CompletableFuture<Result> result = played.start("""
                def results = parallel(
                    one: { echo 'a'; held 'first'; echo 'b'; 1 },
                    two: { echo 'c'; held 'second'; echo 'd'; 2 })
                echo "${results.one} ${results.two}"
                """);
        HeldStep.Execution first = held.next();
        HeldStep.Execution second = held.next();
        second.getContext().onSuccess(null);
        awaitLine("[two] d");
        first.getContext().onSuccess(null);

        assertThat(PlayedPipeline.await(result)).isEqualTo(Result.SUCCESS);
        assertThat(played.lines())
                .containsSubsequence(
                        "[Pipeline] parallel",
                        "[Pipeline] { (Branch: one)",
                        "[Pipeline] { (Branch: two)",
                        "[one] a",
                        "[two] c",
                        "[two] d",
                        "[one] b",
                        "[Pipeline] // parallel",
                        "1 2");
        assertThat(first.startedOn).isSameAs(second.startedOn);
    }

    private void awaitLine(String line) {
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!played.lines().contains(line)) {
            assertThat(System.nanoTime()).as("waiting for " + line).isLessThan(end);
            Thread.onSpinWait();
        }
    }

    @Test
    void theOthersAreAwaitedBeforeAFailureIsThrown() throws Exception {
        CompletableFuture<Result> result = played.start("""
                try {
                    parallel bad: { error 'boom' }, good: { held 'slow'; echo 'good ends' }
                } catch (e) {
                    echo "caught ${e.message}"
                }
                """);
        HeldStep.Execution slow = held.next();
        assertThat(slow.stoppedWith).isNull();
        slow.getContext().onSuccess(null);

        assertThat(PlayedPipeline.await(result)).isEqualTo(Result.SUCCESS);
        assertThat(played.said()).containsSubsequence("[bad] Failed in branch bad", "[good] good ends", "caught boom");
    }

    @Test
    void failFastStopsTheOtherBranchesSteps() throws Exception {
        CompletableFuture<Result> result = played.start("""
                parallel failFast: true,
                    slow: { stage('inner') { held 'slow' }; echo 'never' },
                    bad: { held 'bad' }
                """);
        HeldStep.Execution bad = held.next();
        HeldStep.Execution slow = held.next();
        assertThat(bad.name).as("the deeper block has its turn later").isEqualTo("bad");
        bad.getContext().onFailure(new AbortException("boom"));

        assertThat(PlayedPipeline.await(result)).isEqualTo(Result.FAILURE);
        assertThat(slow.stoppedWith).isInstanceOfSatisfying(FlowInterruptedException.class, stop -> {
            assertThat(stop.getResult()).isEqualTo(Result.ABORTED);
            assertThat(stop.getCauses().get(0).getShortDescription()).isEqualTo("Failed in branch bad");
        });
        assertThat(played.said())
                .containsSubsequence(
                        "[bad] Failed in branch bad",
                        "[slow] Failed in branch slow",
                        "ERROR: boom",
                        "The step that failed is called in line 3 of the Jenkinsfile")
                .noneMatch(line -> line.contains("never"));
    }

    @Test
    void theWorstFailureIsThrownWithTheOthersBeside() {
        played.play("""
                try {
                    parallel told: { error 'told' }, plain: { throw new IllegalStateException('plain') }
                } catch (e) {
                    echo "${e.message} and ${e.suppressed[0].message}"
                }
                """);

        assertThat(played.said()).contains("plain and told");
    }

    @Test
    void theInnermostBranchIsNamedInTheLog() {
        played.play("parallel outer: { parallel inner: { echo 'deep' }; echo 'shallow' }");

        assertThat(played.said()).containsExactly("[inner] deep", "[outer] shallow");
    }

    @Test
    void branchesMayBeMadeInALoop() {
        played.play("""
                def branches = [:]
                for (n in ['x', 'y']) { def name = n; branches["b-${name}"] = { echo "in ${name}" } }
                parallel branches
                """);

        assertThat(played.said()).containsExactly("[b-x] in x", "[b-y] in y");
    }

    @Test
    void noBranchesAreNoError() {
        assertThat(played.play("parallel([:])")).isEqualTo(Result.SUCCESS);
        assertThat(played.said()).containsExactly("No branches to run");
    }

    @Test
    void whatIsNoBranchIsRefusedInJenkinsWords() {
        assertThat(played.play("parallel a: { }, b: 3")).isEqualTo(Result.FAILURE);
        assertThat(played.said().get(0)).contains("Expected a closure or failFast but found b=3");
    }
}
