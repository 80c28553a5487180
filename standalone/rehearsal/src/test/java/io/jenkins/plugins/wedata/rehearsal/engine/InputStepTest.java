package io.jenkins.plugins.wedata.rehearsal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.Result;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Questions to people, which a rehearsal answers itself and says so. */
class InputStepTest {

    @TempDir
    Path directory;

    private PlayedPipeline played;

    @BeforeEach
    void prepare() {
        played = new PlayedPipeline(directory);
    }

    @Test
    void aQuestionWithoutParametersIsApprovedAtOnceAndGivesNothing() {
        assertThat(played.play("def r = input 'Go on?'\necho \"${r}\"")).isEqualTo(Result.SUCCESS);
        assertThat(played.said())
                .containsExactly(
                        "Go on?",
                        "Proceed or Abort",
                        "Approved automatically by the rehearsal; in Jenkins this waits for anybody who may build",
                        "null");
    }

    @Test
    void captionsAndSubmittersAreTold() {
        played.play("input message: 'Ship?', ok: 'Ship it', cancel: 'No', submitter: 'ann,bob', id: 'ship-1'");
        assertThat(played.said())
                .containsExactly(
                        "Ship?",
                        "Ship it or No",
                        "Approved automatically by the rehearsal; in Jenkins this waits for ann,bob");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            string(name: 'A', defaultValue: 'x', description: 'what')    | x    | String
            string(name: 'A', defaultValue: ' x ', trim: true)           | x    | String
            string(name: 'A')                                            | ''   | String
            text(name: 'A', defaultValue: 'long')                        | long | String
            booleanParam(name: 'A', defaultValue: true)                  | true | Boolean
            booleanParam(name: 'A')                                      | false | Boolean
            choice(name: 'A', choices: ['one', 'two'])                   | one  | String
            choice(name: 'A', choices: "one\\ntwo")                      | one  | String
            [$class: 'StringParameterDefinition', name: 'A', defaultValue: 'y'] | y | String
            """)
    void theDefaultOfASoleParameterIsTheResult(String parameter, String value, String type) {
        played.play("def r = input(message: 'Which?', parameters: [" + parameter
                + "])\necho \"${r}|${r.getClass().simpleName}\"");

        assertThat(played.said())
                .endsWith(value + "|" + type)
                .contains(
                        "Input requested",
                        "Approved automatically by the rehearsal; in Jenkins this waits for anybody who may build;"
                                + " parameters: A=" + value);
    }

    @Test
    void severalParametersGiveAMapWithTheSubmitterWhereItIsAskedFor() {
        played.play("def r = input(message: 'Which?', submitter: 'ann, bob', submitterParameter: 'WHO', parameters: ["
                + "string(name: 'A', defaultValue: 'x'), booleanParam(name: 'B', defaultValue: true)])\n"
                + "echo \"${r.A} ${r.B} ${r.WHO} ${r.size()}\"");
        assertThat(played.said()).endsWith("x true ann 3");
    }

    @Test
    void theSubmitterAloneIsTheResult() {
        played.play("echo input(message: 'Who?', submitterParameter: 'WHO')");
        assertThat(played.said()).endsWith("rehearsal");
    }

    @Test
    void aPasswordIsGivenAndNotTold() {
        played.play("def r = input(message: 'Key?', parameters: [password(name: 'K', defaultValue: 'hush')])\n"
                + "echo \"${r.length()}\"");
        assertThat(played.said()).endsWith("4").noneMatch(line -> line.contains("hush"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            message: 'a', id: 'a b'                                   | id is required to be URL safe
            message: 'a', id: '..'                                    | id is required to be URL safe
            message: 'a', parameters: [choice(name: 'C', choices: [])] | Requires Choices
            message: 'a', parameters: [choice(name: 'C', choices: 5)] | expected String or List
            message: 'a', parameters: [string(defaultValue: 'x')]     | Parameter name is missing
            message: 'a', parameters: [usernamePassword(credentialsId: 'x')] | no known implementation
            message: 'a', timeout: 5                                  | timeout
            """)
    void aWrongQuestionFailsAndSaysWhy(String arguments, String message) {
        assertThat(played.play("input(" + arguments + ")")).isEqualTo(Result.FAILURE);
        assertThat(played.said()).anyMatch(line -> line.contains(message));
    }
}
