package io.jenkins.plugins.wedata.rehearsal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.Result;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.jenkinsci.plugins.workflow.steps.FlowInterruptedException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pipeline's own steps, as they are played. */
class PipelineStepsTest {

    @TempDir
    Path directory;

    private final HeldStep.DescriptorImpl held = new HeldStep.DescriptorImpl();
    private PlayedPipeline played;

    @BeforeEach
    void prepare() {
        played = new PlayedPipeline(directory, held);
    }

    @Test
    void aNodeIsNamedAsJenkinsNamesItsOwn() {
        played.play("echo \"${env.NODE_NAME}\"\nnode { echo \"${env.NODE_NAME} ${NODE_LABELS} ${EXECUTOR_NUMBER}\" }");
        assertThat(played.said()).contains("null", "built-in built-in 0");
    }

    @Test
    void retryTriesSoManyTimesInAll() {
        Result result = played.play("int n = 0\nretry(3) { n++; error \"no ${n}\" }");

        assertThat(result).isEqualTo(Result.FAILURE);
        assertThat(played.said())
                .containsExactly(
                        "ERROR: no 1",
                        "Retrying",
                        "ERROR: no 2",
                        "Retrying",
                        "ERROR: no 3",
                        "The step that failed is called in line 2 of the Jenkinsfile");
    }

    @Test
    void retryStopsAtTheFirstSuccess() {
        assertThat(played.play("int n = 0\nretry(3) { n++; if (n < 2) { error 'again' } }\necho \"${n}\""))
                .isEqualTo(Result.SUCCESS);
        assertThat(played.said()).containsExactly("ERROR: again", "Retrying", "2");
    }

    @Test
    void retryDoesNotRetryWhatWasInterrupted() throws Exception {
        CompletableFuture<Result> result = played.start("timeout(1) { retry(3) { held 'x' } }");
        held.next();
        played.time.awaitAlarms(1).pass(Duration.ofMinutes(1));

        assertThat(PlayedPipeline.await(result)).isEqualTo(Result.ABORTED);
        assertThat(played.said()).doesNotContain("Retrying");
    }

    @Test
    void retryTriesAgainAfterATimeoutInsideIt() throws Exception {
        CompletableFuture<Result> result =
                played.start("int n = 0\nretry(2) { n++; timeout(1) { if (n == 1) { held 'x' } } }");
        held.next();
        played.time.awaitAlarms(1).pass(Duration.ofMinutes(1));

        assertThat(PlayedPipeline.await(result)).isEqualTo(Result.SUCCESS);
        assertThat(played.said()).contains("Timeout has been exceeded", "Retrying");
    }

    @Test
    void timeoutStopsThePluginsStepAndAbortsTheBuild() throws Exception {
        CompletableFuture<Result> result =
                played.start("timeout(time: 90, unit: 'SECONDS') { stage('S') { held 'x' } }");
        HeldStep.Execution step = held.next();
        played.time.awaitAlarms(1).pass(Duration.ofSeconds(89));
        assertThat(step.stoppedWith).isNull();
        played.time.pass(Duration.ofSeconds(1));

        assertThat(PlayedPipeline.await(result)).isEqualTo(Result.ABORTED);
        assertThat(step.stoppedWith).isInstanceOf(FlowInterruptedException.class);
        assertThat(played.said())
                .containsExactly(
                        "Timeout set to expire in 1 min 30 sec",
                        "started x",
                        "Cancelling nested steps due to timeout",
                        "Timeout has been exceeded",
                        "The step that failed is called in line 1 of the Jenkinsfile");
    }

    @Test
    void aStepThatDoesNotStopIsEndedAMinuteLater() throws Exception {
        CompletableFuture<Result> result = played.start("timeout(1) { held name: 'x', mode: 'DEAF' }");
        HeldStep.Execution step = held.next();
        played.time.awaitAlarms(1).pass(Duration.ofMinutes(1));
        played.time.awaitAlarms(1).pass(Duration.ofMinutes(1));

        assertThat(PlayedPipeline.await(result)).isEqualTo(Result.ABORTED);
        assertThat(step.stoppedWith).isNotNull();
        assertThat(played.said())
                .contains("Body did not finish within grace period; terminating with extreme prejudice");
    }

