package io.jenkins.plugins.wedata.rehearsal.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What can't be rehearsed is refused by name and line. */
class RefusalTest {

    @TempDir
    Path directory;

    private PlayedPipeline played;

    @BeforeEach
    void prepare() {
        played = new PlayedPipeline(directory);
    }

    private List<Refusal> refused(String jenkinsfile) {
        Throwable thrown = catchThrowable(() -> played.play(jenkinsfile));
        assertThat(thrown).hasCauseInstanceOf(RefusedException.class);
        return ((RefusedException) thrown.getCause()).refusals();
    }

    @Test
    void aByteOrderMarkIsRefusedByItsNameSinceJenkinsStumblesOverIt() {
        assertThat(refused("\uFEFFecho 'x'"))
                .singleElement()
                .satisfies(refusal -> assertThat(refusal.line()).isEqualTo(1))
                .satisfies(refusal -> assertThat(refusal.reason()).contains("byte order mark"));
    }

    @Test
    void blocksNestedTooDeeplyToBeCompiledAreRefused() {
        int depth = 5_000;

        assertThat(refused("node {\n".repeat(depth) + "}\n".repeat(depth)))
                .singleElement()
                .satisfies(refusal -> assertThat(refusal.reason()).contains("nested too deeply"));
    }

    @Test
    void everyUnknownStepIsRefusedByNameAndLineBeforeAnythingRuns() {
        List<Refusal> refusals = refused("""
                node {
                    echo 'first'
                    sh 'make'
                    if (false) {
                        junit 'x'
                    }
                }
                """);

        assertThat(refusals).extracting(Refusal::line).containsExactly(3, 5);
        assertThat(refusals.get(0).reason())
                .startsWith("sh is not among the steps that are rehearsed: archiveArtifacts, catchError");
        assertThat(refusals.get(1).reason()).startsWith("junit is not");
        assertThat(played.lines()).isEmpty();
    }

    @Test
    void aFileThatWouldEndTheRehearsalItselfIsRefused() {
        assertThat(refused("echo 'a'\nif (true) {\n  System.exit(0)\n}"))
                .singleElement()
                .satisfies(refusal -> {
                    assertThat(refusal.line()).isEqualTo(3);
                    assertThat(refusal.reason()).startsWith("System.exit would end");
                });
        assertThat(refused("@NonCPS\ndef stop() {\n  java.lang.System.exit(3)\n}\nstop()"))
                .extracting(Refusal::line)
                .containsExactly(3);
        assertThat(played.lines()).isEmpty();
    }

    @Test
    void aPipelineBlockWithinAnotherBlockIsRefused() {
        assertThat(refused("node {\n  pipeline { }\n}")).singleElement().satisfies(refusal -> {
            assertThat(refusal.line()).isEqualTo(2);
            assertThat(refusal.reason())
                    .isEqualTo("pipeline block must be at the top-level, not within another block.");
        });
    }

    @Test
    void sharedLibrariesAreRefused() {
        assertThat(refused("@Library('shared') _\necho 'a'"))
                .containsExactly(new Refusal(1, "@Library is not rehearsed: shared libraries live in Jenkins"));
    }

    @Test
    void anUnknownStepOfADeclarativePipelineIsRefusedWithItsLine() {
        List<Refusal> refusals =
                refused("// about\npipeline {\n  agent any\n  stages { stage('x') { steps { sh 'y' } } }\n}");

        assertThat(refusals).hasSize(1);
        assertThat(refusals.get(0).line()).isEqualTo(4);
        assertThat(refusals.get(0).reason()).contains("sh");
    }

    @Test
    void aSyntaxErrorIsRefusedWithItsLine() {
        List<Refusal> refusals = refused("echo 'a'\nif (true) } else {\n");

        assertThat(refusals).isNotEmpty();
        assertThat(refusals.get(0).line()).isEqualTo(2);
        assertThat(refusals.get(0).reason()).contains("unexpected token: }");
    }

    @Test
    void aFileThatIsTooLargeForJenkinsIsRefusedAsSuch() {
        assertThat(refused(("if (true) {\n" + "echo 'x'\n".repeat(100) + "}\n").repeat(50)))
                .singleElement()
                .satisfies(refusal -> assertThat(refusal.reason()).startsWith("Method too large: WorkflowScript"));
    }

    @Test
    void anUnknownClassIsRefusedWithItsLine() {
        assertThat(refused("echo 'a'\n\nnew NoSuchThing()")).singleElement().satisfies(refusal -> {
            assertThat(refusal.line()).isEqualTo(3);
            assertThat(refusal.reason()).contains("unable to resolve class NoSuchThing");
        });
    }

    @Test
    void aStepThatIsOnlyNamedWhileItRunsIsRefusedThen() {
        List<Refusal> refusals = refused("echo 'a'\nString name = 's' + 'h'\nsteps.\"${name}\"('make')\necho 'never'");

        assertThat(refusals).singleElement().satisfies(refusal -> {
            assertThat(refusal.line()).isEqualTo(3);
            assertThat(refusal.reason()).startsWith("sh is not among the steps");
        });
        assertThat(played.said()).containsExactly("a");
    }

    @Test
    void aRefusalCannotBeCaughtByTheJenkinsfile() {
        assertThat(refused("try { steps.sh 'x' } catch (Throwable t) { echo 'caught' }"))
                .hasSize(1);
        assertThat(played.said()).doesNotContain("caught");
    }

    @Test
    void aStepInAFieldIsRefused() {
        assertThat(refused("import groovy.transform.Field\n@Field def x = echo('early')\necho 'a'"))
                .extracting(Refusal::reason)
                .containsExactly("echo is called while the file's fields are still being set");
    }

    @Test
    void variablesThatOnlyJenkinsHasAreRefused() {
        assertThat(refused("echo 'a'\necho \"${docker.X}\"\nprintln docker"))
                .extracting(Refusal::line)
                .containsExactly(2, 3);
    }

    @Test
    void namesThatTheJenkinsfileDefinesItselfAreNotRefused() {
        played.play("""
                def sh(text) { echo "my sh ${text}" }
                def params = [x: 1]
                def bat = { echo "my bat ${it}" }
                sh 'a'
                bat 'b'
                echo "${params.x}"
                """);

        assertThat(played.said()).containsExactly("my sh a", "my bat b", "1");
    }
}
