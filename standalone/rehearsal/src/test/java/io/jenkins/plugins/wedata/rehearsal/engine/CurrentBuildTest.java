package io.jenkins.plugins.wedata.rehearsal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.Result;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The build as its Jenkinsfile sees it, and the sources that it seems to come from. */
class CurrentBuildTest {

    @TempDir
    Path directory;

    private PlayedPipeline played;

    @BeforeEach
    void prepare() {
        played = new PlayedPipeline(directory);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            result                                     | null
            currentResult                              | SUCCESS
            number + 1                                 | 2
            id + 1                                     | 11
            displayName                                | #1
            fullDisplayName                            | played #1
            description                                | null
            projectName                                | played
            fullProjectName                            | played
            externalizableId                           | played#1
            absoluteUrl                                | http://rehearsal.invalid/job/played/1/
            startTimeInMillis                          | 1767225600000
            timeInMillis                               | 1767225600000
            duration                                   | 0
            durationString                             | 0 ms and counting
            keepLog                                    | false
            previousBuild                              | null
            previousBuild?.result                      | null
            previousBuildInProgress                    | null
            previousBuiltBuild                         | null
            previousCompletedBuild                     | null
            previousFailedBuild                        | null
            previousNotFailedBuild                     | null
            previousSuccessfulBuild                    | null
            nextBuild                                  | null
            changeSets                                 | []
            upstreamBuilds                             | []
            buildVariables                             | [:]
            buildCauses                                | []
            getBuildCauses('hudson.model.Cause')       | []
            resultIsBetterOrEqualTo('SUCCESS')         | true
            resultIsWorseOrEqualTo('UNSTABLE')         | false
            """)
    void aBuildThatHasJustBegun(String expression, String value) {
        assertThat(played.play("echo \"${currentBuild." + expression + "}\"")).isEqualTo(Result.SUCCESS);
        assertThat(played.said()).containsExactly(value);
    }

    @Test
    void whatTheJenkinsfileSetsIsRead() {
        played.play("""
                currentBuild.displayName = 'nightly'
                currentBuild.description = 'of today'
                currentBuild.keepLog = true
                env.MINE = 'x'
                echo "${currentBuild.displayName} ${currentBuild.description} ${currentBuild.keepLog}"
                echo "${currentBuild.fullDisplayName} ${currentBuild.buildVariables}"
                """);
        assertThat(played.said()).containsExactly("nightly of today true", "played nightly [MINE:x]");
    }

    @Test
    void aResultOnlyGetsWorseAndIsCompared() {
        assertThat(played.play("""
                currentBuild.result = 'unstable'
                currentBuild.result = 'SUCCESS'
                echo "${currentBuild.result} ${currentBuild.currentResult}"
                echo "${currentBuild.resultIsBetterOrEqualTo('FAILURE')} ${currentBuild.resultIsBetterOrEqualTo('SUCCESS')}"
                echo "${currentBuild.resultIsWorseOrEqualTo('UNSTABLE')} ${currentBuild.resultIsWorseOrEqualTo('FAILURE')}"
                """)).isEqualTo(Result.UNSTABLE);
        assertThat(played.said()).containsExactly("UNSTABLE UNSTABLE", "true false", "true false");
    }

    @Test
    void timeGoesByTheRehearsalsClock() throws Exception {
        CompletableFuture<Result> result =
                played.start("sleep 90\necho \"${currentBuild.duration} ${currentBuild.durationString}\"");
        played.time.awaitAlarms(1).pass(Duration.ofSeconds(90));

        assertThat(PlayedPipeline.await(result)).isEqualTo(Result.SUCCESS);
        assertThat(played.said()).endsWith("90000 1 min 30 sec and counting");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            checkout scm                                                                        | a checkout
            checkout([$class: 'GitSCM', branches: [[name: 'main']], userRemoteConfigs: [[url: 'x']]]) | a checkout
            checkout(scm: scmGit(branches: [[name: 'main']]), poll: false, changelog: false)    | a checkout
            git 'https://example.com/x.git'                    | a checkout of https://example.com/x.git
            git(url: 'https://me:pw@example.com/x.git', branch: 'main', credentialsId: 'x') | a checkout of https://****@example.com/x.git
            """)
    void aCheckoutDoesNothingAndSaysSo(String statement, String what) throws Exception {
        assertThat(played.play("node { def v = " + statement + "\necho \"${v.GIT_COMMIT}\" }"))
                .isEqualTo(Result.SUCCESS);
        assertThat(played.said())
                .endsWith("Not rehearsed: " + what + "; " + directory.toRealPath() + " stands for it", "null");
    }

    @Test
    void aCheckoutOfNothingFails() {
        assertThat(played.play("node { checkout() }")).isEqualTo(Result.FAILURE);
        assertThat(played.said()).anyMatch(line -> line.contains("scm is missing"));
    }
}