    @Test
    void aBlockThatIsInTimeLetsGoOfTheTimeout() throws Exception {
        assertThat(played.play("timeout(1) { echo 'quick' }")).isEqualTo(Result.SUCCESS);
        played.time.awaitAlarms(0).pass(Duration.ofHours(1));

        assertThat(played.said()).containsExactly("Timeout set to expire in 1 min 0 sec", "quick");
    }

    @Test
    void sleepWaitsInSecondsOrInItsUnit() throws Exception {
        CompletableFuture<Result> result = played.start("""
                sleep 2
                sleep(time: 3, unit: 'MINUTES')
                [1].each { sleep 4 }
                sleep 0
                """);
        played.time.awaitAlarms(1).pass(Duration.ofSeconds(2));
        played.time.awaitAlarms(1).pass(Duration.ofSeconds(179));
        assertThat(result).isNotDone();
        played.time.pass(Duration.ofSeconds(1));
        played.time.awaitAlarms(1).pass(Duration.ofSeconds(4));

        assertThat(PlayedPipeline.await(result)).isEqualTo(Result.SUCCESS);
        assertThat(played.said())
                .containsExactly(
                        "Sleeping for 2 sec",
                        "Sleeping for 3 min 0 sec",
                        "Sleeping for 4 sec",
                        "No need to sleep any longer");
    }

    @ParameterizedTest
    @CsvSource({
        "'', FAILURE, Setting overall build result to FAILURE",
        "'buildResult: \"UNSTABLE\", stageResult: \"FAILURE\"', UNSTABLE, Setting overall build result to UNSTABLE",
        "'buildResult: \"SUCCESS\"', SUCCESS, goes on",
        "'buildResult: \"aborted\"', ABORTED, Setting overall build result to ABORTED"
    })
    void catchErrorGoesOnWithTheResultItIsGiven(String arguments, String result, String line) {
        Result end = played.play("catchError(" + arguments + ") { error 'soft' }\necho 'goes on'");

        assertThat(end).hasToString(result);
        assertThat(played.said()).startsWith("ERROR: soft").contains(line).endsWith("goes on");
    }

    @Test
    void catchErrorTellsItsMessageFirst() {
        played.play("catchError(message: 'while releasing') { error 'x' }");

        assertThat(played.said()).startsWith("ERROR: while releasing", "ERROR: x");
    }

    @Test
    void catchErrorLetsAnInterruptionPassWhenToldSo() throws Exception {
        CompletableFuture<Result> result =
                played.start("timeout(1) { catchError(catchInterruptions: false) { held 'x' }\n echo 'never' }");
        held.next();
        played.time.awaitAlarms(1).pass(Duration.ofMinutes(1));

        assertThat(PlayedPipeline.await(result)).isEqualTo(Result.ABORTED);
        assertThat(played.said()).doesNotContain("never");
    }

    @Test
    void warnErrorMakesTheBuildUnstableAndGoesOn() {
        assertThat(played.play("def r = warnError('careful') { error 'x' }\necho \"on ${r}\""))
                .isEqualTo(Result.UNSTABLE);
        assertThat(played.said())
                .containsExactly("ERROR: careful", "ERROR: x", "Setting overall build result to UNSTABLE", "on null");
        assertThat(new PlayedPipeline(directory).play("warnError('careful') { echo 'fine' }"))
                .isEqualTo(Result.SUCCESS);
    }

    @Test
    void warnErrorTakesTheResultOfAnInterruptionAndLetsItPassWhenToldSo() throws Exception {
        CompletableFuture<Result> caught = played.start("warnError('w') { timeout(1) { sleep 3600 } }\necho 'on'");
        played.time.awaitAlarms(2).pass(Duration.ofMinutes(1));
        assertThat(PlayedPipeline.await(caught)).isEqualTo(Result.ABORTED);
        assertThat(played.said()).contains("ERROR: w", "on");

        PlayedPipeline other = new PlayedPipeline(directory);
        CompletableFuture<Result> passed = other.start(
                "timeout(1) { warnError(message: 'w', catchInterruptions: false) { sleep 3600 } }\necho 'on'");
        other.time.awaitAlarms(2).pass(Duration.ofMinutes(1));
        assertThat(PlayedPipeline.await(passed)).isEqualTo(Result.ABORTED);
        assertThat(other.said()).doesNotContain("ERROR: w", "on");
    }

