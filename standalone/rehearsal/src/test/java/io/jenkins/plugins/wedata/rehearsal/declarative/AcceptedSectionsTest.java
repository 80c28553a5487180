package io.jenkins.plugins.wedata.rehearsal.declarative;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a pipeline block may say is read, and what does nothing in a rehearsal is said to do nothing. */
class AcceptedSectionsTest {

    @Test
    void whatOnlyMattersToAJobIsAcceptedWithANote() {
        ReadFile read = ReadFile.of("""
                pipeline {
                    agent none
                    options {
                        buildDiscarder(logRotator(numToKeepStr: '10'))
                        disableConcurrentBuilds(abortPrevious: true)
                        skipDefaultCheckout()
                    }
                    triggers {
                        cron('H 2 * * *')
                    }
                    stages {
                        stage('S') {
                            options { skipDefaultCheckout true }
                            steps { echo 'x' }
                        }
                    }
                }
                """);
        assertThat(read.complaints()).isEmpty();
        assertThat(read.pipeline().notes())
                .containsExactlyInAnyOrder(
                        "the option buildDiscarder does nothing in a rehearsal",
                        "the option disableConcurrentBuilds does nothing in a rehearsal",
                        "the option skipDefaultCheckout does nothing in a rehearsal",
                        "the option skipDefaultCheckout does nothing in a rehearsal",
                        "the trigger cron does nothing in a rehearsal");
    }

    @Test
    void parametersAreKnownBeforeTheFileRuns() {
        ReadFile read = ReadFile.of("""
                pipeline {
                    agent none
                    parameters {
                        string(name: 'A', defaultValue: ' a ', description: 'what', trim: true)
                        text(name: 'B', defaultValue: 'b')
                        booleanParam(name: 'C', defaultValue: true)
                        choice(name: 'D', choices: ['one', 'two'])
                        choice name: 'E', choices: "three\\nfour"
                        password(name: 'F', defaultValue: 'secret')
                        string 'G'
                    }
                    stages { stage('S') { steps { echo 'x' } } }
                }
                """);
        assertThat(read.complaints()).isEmpty();
        assertThat(read.pipeline().parameters())
                .extracting(parameter -> parameter.name() + "=" + parameter.defaultValue())
                .containsExactly("A=a", "B=b", "C=true", "D=one", "E=three", "F=secret", "G=");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "agent any",
                "agent none",
                "agent 'any'",
                "agent { label 'linux' }",
                "agent { label \"${x}\" }",
                "agent { node { label 'linux' } }",
            })
    void agentsAreRead(String agent) {
        assertThat(ReadFile.of("pipeline {\n" + agent + "\nstages { stage('S') { steps { echo 'x' } } }\n}")
                        .complaints())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "steps { parallel(a: { echo 'x' }, b: { echo 'y' }, failFast: true) }",
                "steps { script { def x = 1; if (x) { echo 'x' } } }",
                "steps { myOwn('x'); echo message: 'x', times: 2; retry(2) { echo \"${x}\" } }",
                "when { branch 'main' }\nsteps { echo 'x' }",
                "when { branch pattern: 'm.*', comparator: 'REGEXP' }\nsteps { echo 'x' }",
                "when { not { anyOf { equals expected: 1, actual: x\n environment name: 'A', value: 'b' } } }\nsteps { echo 'x' }",
                "input { message 'x'\n id 'y'\n ok 'z'\n submitter 'a'\n submitterParameter 'b'\n parameters { string(name: 'C') } }\n"
                        + "steps { echo 'x' }",
                "failFast true\nparallel { stage('A') { steps { echo 'x' } }\n stage('B') { stages { stage('A') { steps { echo 'y' } } } } }",
                "environment { A = 'x' + \"${B}\" + 'z'\n C = credentials('d')\n D = f(1) }\nsteps { echo 'x' }",
            })
    void sectionsOfAStageAreRead(String sections) {
        assertThat(ReadFile.of("pipeline {\nagent none\nstages {\nstage('S') {\n" + sections + "\n}\n}\n}")
                        .complaints())
                .isEmpty();
    }
}
