package io.jenkins.plugins.wedata.jenkins;

import static io.jenkins.plugins.wedata.jenkins.WeDataAtHand.PROJECT;
import static io.jenkins.plugins.wedata.jenkins.WeDataAtHand.WORKFLOW;
import static org.assertj.core.api.Assertions.assertThat;

import com.cloudbees.plugins.credentials.CredentialsScope;
import hudson.model.FreeStyleBuild;
import hudson.model.FreeStyleProject;
import hudson.model.Result;
import io.jenkins.plugins.wedata.builders.AwaitJobBuilder;
import io.jenkins.plugins.wedata.builders.BatchVersionBuilder;
import io.jenkins.plugins.wedata.emulator.Pace;
import io.jenkins.plugins.wedata.steps.AwaitJobStep;
import io.jenkins.plugins.wedata.steps.BatchVersionStep;
import io.jenkins.plugins.wedata.steps.VersionTask;
import io.jenkins.plugins.wedata.steps.WeDataStep;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.jvnet.hudson.test.junit.jupiter.JenkinsSessionExtension;

/** A freestyle build ends with its controller; its log tells how another one goes on. */
class FreestyleRestartTest {

    private static final Pattern HINT =
            Pattern.compile("Should this build end before the job: .*wedataAwaitJob\\(jobId: '(\\d+)'");

    @RegisterExtension
    private final JenkinsSessionExtension sessions = new JenkinsSessionExtension();

    private WeDataAtHand atHand;

    @BeforeEach
    void start() throws Exception {
        atHand = new WeDataAtHand();
        atHand.weData.world().task(WORKFLOW, "20260302080000001", "load", 35);
    }

    @AfterEach
    void stop() {
        atHand.close();
    }

    @Test
    void afterAStopOfTheControllerAnotherBuildGoesOnByTheNumberInTheLog() throws Throwable {
        atHand.weData.switches().pace(Pace.byTime(Duration.ZERO, Duration.ZERO, Duration.ofSeconds(40), Duration.ZERO));
        sessions.then(jenkins -> {
            WeDataAtHand.credential("release", CredentialsScope.GLOBAL);
            FreeStyleProject job = jenkins.createFreeStyleProject("release");
            job.getBuildersList()
                    .add(new BatchVersionBuilder(
                            called(new BatchVersionStep(List.of(new VersionTask("20260302080000001"))))));
            FreeStyleBuild build = job.scheduleBuild2(0).waitForStart();
            jenkins.waitForMessage("RUNNING", build);
        });
        sessions.then(jenkins -> {
            FreeStyleProject job = jenkins.jenkins.getItemByFullName("release", FreeStyleProject.class);
            FreeStyleBuild ended = job.getBuildByNumber(1);
            assertThat(ended.isBuilding()).isFalse();
            assertThat(ended.getResult()).isNotEqualTo(Result.SUCCESS);
            Matcher hint = HINT.matcher(String.join("\n", ended.getLog(200)));
            assertThat(hint.find()).isTrue();

            job.getBuildersList().clear();
            job.getBuildersList().add(new AwaitJobBuilder(called(new AwaitJobStep(hint.group(1)))));
            jenkins.buildAndAssertSuccess(job);
        });
        assertThat(atHand.weData.ledger().deliveries("BatchCreateTaskVersionAsync"))
                .isEqualTo(1);
    }

    private static <S extends WeDataStep> S called(S step) {
        step.setCredentialsId("release");
        step.setRegion("ap-guangzhou");
        step.setProjectId(PROJECT);
        return step;
    }
}