    @Test
    void timestampsBeginEveryLineOfTheirBlockWithTheTime() throws Exception {
        CompletableFuture<Result> result = played.start("timestamps { echo 'a\\nb'\nsleep 90\necho 'c' }\necho 'd'");
        played.time.awaitAlarms(1).pass(Duration.ofSeconds(90));

        assertThat(PlayedPipeline.await(result)).isEqualTo(Result.SUCCESS);
        assertThat(played.said())
                .containsExactly(
                        "[2026-01-01T00:00:00.000Z] a",
                        "[2026-01-01T00:00:00.000Z] b",
                        "[2026-01-01T00:00:00.000Z] Sleeping for 1 min 30 sec",
                        "[2026-01-01T00:01:30.000Z] c",
                        "d");
    }

    @Test
    void anInvalidResultIsRefused() {
        assertThat(played.play("catchError(buildResult: 'FINE') { }")).isEqualTo(Result.FAILURE);
        assertThat(played.said().get(0)).contains("buildResult is invalid: FINE.");
    }

    @Test
    void unstableGoesOnWithAWarning() {
        assertThat(played.play("unstable 'not so good'\necho 'on'")).isEqualTo(Result.UNSTABLE);
        assertThat(played.said()).containsExactly("WARNING: not so good", "on");
    }

    @Test
    void aWorseResultIsNotMadeBetter() {
        assertThat(played.play("unstable 'a'\nerror 'b'")).isEqualTo(Result.FAILURE);
        assertThat(new PlayedPipeline(directory).play("catchError { error 'b' }\nunstable 'a'"))
                .isEqualTo(Result.FAILURE);
    }

    @Test
    void filesAreReadFromTheCurrentDirectory() throws Exception {
        Files.createDirectories(directory.resolve("sql"));
        Files.writeString(directory.resolve("sql/a.sql"), "SELECT '质量'");
        played.play("""
                node {
                    echo readFile('sql/a.sql')
                    dir('sql') { echo readFile(file: 'a.sql', encoding: 'UTF-8') }
                }
                """);

        assertThat(played.said())
                .contains("SELECT '质量'", "Running in " + directory.toRealPath().resolve("sql"))
                .endsWith("SELECT '质量'");
    }

    @Test
    void aFileNeedsANodeAround() {
        assertThat(played.play("readFile 'a'")).isEqualTo(Result.FAILURE);
        assertThat(played.said())
                .anyMatch(line -> line.contains("Required context class hudson.FilePath is missing"))
                .anyMatch(line -> line.contains("such as: node"));
    }

    @Test
    void aPathOutOfTheWorkspaceIsRefused() {
        assertThat(played.play("node { dir('..') { echo 'out' } }")).isEqualTo(Result.FAILURE);
        assertThat(played.said()).anyMatch(line -> line.contains(".. is outside the workspace"));
    }

    @ParameterizedTest
    @CsvSource({
        "stage('no block'), stage step must be called with a body",
        "stage('') { }, must specify name",
        "unstable '', A non-empty message is required",
        "warnError(' ') { }, A non-empty message is required",
        "'echo 1, 2', 'Expected named arguments but got [1, 2]'",
        "'timeout(time: 1, units: \"HOURS\") { }', 'Unknown parameter(s) found'",
        "timeout(0) { }, positive time",
        "'node { readFile(file: \"x\", encoding: \"GBK\") }', only, not 'GBK'"
    })
    void aWrongCallFailsAndSaysWhy(String jenkinsfile, String message) {
        assertThat(played.play(jenkinsfile)).isEqualTo(Result.FAILURE);
        assertThat(played.said()).anyMatch(line -> line.contains(message));
    }
}
