package io.jenkins.plugins.wedata.rehearsal.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import hudson.model.Result;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Declarative Pipelines under way. What a real Jenkins does with more of them is in AgreesWithJenkinsTest. */
class DeclarativeTest {

    @TempDir
    Path directory;

    private PlayedPipeline played;

    private Result play(Map<String, String> parameters, String jenkinsfile) {
        played = new PlayedPipeline(directory, parameters);
        return played.play(jenkinsfile);
    }

    private static String pipeline(String sections, String steps) {
        return "pipeline {\nagent none\n" + sections + "\nstages { stage('S') { steps {\n" + steps + "\n} } }\n}";
    }

    private List<Refusal> refused(Map<String, String> parameters, String jenkinsfile) {
        Throwable thrown = catchThrowable(() -> play(parameters, jenkinsfile));
        assertThat(thrown).hasCauseInstanceOf(RefusedException.class);
        return ((RefusedException) thrown.getCause()).refusals();
    }

    private static final String PARAMETERS = """
            parameters {
                string(name: 'REGION', defaultValue: 'ap-guangzhou')
                booleanParam(name: 'DRY', defaultValue: true)
                choice(name: 'TARGET', choices: ['test', 'prod'])
            }
            """;

    private static final String TELL = """
            echo "${params.REGION} ${params.DRY} ${params.TARGET}"
            echo "${REGION} ${env.DRY} ${TARGET}"
            script { echo "${params.DRY.getClass().simpleName} ${params.NONE}" }
            """;

    @Test
    void parametersHaveTheirDefaults() {
        play(Map.of(), pipeline(PARAMETERS, TELL));
        assertThat(played.said()).containsExactly("ap-guangzhou true test", "ap-guangzhou true test", "Boolean null");
    }

    @Test
    void parametersHaveTheValuesThatAreGiven() {
        play(Map.of("REGION", "ap-beijing", "DRY", "false", "TARGET", "prod"), pipeline(PARAMETERS, TELL));
        assertThat(played.said()).containsExactly("ap-beijing false prod", "ap-beijing false prod", "Boolean null");
    }

    @Test
    void valuesThatTheFileDoesNotTakeAreRefusedAtOnceBeforeAnythingRuns() {
        assertThat(refused(Map.of("DRY", "no", "TARGET", "dev", "REGOIN", "x"), pipeline(PARAMETERS, TELL)))
                .extracting(Refusal::reason)
                .containsExactlyInAnyOrder(
                        "parameter DRY is true or false, not \"no\"",
                        "parameter TARGET is one of test, prod, not \"dev\"",
                        "the file declares no parameter REGOIN; it declares REGION, DRY, TARGET");
        assertThat(played.lines()).isEmpty();
    }

    @Test
    void aScriptedFileGetsWhatIsGiven() {
        play(Map.of("REGION", "ap-beijing"), "echo \"${params.REGION} ${REGION} ${params.NONE}\"");
        assertThat(played.said()).containsExactly("ap-beijing ap-beijing null");
    }

    @Test
    void functionsVariablesAndImportsOfTheFileAreSeenEverywhere() {
        play(Map.of(), """
                import groovy.json.JsonOutput
                def top = 'top'
                def waits(String text) { echo "in ${text}"; return "got ${text}" }
                @NonCPS
                def sorted(list) { list.sort { a, b -> b <=> a }.join() }
                pipeline {
                    agent none
                    environment { MADE = "${waits('environment')} ${top}" }
                    stages {
                        stage('S') {
                            when { expression { waits('when') == 'got when' } }
                            steps {
                                script { top = JsonOutput.toJson([a: sorted([1, 3, 2])]) }
                                echo "${MADE} ${top}"
                            }
                            post { always { waits 'post' } }
                        }
                    }
                }
                """);
        assertThat(played.said())
                .containsExactly(
                        "in environment", "in when", "got environment top {\"a\":\"321\"}", "Post stage", "in post");
    }

