package io.jenkins.plugins.wedata.jenkins;

import static io.jenkins.plugins.wedata.jenkins.WeDataAtHand.PROJECT;
import static io.jenkins.plugins.wedata.jenkins.WeDataAtHand.WHO;
import static io.jenkins.plugins.wedata.jenkins.WeDataAtHand.WORKFLOW;
import static org.assertj.core.api.Assertions.assertThat;

import com.cloudbees.plugins.credentials.CredentialsScope;
import hudson.ExtensionList;
import hudson.tasks.Builder;
import io.jenkins.plugins.wedata.builders.WeDataBuilder;
import io.jenkins.plugins.wedata.steps.CreateTaskStep;
import java.util.List;
import org.jenkinsci.plugins.structs.SymbolLookup;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.cps.Snippetizer;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.jenkinsci.plugins.workflow.steps.StepDescriptor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** A build step is called as its step is, and Pipelines never mistake one for the other. */
@WithJenkins
class FreestyleBesidePipelinesTest {

    private static final List<String> NAMES = List.of(
            "wedataCreateTask",
            "wedataCreateTriggerTask",
            "wedataCreateIntegrationTask",
            "wedataCommitIntegration",
            "wedataBatchVersion",
            "wedataAwaitJob");

    private JenkinsRule jenkins;
    private WeDataAtHand atHand;

    @BeforeEach
    void start(JenkinsRule rule) throws Exception {
        jenkins = rule;
        atHand = new WeDataAtHand();
        WeDataAtHand.credential("release", CredentialsScope.GLOBAL);
    }

    @AfterEach
    void stop() {
        atHand.close();
    }

    @Test
    void whereABuildStepIsWantedTheNameIsABuildSteps() {
        for (String name : NAMES) {
            assertThat(SymbolLookup.get().findDescriptor(Builder.class, name).clazz)
                    .as(name)
                    .isAssignableTo(WeDataBuilder.class);
        }
    }

    @Test
    void inAScriptTheNameIsTheSteps() throws Exception {
        WorkflowRun build = run("""
                def a = wedataCreateTask(%1$s workflowId: '%2$s', taskName: 'a', taskType: 35)
                def b = steps.wedataCreateTask(%1$s workflowId: '%2$s', taskName: 'b', taskType: 35)
                def batch = wedataBatchVersion(%1$s tasks: [a.taskId, b.taskId])
                def job = wedataAwaitJob(%1$s jobId: batch.jobId)
                wedataAwaitJob(%1$s jobId: "${batch.jobId}")
                echo "OUT ${batch.outcome} ${job.outcome}"
                """.formatted(WHO, WORKFLOW));
        jenkins.assertBuildStatusSuccess(build);
        jenkins.assertLogContains("OUT SUCCESS SUCCESS", build);
    }

    @Test
    void inDeclarativeTheNameIsTheStepsAndALinterTakesIt() throws Exception {
        WorkflowRun build = run("""
                pipeline {
                  agent none
                  options { timeout(time: 5, unit: 'MINUTES') }
                  stages {
                    stage('Task') {
                      steps {
                        wedataCreateTask(credentialsId: 'release', region: 'ap-guangzhou', projectId: '%s',
                            workflowId: '%s', taskName: 'load', taskType: 'SHELL')
                      }
                    }
                  }
                  post {
                    always { wedataCommitIntegration(credentialsId: 'release', region: 'ap-guangzhou',
                        projectId: '%s', taskId: '%s') }
                  }
                }
                """.formatted(PROJECT, WORKFLOW, PROJECT, WeDataAtHand.INTEGRATION_TASK));
        jenkins.assertBuildStatusSuccess(build);
        assertThat(atHand.weData.world().tasksNamed("load")).hasSize(1);
        assertThat(atHand.weData.ledger().effects("CommitIntegrationTask")).isEqualTo(1);
    }

    @Test
    void theSnippetGeneratorOffersEachStepOnceAndNoBuildStep() {
        Snippetizer snippets = ExtensionList.lookup(Snippetizer.class).get(0);
        for (boolean advanced : new boolean[] {false, true}) {
            assertThat(snippets.getQuasiDescriptors(advanced))
                    .noneMatch(offered -> WeDataBuilder.class.isAssignableFrom(offered.real.clazz));
        }
        for (String name : NAMES) {
            assertThat(snippets.getQuasiDescriptors(false).stream()
                            .filter(offered -> offered.getSymbol().equals(name)))
                    .as(name)
                    .hasSize(1);
        }
        assertThat(StepDescriptor.metaStepsOf("wedataCreateTask")).isEmpty();
    }

    @Test
    void aSnippetIsTheSteps() throws Exception {
        assertThat(Snippetizer.object2Groovy(new CreateTaskStep("w", "n", "SHELL")))
                .isEqualTo("wedataCreateTask taskName: 'n', taskType: 'SHELL', workflowId: 'w'");
    }

    @Test
    void theReferencePagesStillShow() throws Exception {
        jenkins.createProject(WorkflowJob.class, "release");
        JenkinsRule.WebClient web = jenkins.createWebClient();
        assertThat(web.goTo("job/release/pipeline-syntax/html").asNormalizedText())
                .contains("wedataCreateTask", "wedataAwaitJob");
        assertThat(web.goTo("job/release/pipeline-syntax/gdsl", null)
                        .getWebResponse()
                        .getContentAsString())
                .contains("name: 'wedataCreateTask'");
    }

    private WorkflowRun run(String script) throws Exception {
        WorkflowJob job = jenkins.createProject(WorkflowJob.class, "release");
        job.setDefinition(new CpsFlowDefinition(script, true));
        return jenkins.waitForCompletion(job.scheduleBuild2(0).waitForStart());
    }
}
