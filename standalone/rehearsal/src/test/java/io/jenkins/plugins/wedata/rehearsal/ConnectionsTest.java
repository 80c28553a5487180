package io.jenkins.plugins.wedata.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConnectionsTest {

    private static final String WORKFLOW = "c3ebf6b9-d34b-4dff-bc5d-334f8ce11ad1";

    @TempDir
    Path workspace;

    private final RecordedLog recorded = new RecordedLog();

    @Test
    void anyConnectionStandsForTheBuiltInWeDataAndTheLogSaysSoOnce() throws IOException {
        play("connection: 'prod', ", "connection: 'prod', site: 'INTERNATIONAL', ");
        assertThat(recorded.lines())
                .filteredOn(line -> line.contains("Connection 'prod', as any other"))
                .hasSize(1);
        assertThat(recorded.lines()).anyMatch(line -> line.contains("project " + Connections.PROJECT));
    }

    @Test
    void aJenkinsfileThatCountsOnTheDefaultConnectionCanBeRehearsedToo() throws IOException {
        play("", "");
        assertThat(recorded.lines())
                .filteredOn(line -> line.contains("in Jenkins this needs a default connection"))
                .hasSize(1);
    }

    @Test
    void whatAStepNamesItselfWins() throws IOException {
        play("connection: 'prod', projectId: '1460947878944567296', ", "projectId: '1460947878944567296', ");
        assertThat(recorded.lines()).anyMatch(line -> line.contains("project 1460947878944567296"));
        assertThat(recorded.lines()).noneMatch(line -> line.endsWith("  project " + Connections.PROJECT));
    }

    private void play(String first, String second) throws IOException {
        Path file = workspace.resolve("Jenkinsfile");
        Files.writeString(file, """
                wedataCreateTask(%sworkflowId: '%s', taskName: 'a', taskType: 35)
                wedataCreateTask(%sworkflowId: '%s', taskName: 'b', taskType: 35)
                """.formatted(first, WORKFLOW, second, WORKFLOW));
        assertThat(Main.run(new String[] {file.toString()}, recorded.log)).isEqualTo(ExitStatus.SUCCESS);
    }
}