    @Test
    void unknownStepsAreRefusedWithWhatElseIsWrong() {
        List<Refusal> refusals = refused(Map.of(), """
                pipeline {
                    agent none
                    stages {
                        stage('S') {
                            steps {
                                sh 'make'
                                def x = 1
                            }
                            post { always { junit 'x.xml' } }
                        }
                    }
                    tools { maven 'm' }
                }
                """);
        assertThat(refusals).extracting(Refusal::line).containsExactly(6, 7, 9, 12);
        assertThat(refusals.get(0).reason())
                .startsWith("sh is not among the steps")
                .doesNotContain("getContext");
        assertThat(played.lines()).isEmpty();
    }

    @Test
    void theAnswerOfAnInputIsInTheEnvironmentOfItsStage() {
        play(Map.of(), """
                pipeline {
                    agent none
                    stages {
                        stage('Several') {
                            input {
                                message 'Which?'
                                parameters {
                                    string(name: 'WHO', defaultValue: 'me')
                                    booleanParam(name: 'SURE', defaultValue: true)
                                }
                            }
                            steps { echo "${WHO} ${SURE}" }
                        }
                        stage('One') {
                            input {
                                message 'Who?'
                                parameters { string(name: 'WHO', defaultValue: 'you') }
                            }
                            steps { echo "${WHO}" }
                        }
                        stage('Submitter') {
                            input {
                                message 'Sign'
                                submitter 'ann'
                                submitterParameter 'BY'
                            }
                            steps { echo "${BY}" }
                        }
                        stage('None') {
                            input { message 'Go?' }
                            steps { echo "${env.WHO}" }
                        }
                    }
                }
                """);
        assertThat(played.said()).contains("me true", "you", "ann").endsWith("null");
    }

    @Test
    void aStageBelowABranchThatMatchesRuns() {
        played = new PlayedPipeline(directory, Map.of("BRANCH_NAME", "release/1"));
        played.play("""
                pipeline {
                    agent none
                    parameters { string(name: 'BRANCH_NAME') }
                    stages {
                        stage('Release') {
                            when { branch 'release/*' }
                            steps { echo 'released' }
                        }
                    }
                }
                """);
        assertThat(played.said()).containsExactly("released");
    }

    @Test
    void notesAreToldBeforeAnythingRuns() {
        play(Map.of(), pipeline("options { disableConcurrentBuilds() }\ntriggers { cron('@daily') }", "echo 'x'"));
        assertThat(played.lines())
                .startsWith(
                        "the trigger cron does nothing in a rehearsal",
                        "the option disableConcurrentBuilds does nothing in a rehearsal",
                        "[Pipeline] Start of Pipeline");
    }

    @Test
    void aTimeoutEndsALoopThatNeverCallsAStep() throws Exception {
        played = new PlayedPipeline(directory);
        CompletableFuture<Result> result =
                played.start(pipeline("options { timeout(1) }", "script { while (true) { } }"));
        played.time.awaitAlarms(1).pass(Duration.ofMinutes(1));

        assertThat(PlayedPipeline.await(result)).isEqualTo(Result.ABORTED);
    }

    @Test
    void aFileMayHaveManyStages() {
        String stages = IntStream.range(0, 90)
                .mapToObj(i -> "stage('" + i + "') { when { expression { true } }\nsteps { echo '" + i
                        + "' }\npost { always { echo 'post' } } }\n")
                .collect(Collectors.joining());
        assertThat(play(Map.of(), "pipeline {\nagent none\nstages {\n" + stages + "}\n}"))
                .isEqualTo(Result.SUCCESS);
        assertThat(played.said()).contains("0", "89");
    }

    @Test
    void aFailureNamesTheLineOfItsStep() {
        assertThat(play(Map.of(), pipeline("", "echo 'x'\nerror 'broken'"))).isEqualTo(Result.FAILURE);
        assertThat(played.said())
                .containsExactly("x", "ERROR: broken", "The step that failed is called in line 6 of the Jenkinsfile");
    }

    @Test
    void aMissingNodeIsExplained() {
        play(Map.of(), pipeline("", "readFile 'x'"));
        assertThat(played.said().get(0))
                .startsWith("ERROR: Attempted to execute a step that requires a node context while ‘agent none’");
    }
}
