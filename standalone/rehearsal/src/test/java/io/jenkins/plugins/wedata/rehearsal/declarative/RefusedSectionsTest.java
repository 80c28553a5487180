package io.jenkins.plugins.wedata.rehearsal.declarative;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Everything that a pipeline block may not say is refused with its line; Jenkins' own words where it has some. */
class RefusedSectionsTest {

    private static final String REST = "\nstages { stage('S') { steps { echo 'x' } } }\n}";

    private static String stage(String sections) {
        return "pipeline {\nagent none\nstages {\nstage('S') {\n" + sections + "\n}\n}\n}";
    }

    @Test
    void aFileWithoutAPipelineBlockIsNotRead() {
        ReadFile read = ReadFile.of("def pipeline = 1");
        assertThat(read.customizer().pipeline()).isEmpty();
        assertThat(read.complaints()).isEmpty();
    }

    @Test
    void aSecondPipelineBlockIsRefused() {
        String one = "pipeline { agent none\n stages { stage('S') { steps { echo 'x' } } } }\n";
        assertThat(ReadFile.of(one + one).complaints()).containsExactly("3: A file has only one pipeline block");
    }

    @Test
    void everythingIsRefusedAtOnce() {
        assertThat(ReadFile.of("""
                pipeline {
                    agent { docker 'x' }
                    tools { maven 'y' }
                    options { ansiColor('xterm') }
                    stages {
                        stage('S') {
                            when { tag 'v*' }
                            matrix { axes { } }
                        }
                    }
                }
                """).complaints())
                .extracting(complaint -> complaint.substring(0, complaint.indexOf(':')))
                .containsExactlyInAnyOrder("2", "3", "4", "7", "8");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            tools { maven 'x' }                  | 3: the section tools is not rehearsed: the machine's own tools serve
            libraries { lib('x') }               | 3: the section libraries is not rehearsed: shared libraries live in Jenkins
            triggers { gerrit() }                | 3: Invalid trigger type "gerrit". Valid trigger types: [cron, pollSCM, upstream]
            triggers { }                         | 3: triggers can not be empty
            options { retry(2); retry(3) }       | 3: Duplicate option name: "retry"
            options { retry(2) { } }             | 3: Options definitions cannot have blocks
            options { retry }                    | 3: Expected an option
            options { parameters([]) }           | 3: The "parameters" job property can't be used in the "options" directive. Use the "parameters {...}" directive instead.
            options                              | 3: Not a valid section definition: "options". Some extra configuration is required.
            environment 'x'                      | 3: Expected a block for environment
            environment { A = "x" - 'y' }        | 3: Environment variable values can only be joined together with ‘+’s.
            environment { A = 'x' + b }          | 3: Environment variable values to be concatenated together must be single or double quoted.
            environment { A = credentials(b) }   | 3: Internal function call parameters must be strings.
            parameters { string 'A', 'b' }       | 3: Arguments to "string" must be explicitly named.
            parameters { string(name: 'A'); string(name: 'A') } | 3: Duplicate parameter name: "A"
            parameters { string(name: "${x}") }  | 3: what a string parameter says must be literals here: a rehearsal reads the parameters before the file runs
            parameters { string(defaultValue: 'x') } | 3: Missing required parameter: "name"
            parameters { string(name: '') }      | 3: Parameter name is missing
            post { always 'x' }                  | 3: The ‘post’ section can only contain build condition names with code blocks. Valid condition names are [always, changed, fixed, regression, aborted, success, unsuccessful, unstable, failure, notBuilt, cleanup]
            post { always { echo 'x' }; always { echo 'y' } } | 3: Duplicate build condition name: "always"
            post { always { stage('x') { } } }   | 3: Invalid step "stage" used - not allowed in this context - The stage step cannot be used in Declarative Pipelines
            """)
    void aSectionOfThePipelineIsRefused(String section, String complaint) {
        assertThat(ReadFile.of("pipeline {\nagent none\n" + section + REST).complaints())
                .containsExactly(complaint);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            agent                                | 2: Not a valid section definition: "agent". Some extra configuration is required.
            agent { }                            | 2: Expected an agent
            agent { label 'a'; docker 'b' }      | 2: Only one agent type is allowed per agent section
            agent { label 'a', 'b' }             | 2: Too many arguments for map key "label"
            agent { docker 'a' }                 | 2: the agent type docker is not rehearsed; any, none, label and node are
            agent { kubernetes { yaml 'a' } }    | 2: the agent type kubernetes is not rehearsed; any, none, label and node are
            agent { node { customWorkspace 'a' } } | 2: the agent option customWorkspace is not rehearsed
            agent { node { colour 'a' } }        | 2: Invalid config option "colour" for agent type "node". Valid config options are [label, customWorkspace, retries]
            agent { node { } }                   | 2: Missing required parameter for agent type "node": label
            """)
    void anAgentIsRefused(String agent, String complaint) {
        assertThat(ReadFile.of("pipeline {\n" + agent + REST).complaints()).contains(complaint);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            matrix { axes { } }                          | 5: the section matrix is not rehearsed: write its cells as parallel stages
            tools { jdk 'x' }; steps { echo 'x' }        | 5: the section tools is not rehearsed: the machine's own tools serve
            steps { echo 'x' }; stages { stage('T') { steps { echo 'x' } } } | 4: Only one of "matrix", "parallel", "stages", or "steps" allowed for stage "S"
            failFast 'yes'; steps { echo 'x' }           | 5: Expected a boolean with failFast
            steps 'x'                                    | 5: Expected a block for steps
            steps { script 'x' }                         | 5: Script step without a block
            steps { x.y() }                              | 5: Method calls on objects not allowed outside "script" blocks.
            steps { retry(2) { def x = 1 } }             | 5: Expected a step
            steps { echo 'x', 'y' }                      | 5: Arguments to "echo" must be explicitly named.
            steps { echo message: 'x', times: 'two' }    | 5: Expecting "int" for parameter "times" but got "two" of type class java.lang.String instead
            steps { echo 'a'; parallel(a: { echo 'x' }) } | 5: Invalid step "parallel" used - not allowed in this context - The parallel step can only be used as the only top-level step in a stage's step block
            steps { parallel(a: { def x = 1 }) }         | 5: Expected a step
            when { tag 'v*' }; steps { echo 'x' }        | 5: the when condition tag is not rehearsed: it asks what only a job in Jenkins knows
            when { changeset '*' }; steps { echo 'x' }   | 5: the when condition changeset is not rehearsed: it asks what only a job in Jenkins knows
            when { beforeAgent 1; branch 'x' }; steps { echo 'x' } | 5: Expected a boolean with beforeAgent
            when { true }; steps { echo 'x' }            | 5: Expected a when condition
            when { expression 'x' }; steps { echo 'x' }  | 5: When step without a block
            when { allOf('x') { branch 'x' } }; steps { echo 'x' } | 5: No additional arguments are allowed for children when condition "allOf".
            when { branch { } }; steps { echo 'x' }      | 5: No children when conditions are allowed for when condition "branch".
            input { message 'x'; message 'y' }; steps { echo 'x' } | 5: Multiple occurrences of the message section
            input { message }; steps { echo 'x' }        | 5: Not a valid section definition: "message". Some extra configuration is required.
            input { message 'x', 'y' }; steps { echo 'x' } | 5: Too many arguments for field "message"
            options { disableResume() }; steps { echo 'x' } | 5: Invalid option type "disableResume". Valid option types: [retry, skipDefaultCheckout]
            'x'                                          | 4: Not a valid stage section definition: "'x'". Some extra configuration is required.
            """)
    void aSectionOfAStageIsRefused(String sections, String complaint) {
        assertThat(ReadFile.of(stage(sections)).complaints()).contains(complaint);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            stage { steps { echo 'x' } } | 4: Expected a stage name but did not find any
            stage('x')                   | 4: Stage does not have a block
            echo 'x'                     | 4: Expected a stage
            1 + 1                        | 4: Expected a stage
            """)
    void whatIsNoStageIsRefused(String inStages, String complaint) {
        assertThat(ReadFile.of("pipeline {\nagent none\nstages {\n" + inStages + "\n}\n}")
                        .complaints())
                .containsExactly(complaint);
    }

    @Test
    void variablesThatAreMadeOfEachOtherAreRefused() {
        assertThat(ReadFile.of("pipeline {\nagent none\nenvironment {\nA = \"${B}\"\nB = \"${env.C}\"\nC = \"${A}\"\n"
                                + "D = \"${A}\"\n E = \"${E}x\"\n}" + REST)
                        .complaints())
                .containsExactlyInAnyOrder(
                        "4: the environment variable A is made of itself: its value never ends",
                        "5: the environment variable B is made of itself: its value never ends",
                        "6: the environment variable C is made of itself: its value never ends");
    }
}
