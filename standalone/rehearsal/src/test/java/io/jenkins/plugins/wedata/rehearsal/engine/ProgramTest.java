package io.jenkins.plugins.wedata.rehearsal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.Result;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Groovy on the engine: order, values, variables, closures. */
class ProgramTest {

    @TempDir
    Path directory;

    private PlayedPipeline played;

    @BeforeEach
    void prepare() {
        played = new PlayedPipeline(directory);
    }

    @Test
    void aFailureOfTheFilesOwnCodeIsNamedByItsLineAndNotByTheBlocksAround() {
        played.play("node {\n  def nothing = null\n  nothing.release()\n}");
        assertThat(played.said()).endsWith("The failure comes from line 3 of the Jenkinsfile");
    }

    @Test
    void theLogReadsAsThatOfJenkins() {
        Result result = played.play("""
                node {
                    stage('Build') {
                        echo 'hello'
                    }
                }
                """);

        assertThat(result).isEqualTo(Result.SUCCESS);
        assertThat(played.lines())
                .containsExactly(
                        "[Pipeline] Start of Pipeline",
                        "[Pipeline] node",
                        "Running on Rehearsal in " + played(directory),
                        "[Pipeline] {",
                        "[Pipeline] stage",
                        "[Pipeline] { (Build)",
                        "[Pipeline] echo",
                        "hello",
                        "[Pipeline] }",
                        "[Pipeline] // stage",
                        "[Pipeline] }",
                        "[Pipeline] // node",
                        "[Pipeline] End of Pipeline");
    }

