package io.jenkins.plugins.wedata.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ListRulesTest {

    private static final List<String> PERIOD = List.of("2026-03-01 00:00:00", "2026-03-02 00:00:00");

    @Test
    void tasksAreFilteredByPublishedValuesOnly() {
        List<String> wrong = List.of("2026-03-01", "2026-03-02");
        List<String> nodes = Arrays.asList("GENERAL", null, "OTHER");
        assertThat(wrongIn(new ListTriggerTasks(
                        null, 0L, 9L, null, null, null, 0L, "F", null, null, null, wrong, wrong, null, null, nodes)))
                .containsExactly(
                        "projectId",
                        "pageNumber",
                        "pageSize",
                        "taskTypeId",
                        "status",
                        "modifyTime",
                        "createTime",
                        "taskNodeTypeList[1]",
                        "taskNodeTypeList[2]");
        assertThat(wrongIn(new ListTasks(
                        null, 0L, 201L, null, null, null, 0L, "X", null, null, null, wrong, wrong, null, null, nodes)))
                .hasSize(9);
    }

    @Test
    void everyParameterOfTheTaskListsMayBeGiven() {
        List<String> folders = List.of("/a");
        List<String> nodes = List.of("DLC", "TI_ONE");
        assertThat(wrongIn(new ListTriggerTasks(
                        "p", 1L, 200L, "n", "w", "1", 35L, "Y", true, "b", "2", PERIOD, PERIOD, folders, folders,
                        nodes)))
                .isEmpty();
        assertThat(wrongIn(new ListTasks(
                        "p", 1L, 10L, "n", "w", "1", 35L, "F", true, "b", "2", PERIOD, PERIOD, folders, folders,
                        nodes)))
                .isEmpty();
        assertThat(wrongIn(ListTriggerTasks.named("p", "w", "n", 1))).isEmpty();
    }

    @Test
    void workflowsAreFilteredByPublishedValuesOnly() {
        assertThat(wrongIn(new ListTriggerWorkflows(
                        null, 0L, 201L, "k", "/", "b", "1", "2", "3", List.of("2026-03-01 00:00:00"), PERIOD)))
                .containsExactly("projectId", "pageNumber", "pageSize", "modifyTime");
        assertThat(wrongIn(new ListWorkflows(
                        null, 0L, 9L, "k", "/", "weekly", "b", "1", "2", PERIOD, Arrays.asList(null, null))))
                .containsExactly("projectId", "pageNumber", "pageSize", "workflowType", "createTime");
        assertThat(wrongIn(new ListWorkflows("p", 1L, 200L, "k", "/", "cycle", "b", "1", "2", PERIOD, PERIOD)))
                .isEmpty();
    }

    @Test
    void projectsAndResourceGroupsAreFilteredByPublishedValuesOnly() {
        assertThat(wrongIn(new ListProjects(List.of(""), "n", 2L, "COMPLEX", 0L, 0L)))
                .containsExactly("projectIds[0]", "status", "projectModel", "pageNumber", "pageSize");
        assertThat(wrongIn(new ListProjects(null, null, null, null, 1L, 200L))).isEmpty();
        assertThat(wrongIn(new ListResourceGroups("schedule", null, null, List.of("1", "1"), 0L, 0L)))
                .containsExactly("groupType", "projectIds[1]", "pageNumber", "pageSize");
        assertThat(wrongIn(new ListResourceGroups("Integration", "i", "n", List.of("1"), 1L, 200L)))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"10, true", "200, true", "9, false", "201, false"})
    void aPageOfTasksHasTenToTwoHundred(long size, boolean right) {
        Problems problems = new Problems();
        ListRules.checkPage(problems, null, size, 10);
        assertThat(problems.isEmpty()).isEqualTo(right);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-03-01T00:00:00", "2026-03-01 00:00", "", "yesterday"})
    void aTimeIsWrittenAsPublished(String time) {
        Problems problems = new Problems();
        ListRules.checkPeriod(problems, "createTime", List.of("2026-03-01 00:00:00", time));
        assertThat(problems.all()).extracting(Problem::field).containsExactly("createTime");
    }

    @Test
    void aReplyWithoutAPageSaysNothingAndListsNothing() {
        ListProjects.Result none = new ListProjects.Result(null);
        assertThat(new ListProjects(null, null, null, null, null, null).absentIn(none))
                .contains("Data");
        assertThat(none.items()).isEmpty();
        assertThat(none.totalCount()).isEmpty();
        assertThat(new ListProjects.Result(new ItemPage<>(null, 3L, null, null, null)).items())
                .isEmpty();
        assertThat(new ListProjects.Result(new ItemPage<>(null, 3L, null, null, null)).totalCount())
                .contains(3L);
    }

    private static List<String> wrongIn(WeDataAction<?> action) {
        Problems problems = new Problems();
        action.check(problems);
        return problems.all().stream().map(Problem::field).toList();
    }
}
