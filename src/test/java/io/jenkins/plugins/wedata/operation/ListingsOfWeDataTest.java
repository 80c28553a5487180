package io.jenkins.plugins.wedata.operation;

import static io.jenkins.plugins.wedata.operation.Bench.PROJECT;
import static io.jenkins.plugins.wedata.operation.Bench.WORKFLOW;
import static org.assertj.core.api.Assertions.assertThat;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.wedata.api.ItemPage;
import io.jenkins.plugins.wedata.api.ListProjects;
import io.jenkins.plugins.wedata.api.ListResourceGroups;
import io.jenkins.plugins.wedata.api.ListTasks;
import io.jenkins.plugins.wedata.api.ListTriggerWorkflows;
import io.jenkins.plugins.wedata.api.ListWorkflows;
import io.jenkins.plugins.wedata.api.TaskBaseAttribute;
import io.jenkins.plugins.wedata.api.WorkflowInfo;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Every list of version 2025-08-06, read over several pages of the built-in WeData. */
class ListingsOfWeDataTest {

    private static final int MANY = 450;

    private final Bench bench = new Bench();

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void tasksAreListedOverAllPages() {
        bench.tasks(MANY);
        Listing<TaskBaseAttribute> tasks = tasksOf(WORKFLOW);
        assertThat(bench.end(tasks.all(task -> true))).hasSize(MANY);
        assertThat(bench.weData.ledger().deliveries("ListTasks")).isEqualTo(3);
    }

    @Test
    void theFirstPageIsEnoughForWhatStandsOnIt() {
        bench.tasks(MANY);
        Listing<TaskBaseAttribute> tasks = tasksOf(null);
        Optional<TaskBaseAttribute> found =
                bench.end(tasks.first(task -> task.taskName().equals("task_3")));
        assertThat(found)
                .hasValueSatisfying(task -> assertThat(task.taskTypeId()).isEqualTo(35L));
        assertThat(bench.weData.ledger().deliveries("ListTasks")).isEqualTo(1);
    }

    @Test
    void workflowsOfBothKindsAreListedApart() {
        for (int i = 0; i < MANY; i++) {
            bench.weData.world().triggerWorkflow(PROJECT, "trigger-" + i, "on demand " + i);
        }
        List<WorkflowInfo> trigger = bench.end(Listing.of(
                        bench.session,
                        page -> new ListTriggerWorkflows(
                                PROJECT, page, ItemPage.LARGEST, null, null, null, null, null, null, null, null),
                        WorkflowInfo::workflowId)
                .all(workflow -> true));
        assertThat(trigger).hasSize(MANY);
        assertThat(bench.weData.ledger().deliveries("ListTriggerWorkflows")).isEqualTo(3);
        List<WorkflowInfo> ordinary = bench.end(Listing.of(
                        bench.session,
                        page -> new ListWorkflows(
                                PROJECT, page, ItemPage.LARGEST, null, null, null, null, null, null, null, null),
                        WorkflowInfo::workflowId)
                .all(workflow -> true));
        assertThat(ordinary).singleElement().satisfies(workflow -> {
            assertThat(workflow.workflowId()).isEqualTo(WORKFLOW);
            assertThat(workflow.workflowName()).isEqualTo("nightly");
        });
    }

    @Test
    void projectsAreListed() {
        bench.weData.world().project("7", "other");
        assertThat(bench.end(Listing.of(
                                bench.session,
                                page -> new ListProjects(null, null, null, null, page, ItemPage.LARGEST),
                                ListProjects.Project::projectId)
                        .all(project -> true)))
                .extracting(ListProjects.Project::projectId)
                .containsExactlyInAnyOrder(PROJECT, "7");
    }

    @Test
    void resourceGroupsAreListedByTypeAndProject() {
        bench.weData
                .world()
                .resourceGroup("20240222212719833743", "release", "Schedule", PROJECT)
                .resourceGroup("20240222212719833744", "sync", "Integration", PROJECT);
        assertThat(bench.end(Listing.of(
                                bench.session,
                                page -> new ListResourceGroups(
                                        "Schedule", null, null, List.of(PROJECT), page, ItemPage.LARGEST),
                                ListResourceGroups.ExecutorResourceGroupInfo::id)
                        .all(group -> true)))
                .singleElement()
                .satisfies(group -> {
                    assertThat(group.id()).isEqualTo("20240222212719833743");
                    assertThat(group.associateProjects())
                            .extracting(ListResourceGroups.BindProject::projectId)
                            .containsExactly(PROJECT);
                });
    }

    private Listing<TaskBaseAttribute> tasksOf(@CheckForNull String workflowId) {
        return Listing.of(
                bench.session,
                page -> new ListTasks(
                        PROJECT,
                        page,
                        ItemPage.LARGEST,
                        null,
                        workflowId,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null),
                TaskBaseAttribute::taskId);
    }
}