    private static String played(Path directory) {
        try {
            return directory.toRealPath().toString();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void loopsMethodsAndClosuresCallStepsInOrder() {
        played.play("""
                def shout(text) { echo text.toUpperCase(); return text.length() }
                int total = 0
                for (name in ['a', 'bb']) { total += shout(name) }
                ['ccc'].each { total += shout(it) }
                def doubled = [1, 2].collect { n -> echo "n is ${n}"; n * 2 }
                def later = { x -> echo "later ${x}" }
                later('now')
                unbound = { echo 'unbound' }
                unbound()
                println "total ${total} ${doubled}"
                """);

        assertThat(played.said())
                .containsExactly(
                        "A",
                        "BB",
                        "CCC",
                        "n is 1",
                        "n is 2",
                        "later now",
                        "Did you forget the `def` keyword? WorkflowScript seems to be setting a field named unbound (to a"
                                + " value of type CpsClosure2) which could lead to memory leaks or other issues.",
                        "unbound",
                        "total 6 [2, 4]");
    }

    @Test
    void printingInAClosureIsAnEchoToo() {
        played.play("[1].each { println it; print 'x'; println() }");

        assertThat(played.lines())
                .containsSubsequence("[Pipeline] echo", "1", "[Pipeline] echo", "x", "[Pipeline] echo", "");
    }

    @Test
    void finallyRunsAndTheFailureGoesOn() {
        Result result = played.play("""
                try {
                    error 'broken'
                } catch (IllegalStateException e) {
                    echo 'not this one'
                } finally {
                    echo 'cleaned up'
                }
                echo 'never'
                """);

        assertThat(result).isEqualTo(Result.FAILURE);
        assertThat(played.said())
                .containsExactly(
                        "cleaned up", "ERROR: broken", "The step that failed is called in line 2 of the Jenkinsfile");
    }

    @Test
    void anUncaughtExceptionNamesItsLine() {
        Result result = played.play("echo 'one'\nString none = null\nnone.length()\n");

        assertThat(result).isEqualTo(Result.FAILURE);
        assertThat(played.said())
                .contains(
                        "java.lang.NullPointerException: Cannot invoke method length() on null object",
                        "\tat WorkflowScript.run(WorkflowScript:3)");
    }

    @Test
    void blocksGiveTheirLastValueToTheCaller() {
        played.play("def answer = node { stage('S') { retry(2) { 42 } } }\necho \"it is ${answer}\"");

        assertThat(played.said()).contains("it is 42");
    }

    @Test
    void environmentVariablesAreSeenWhereTheyAreSet() {
        played.play("""
                env.WIDE = 'build'
                withEnv(['NARROW=block', 'WIDE=block', "PATH+TOOL=/tool"]) {
                    echo "${env.NARROW} ${NARROW} ${WIDE} ${env.JOB_NAME} ${env.PATH}"
                }
                echo "${env.NARROW} ${env.WIDE} ${BUILD_NUMBER}"
                node { echo "at ${env.WORKSPACE != null}" }
                """);

        assertThat(played.said()).contains("block block block played /tool", "null build 1", "at true");
    }

    @Test
    void aValueWithoutAnEqualsSignIsNoVariable() {
        assertThat(played.play("withEnv(['NONSENSE']) { echo 'x' }")).isEqualTo(Result.FAILURE);
        assertThat(played.said().get(0)).contains("IllegalArgumentException").contains("NONSENSE");
    }

    @Test
    void currentBuildKnowsTheResultSoFar() {
        played.play("""
                echo "${currentBuild.result} ${currentBuild.currentResult} ${currentBuild.number}"
                unstable 'soft'
                currentBuild.result = 'SUCCESS'
                echo "${currentBuild.result} ${currentBuild.currentResult} ${currentBuild.fullDisplayName}"
                currentBuild.result = 'FAILURE'
                """);

        assertThat(played.said()).containsExactly("null SUCCESS 1", "WARNING: soft", "UNSTABLE UNSTABLE played #1");
        assertThat(played.build.result()).contains(Result.FAILURE);
    }

    @Test
    void stepsAreReachedThroughTheirVariableFromAClassToo() {
        played.play("""
                class Teller implements Serializable {
                    def steps
                    def tell(text) { steps.echo "told ${text}" }
                }
                new Teller(steps: steps).tell('me')
                """);

        assertThat(played.said()).containsExactly("told me");
    }

    @Test
    void codeOutsideOfTheEngineRunsToo() {
        played.play("""
                @NonCPS
                def sorted(list) { list.sort { a, b -> b <=> a } }
                echo "${sorted([1, 3, 2])}"
                def json = new groovy.json.JsonSlurperClassic().parseText('{"a": [1, 2]}')
                echo "${json.a[1]}"
                """);

        assertThat(played.said()).containsExactly("[3, 2, 1]", "2");
    }

    @Test
    void aStepCalledWhereTheEngineCannotParkIsTold() {
        played.play("@NonCPS\ndef wrong() { echo 'lost'; return 'never' }\nwrong()");

        assertThat(played.said().get(0)).startsWith("expected to call wrong but wound up catching echo");
    }

    @Test
    void fieldsKeepTheirValuesAcrossMethods() {
        played.play("""
                import groovy.transform.Field
                @Field int count = 40
                def more() { count++; echo "more ${count}" }
                more()
                more()
                """);

        assertThat(played.said()).containsExactly("more 41", "more 42");
    }

    @Test
    void theBuildMayBeNamedAndDescribed() {
        played.play("""
                currentBuild.displayName = '#orders'
                currentBuild.description = 'by hand'
                echo "${currentBuild.fullDisplayName}: ${currentBuild.description}"
                """);

        assertThat(played.said()).containsExactly("played #orders: by hand");
    }

    @Test
    void theLineOfTheInnermostFailingStepIsTold() {
        played.play("def fails() {\n  error 'deep'\n}\nnode {\n  stage('S') {\n    fails()\n  }\n}");

        assertThat(played.said())
                .endsWith("ERROR: deep", "The step that failed is called in line 2 of the Jenkinsfile");
    }

    @Test
    void controlCharactersDoNotReachTheLog() {
        played.play("echo 'a\\u001b[31mb\\rc\\td'");

        assertThat(played.said()).containsExactly("a?[31mb?c\td");
    }
}
