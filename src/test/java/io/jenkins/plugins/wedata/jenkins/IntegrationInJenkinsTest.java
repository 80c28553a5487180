package io.jenkins.plugins.wedata.jenkins;

import static io.jenkins.plugins.wedata.jenkins.WeDataAtHand.WHO;
import static org.assertj.core.api.Assertions.assertThat;

import com.cloudbees.plugins.credentials.CredentialsScope;
import hudson.model.Result;
import io.jenkins.plugins.wedata.emulator.Fault;
import io.jenkins.plugins.wedata.steps.CreateIntegrationTaskStep;
import org.jenkinsci.plugins.structs.describable.DescribableModel;
import org.jenkinsci.plugins.structs.describable.ErrorType;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** The integration steps in a real Jenkins: above all that the parsers of its API plugins are found there. */
@WithJenkins
class IntegrationInJenkinsTest {

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
    void aTaskIsCreatedFromYamlAndCommittedUnderItsLock() throws Exception {
        WorkflowRun build = jenkins.waitForCompletion(run("""
                node {
                  writeFile file: 'orders.yaml', text: 'TaskName: orders_new\\nSyncType: 2\\nTaskType: 201\\n'
                  def task = wedataCreateIntegrationTask(%1$s file: 'orders.yaml')
                  def same = wedataCreateIntegrationTask(%1$s ifExists: 'REUSE',
                      taskInfo: '{"TaskName": "orders_new", "SyncType": 2, "TaskType": 201}')
                  def commit = wedataCommitIntegration(%1$s taskId: task.taskId, lock: true)
                  echo "OUT ${task.created} ${same.created} ${same.taskId == task.taskId} ${commit.outcome}"
                }
                """.formatted(WHO)));
        jenkins.assertBuildStatusSuccess(build);
        jenkins.assertLogContains("OUT true false true COMMITTED", build);
        assertThat(atHand.weData
                        .world()
                        .integrationTasksNamed("orders_new")
                        .get(0)
                        .locker())
                .isNull();
    }

    @Test
    void anAbortedBuildGivesTheLockBack() throws Exception {
        atHand.weData.faults().add(Fault.parse("slow=50s:CommitIntegrationTask:1"));
        WorkflowRun build =
                run("wedataCommitIntegration(" + WHO + "taskId: '" + WeDataAtHand.INTEGRATION_TASK + "', lock: true)");
        while (atHand.weData.ledger().deliveries("CommitIntegrationTask") == 0) {
            Thread.onSpinWait();
        }
        build.getExecutor().interrupt();
        jenkins.assertBuildStatus(Result.ABORTED, jenkins.waitForCompletion(build));
        while (atHand.weData
                        .world()
                        .integrationTask(WeDataAtHand.INTEGRATION_TASK)
                        .orElseThrow()
                        .locker()
                != null) {
            Thread.onSpinWait();
        }
    }

    @Test
    void everyParameterIsOfAKindThatFormsAndSnippetsKnow() {
        assertThat(new DescribableModel<>(CreateIntegrationTaskStep.class).getParameters())
                .isNotEmpty()
                .noneMatch(parameter -> parameter.getType() instanceof ErrorType);
    }

    private WorkflowRun run(String script) throws Exception {
        WorkflowJob job = jenkins.createProject(WorkflowJob.class, "release");
        job.setDefinition(new CpsFlowDefinition(script, true));
        return job.scheduleBuild2(0).waitForStart();
    }
}
