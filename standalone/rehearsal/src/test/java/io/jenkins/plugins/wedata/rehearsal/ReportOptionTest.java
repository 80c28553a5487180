package io.jenkins.plugins.wedata.rehearsal;

import static io.jenkins.plugins.wedata.rehearsal.MainRun.PLACE;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code --json} writes, and where. */
class ReportOptionTest {

    @TempDir
    Path directory;

    private final RecordedLog told = new RecordedLog();

    private ExitStatus rehearse(String jenkinsfile, String... options) throws Exception {
        return MainRun.rehearse(directory, told, jenkinsfile, options);
    }

    @Test
    void theReportShowsWhatWasGivenButNoPassword() throws Exception {
        Path report = directory.resolve("report.json");
        String pipeline = """
                pipeline {
                  agent any
                  parameters {
                    string(name: 'TARGET', defaultValue: 'dev')
                    password(name: 'KEY', defaultValue: '')
                  }
                  stages { stage('A') { steps { echo params.TARGET } } }
                }
                """;

        rehearse(pipeline, "--param=TARGET=prod", "--param=KEY=hush-4711", "--json=" + report);

        assertThat(told.lines()).contains("prod");
        assertThat(report)
                .content()
                .contains("\"TARGET\" : \"prod\"", "\"KEY\" : \"****\"")
                .doesNotContain("hush-4711");
    }

    @Test
    void theReportOfAFileThatIsRefusedShowsNoParameterAtAll() throws Exception {
        Path report = directory.resolve("report.json");

        rehearse("pipeline { }", "--param=KEY=hush-4711", "--json=" + report);

        assertThat(report).content().contains("\"KEY\" : \"****\"").doesNotContain("hush-4711");
    }

    @Test
    void aReportTakesThePlaceOfAnEarlierReportAndOfNothingElse() throws Exception {
        Path report = directory.resolve("report.json");
        Path notes = Files.writeString(directory.resolve("notes.txt"), "mine");
        Path jenkinsfile = directory.resolve("Jenkinsfile");

        assertThat(rehearse("echo 'x'", "--json=" + report)).isEqualTo(ExitStatus.SUCCESS);
        assertThat(rehearse("unstable 'x'", "--json=" + report)).isEqualTo(ExitStatus.UNSTABLE);
        assertThat(rehearse("echo 'x'", "--json=" + notes)).isEqualTo(ExitStatus.REFUSED);
        assertThat(rehearse("echo 'x'", "--json=" + jenkinsfile)).isEqualTo(ExitStatus.REFUSED);

        assertThat(report).content().contains("\"result\" : \"UNSTABLE\"");
        assertThat(notes).hasContent("mine");
        assertThat(jenkinsfile).hasContent("echo 'x'");
        assertThat(told.last()).startsWith("--json takes the place of an earlier report only, and " + jenkinsfile);
    }

    @Test
    void whereTheReportCanNotBeWrittenIsToldBeforeAnythingRuns() throws Exception {
        Path dangling = Files.createSymbolicLink(directory.resolve("report.json"), directory.resolve("none/report"));

        assertThat(rehearse("echo 'never'", "--json=" + dangling)).isEqualTo(ExitStatus.REFUSED);
        assertThat(told.lines()).singleElement().asString().startsWith("--json can't write " + dangling);
    }

    private JsonNode report() throws Exception {
        return MainRun.report(directory);
    }

    @Test
    void theReportTellsWhatHappened() throws Exception {
        rehearse(
                "def t = wedataCreateTask(" + PLACE + ", workflowId: 'w-1', taskName: 't', taskType: 35)\n"
                        + "wedataBatchVersion(" + PLACE + ", tasks: [t.taskId], remark: 'r')\n"
                        + "node { writeFile(file: 'o.txt', text: 'x'); archiveArtifacts 'o.txt' }\nunstable 'u'",
                "--speed=20",
                "--seed=5",
                "--param=TARGET=prod",
                "--fault=lost-reply:CreateTask:1",
                "--json=" + directory.resolve("r.json"));

        JsonNode report = report();
        assertThat(report.fieldNames())
                .toIterable()
                .containsExactly(
                        "schema",
                        "jenkinsfile",
                        "result",
                        "exitStatus",
                        "startedAt",
                        "durationSeconds",
                        "speed",
                        "parameters",
                        "refusals",
                        "artifacts",
                        "weData");
        assertThat(report.get("schema").asInt()).isEqualTo(1);
        assertThat(report.get("jenkinsfile").asText()).endsWith("/Jenkinsfile");
        assertThat(report.get("result").asText()).isEqualTo("UNSTABLE");
        assertThat(report.get("exitStatus").asInt()).isEqualTo(2);
        assertThat(Instant.parse(report.get("startedAt").asText())).isAfter(Instant.EPOCH);
        assertThat(report.get("durationSeconds").asDouble()).isPositive();
        assertThat(report.get("speed").asInt()).isEqualTo(20);
        assertThat(report.at("/parameters/TARGET").asText()).isEqualTo("prod");
        assertThat(report.get("refusals")).isEmpty();
        assertThat(report.get("artifacts").toString()).isEqualTo("[\"o.txt\"]");
        assertThat(report.at("/weData/site").asText()).isEqualTo("mainland");
        assertThat(report.at("/weData/seed").asLong()).isEqualTo(5);
        assertThat(report.at("/weData/faults").toString())
                .isEqualTo("[{\"kind\":\"lost-reply\",\"action\":\"CreateTask\"}]");
        assertThat(report.at("/weData/calls/CreateTask").toString()).isEqualTo("{\"calls\":1,\"effects\":1}");
        assertThat(report.at("/weData/exists/projects/0/workflows/0/tasks/0/versions/0")
                        .asText())
                .isEqualTo("V1");
        assertThat(report.at("/weData/exists/batchJobs/0/status").asText()).isEqualTo("SUCCESS");
        assertThat(report.toString()).doesNotContain("rehearsal-and-nothing-else", "AKIDrehearsal");
    }

    @Test
    void aRefusedFileIsReportedWithItsLines() throws Exception {
        rehearse("echo 'a'\nsh 'b'", "--json=" + directory.resolve("r.json"));

        assertThat(report().get("exitStatus").asInt()).isEqualTo(3);
        assertThat(report().at("/refusals/0/line").asInt()).isEqualTo(2);
        assertThat(report().at("/refusals/0/reason").asText()).startsWith("sh is not among");
    }
}
