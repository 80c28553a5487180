package io.jenkins.plugins.wedata.steps;

import static io.jenkins.plugins.wedata.steps.StepBench.PROJECT;
import static io.jenkins.plugins.wedata.steps.StepBench.WORKFLOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.when;

import hudson.model.Item;
import io.jenkins.plugins.wedata.client.CallLimits;
import io.jenkins.plugins.wedata.client.Site;
import io.jenkins.plugins.wedata.environment.BuildConnection;
import io.jenkins.plugins.wedata.environment.Destination;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who is offered what. */
class LiveChoicesTest {

    private final StepBench bench = new StepBench();
    private final FormBench form;

    LiveChoicesTest() throws Exception {
        form = new FormBench();
        form.calling(bench.client, new LiveAnswers(bench.time::nanos, Duration.ofSeconds(20)));
        form.connections.put(
                "default",
                new BuildConnection(
                        "default",
                        new Destination.OnSite(Site.MAINLAND),
                        "ap-guangzhou",
                        PROJECT,
                        "release",
                        bench.build,
                        null,
                        CallLimits.STANDARD));
    }

    @AfterEach
    void close() {
        form.close();
        bench.close();
    }

    private FormPlace place(String credentialsId) {
        return new FormPlace(form.item, "", "", credentialsId, "", "");
    }

    @Test
    void whoMayConfigureTheJobIsOfferedWhatItsConnectionSees() {
        assertThat(LiveChoices.workflows(place(""))).containsExactly("nightly — " + WORKFLOW);
        assertThat(LiveChoices.triggerWorkflows(place(""))).isEmpty();
        assertThat(LiveChoices.integrationTasks(place(""))).containsExactly("orders — " + StepBench.INTEGRATION_TASK);
        bench.time.advance(Duration.ofSeconds(1));
        assertThat(LiveChoices.integrationTasks(place(""), " offline ")).isEmpty();
    }

    @Test
    void whoMayNotIsOfferedNothingAndNothingIsCalled() {
        form.forbid();
        assertThat(LiveChoices.projects(place(""))).isEmpty();
        assertThat(LiveChoices.workflows(place(""))).isEmpty();
        assertThat(LiveChoices.triggerWorkflows(place(""))).isEmpty();
        assertThat(LiveChoices.tasks(place(""), null)).isEmpty();
        assertThat(LiveChoices.triggerTasks(place(""), null)).isEmpty();
        assertThat(LiveChoices.integrationTasks(place(""))).isEmpty();
        assertThat(LiveChoices.resourceGroups(place(""))).isEmpty();
        assertThat(bench.weData.ledger().requests()).isEmpty();
    }

    @Test
    void aCredentialIsNotUsedForWhoMayNotSeeIt() {
        form.forbid();
        when(form.item.hasPermission(Item.CONFIGURE)).thenReturn(true);
        assertThat(LiveChoices.workflows(place("release"))).isEmpty();
        assertThat(form.told(() -> new CreateTaskStep.DescriptorImpl().doCheckCredentialsId(form.item, "nobody", "")))
                .isEmpty();
        assertThat(bench.weData.ledger().requests()).isEmpty();
        assertThat(LiveChoices.workflows(place(""))).as("the connection's own").isNotEmpty();
    }

    @Test
    void aWorkflowThatWasChosenWithItsNameNarrowsTheTasks() {
        bench.weData.world().task(WORKFLOW, "1", "load", 35);
        bench.weData.world().workflow(PROJECT, "other", "other").task("other", "2", "copy", 35);
        assertThat(LiveChoices.tasks(place(""), "nightly — " + WORKFLOW)).containsExactly("load — 1");
    }
}
