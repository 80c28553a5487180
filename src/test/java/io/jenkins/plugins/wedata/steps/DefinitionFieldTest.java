package io.jenkins.plugins.wedata.steps;

import static io.jenkins.plugins.wedata.steps.CreationForms.INTEGRATION;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A definition that is checked in its field while it is typed. */
class DefinitionFieldTest {

    @Test
    void aDefinitionIsReadWhileItIsTypedWithLineColumnAndPath() throws Exception {
        String definition = "TaskNam: load\nSyncType: 7\nNodes: [{Nam: n}]\n";
        CreateIntegrationTaskStep step = new CreateIntegrationTaskStep();
        step.setTaskInfo(definition);
        String said;
        try (FormWords words = new FormWords(true)) {
            said = words.check(INTEGRATION, "taskInfo", definition);
        }
        assertThat(said)
                .contains("taskInfo, line 1, column 1, TaskNam: 'TaskNam' is not valid; give TaskName")
                .contains("taskInfo, line 2, column 11, SyncType: '7' is not valid")
                .contains("taskInfo, line 3, column 10, Nodes[0].Nam: 'Nam' is not valid");
        String build = CreationForms.saidByABuild(step);
        assertThat(said.lines()).allSatisfy(line -> assertThat(build).contains(line));
    }

    @Test
    void ofManyFindingsTheFirstAreShownAndTheRestCounted() throws Exception {
        String definition = IntStream.rangeClosed(1, 14)
                .mapToObj(i -> "unknown" + i + ": 1\n")
                .collect(Collectors.joining());
        try (FormWords words = new FormWords(true)) {
            assertThat(words.check(INTEGRATION, "taskInfo", definition).lines())
                    .hasSize(11)
                    .last()
                    .asString()
                    .matches("and [0-9]+ more");
        }
    }

    @Test
    void aVeryLongDefinitionIsLeftToTheBuild() throws Exception {
        try (FormWords words = new FormWords(true)) {
            assertThat(words.check(INTEGRATION, "taskInfo", "#".repeat(1 << 20) + "\nTaskNam: x"))
                    .isEmpty();
            assertThat(words.check(INTEGRATION, "taskInfo", "#".repeat(1 << 10) + "\nTaskNam: x"))
                    .contains("line 2");
        }
    }
}
