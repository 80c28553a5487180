package io.jenkins.plugins.wedata.rehearsal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.Result;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Variables of credentials, and their values hidden in everything that is told. */
class WithCredentialsTest {

    private static final String SECRET = NoEnvironment.KEY.secretKey();
    private static final String BOTH =
            "withCredentials([usernamePassword(credentialsId: 'wedata', usernameVariable: 'U', passwordVariable: 'P')])";

    @TempDir
    Path directory;

    private PlayedPipeline played;

    @BeforeEach
    void prepare() {
        played = new PlayedPipeline(directory);
    }

    /** Without the warnings that the Groovy strings of these tests earn; {@link InterpolatedSecretsTest} has them. */
    private List<String> said() {
        return played.said().stream()
                .filter(line -> !line.startsWith("Warning: A secret was passed") && !line.startsWith("\t\t "))
                .toList();
    }

    @Test
    void userAndPasswordAreVariablesAndHidden() {
        assertThat(played.play(
                        BOTH + " { echo \"${U} ${env.P} ${U.length()} ${P.length()}\"; echo \"again ${P}${P}\" }\n"
                                + "echo \"after: ${env.P}\""))
                .isEqualTo(Result.SUCCESS);
        assertThat(said())
                .containsExactly(
                        "Masking supported pattern matches of $U or $P",
                        "**** **** 8 12",
                        "again ********",
                        "after: null");
    }

    @Test
    void theNameOfABranchIsNoWayOutForASecret() {
        played.play(
                BOTH + " { def branches = [:]\nbranches[\"x ${P}\"] = { echo 'in'; error 'bad' }\nparallel branches }");

        assertThat(String.join("\n", played.lines()))
                .doesNotContain(SECRET)
                .contains("[x ****] in", "[x ****] Failed in branch x ****");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            [usernameColonPassword(credentialsId: 'wedata', variable: 'X')]                                    | 21
            [string(credentialsId: 'wedata', variable: 'X')]                                                   | 12
            bindings: [string(variable: 'X', credentialsId: "${'we' + 'data'}")]                               | 12
            [[$class: 'StringBinding', credentialsId: 'wedata', variable: 'X']]                                | 12
            [[$class: 'UsernamePasswordMultiBinding', credentialsId: 'wedata', usernameVariable: 'U', passwordVariable: 'X']] | 12
            [[$class: 'org.jenkinsci.plugins.credentialsbinding.impl.UsernamePasswordBinding', credentialsId: 'wedata', variable: 'X']] | 21
            """)
    void everyBindingIsBoundAndHidden(String bindings, int length) {
        assertThat(played.play("withCredentials(" + bindings + ") { echo \"${X.length()} ${X}\" }"))
                .isEqualTo(Result.SUCCESS);
        assertThat(said())
                .hasSize(2)
                .endsWith(length + " ****")
                .first()
                .asString()
                .matches("Masking supported pattern matches of (\\$U or )?\\$X");
    }

    @Test
    void theBlocksValueIsTheSteps() {
        played.play("echo \"${withCredentials([]) { 42 }}\"");
        assertThat(said()).containsExactly("42");
    }

    @Test
    void severalBindingsHideAllOfThem() {
        played.play("withCredentials([string(credentialsId: 'wedata', variable: 'A'),"
                + " usernameColonPassword(credentialsId: 'wedata', variable: 'B')]) { echo \"${A} ${B}\" }");
        assertThat(said()).containsExactly("Masking supported pattern matches of $A or $B", "**** ****");
    }

    @Test
    void base64IsHiddenTooWhereverTheSecretStands() {
        String alone = Base64.getEncoder().encodeToString(SECRET.getBytes(StandardCharsets.UTF_8));
        String behind = Base64.getEncoder().encodeToString(("u:" + SECRET).getBytes(StandardCharsets.UTF_8));
        played.play(BOTH + " { echo '" + alone + "'; echo '" + behind + "' }");

        assertThat(said()).contains("****").noneMatch(line -> line.contains(alone) || line.contains(behind));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "error \"failed with ${P}\"",
                "throw new IllegalStateException(\"failed with ${P}\")",
                "throw new RuntimeException('outer', new IllegalStateException(\"cause ${P}\"))",
                "echo(nothing: P)",
                "stage(P) { error P }",
                "parallel(a: { error P }, b: { echo P })",
                "catchError(message: P) { error P }",
                "catchError { throw new IllegalStateException(P) }",
                "warnError(P) { error P }",
                "retry(2) { error P }",
                "unstable P",
                "println P",
                "timestamps { echo P }",
                "input P",
                "withEnv([\"Q=${P}\"]) { echo Q }"
            })
    void noSecretIsToldWhateverHappensInTheBlock(String statement) {
        played.play(BOTH + " { " + statement + " }");

        assertThat(String.join("\n", played.lines())).contains("****").doesNotContain(SECRET);
    }

    @Test
    void aFailureThatLeavesTheBlockHasNoSecretLeft() {
        assertThat(played.play("try { " + BOTH + " { error \"with ${P}\" } } catch (e) { echo e.message }\n" + "try { "
                        + BOTH + " { throw new Exception(\"and ${P}\") } } catch (e) { echo e.message }"))
                .isEqualTo(Result.SUCCESS);
        assertThat(said()).contains("with ****", "and ****");
    }

    @Test
    void aFailureWithoutTheSecretStaysWhatItIs() {
        assertThat(played.play(BOTH + " { error 'plain' }")).isEqualTo(Result.FAILURE);
        assertThat(said()).contains("ERROR: plain");
    }

    @Test
    void anAbortInTheBlockStaysAnAbort() throws Exception {
        CompletableFuture<Result> result = played.start(BOTH + " { timeout(1) { sleep 3600 } }");
        played.time.awaitAlarms(2).pass(Duration.ofMinutes(1));

        assertThat(PlayedPipeline.await(result)).isEqualTo(Result.ABORTED);
    }

    @Test
    void theHiddenPartEndsWithTheBlock() {
        played.play("def kept\n" + BOTH + " { kept = P }\necho \"${kept.length()} ${kept}\"");

        assertThat(said()).contains("12 " + SECRET);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            [string(credentialsId: 'other', variable: 'X')]     | Could not find credentials entry with ID 'other'
            [string(credentialsId: 'wedata')]                   | variable is missing
            [string(credentialsId: 'wedata', variabel: 'X')]    | variabel
            [usernamePassword('wedata')]                        | Expected named arguments but got wedata
            [booleanParam(name: 'X')]                           | no known implementation of
            [[$class: 'FileBinding', variable: 'X']]            | FileBinding
            """)
    void aWrongBindingFailsAndSaysWhy(String bindings, String message) {
        assertThat(played.play("withCredentials(" + bindings + ") { echo 'never' }"))
                .isEqualTo(Result.FAILURE);
        assertThat(said()).anyMatch(line -> line.contains(message)).doesNotContain("never");
    }

    @Test
    void aMaskNeverShowsWhatItHides() {
        Mask mask = Mask.NONE.and(java.util.List.of(SECRET));

        assertThat(mask.toString()).doesNotContain(SECRET);
        assertThat(mask.hide("ab " + SECRET)).isEqualTo("ab ****");
        assertThat(Mask.NONE.and(java.util.List.of("", "ab")).hide("ab")).isEqualTo("ab");
    }
}
