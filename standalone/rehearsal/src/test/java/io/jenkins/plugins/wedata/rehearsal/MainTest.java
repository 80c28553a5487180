package io.jenkins.plugins.wedata.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jenkins.plugins.wedata.rehearsal.engine.DirectoryState;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The whole rehearsal: the real steps, the real client, the built-in WeData over HTTP. */
class MainTest {

    private static final String PLACE =
            "credentialsId: 'any', region: 'ap-guangzhou', projectId: '1460947878944567296'";

    @TempDir
    Path directory;

    private final RecordedLog told = new RecordedLog();

    private ExitStatus rehearse(String jenkinsfile, String... options) throws Exception {
        Path file = Files.writeString(directory.resolve("Jenkinsfile"), jenkinsfile);
        String[] args = new String[options.length + 1];
        System.arraycopy(options, 0, args, 0, options.length);
        args[options.length] = file.toString();
        return Main.run(args, told.log);
    }

    @ParameterizedTest
    @CsvSource({
        "echo 'x', SUCCESS, 0, SUCCESS",
        "unstable 'x', UNSTABLE, 2, UNSTABLE",
        "error 'x', FAILURE, 1, FAILURE",
        "currentBuild.result = 'ABORTED', FAILURE, 1, ABORTED",
        "currentBuild.result = 'NOT_BUILT', FAILURE, 1, NOT_BUILT",
        "sh 'x', REFUSED, 3, FAILURE",
        "echo (, REFUSED, 3, FAILURE",
        "pipeline { }, REFUSED, 3, FAILURE"
    })
    void theLastLineAndTheExitStatusAreTheResult(String jenkinsfile, ExitStatus status, int code, String result)
            throws Exception {
        ExitStatus actual = rehearse(jenkinsfile);

        assertThat(actual).isEqualTo(status);
        assertThat(actual.code()).isEqualTo(code);
        assertThat(told.last()).isEqualTo("Finished: " + result);
    }

    @Test
    void aStepWhoseArgumentsCannotBeBoundIsNamedByItsLineToo() throws Exception {
        assertThat(rehearse("stage('a') {\n\n  wedataAwaitJob(" + PLACE + ", jobId: 1, jobNo: 2)\n}"))
                .isEqualTo(ExitStatus.FAILURE);
        assertThat(told.lines())
                .anyMatch(line -> line.contains("wedataAwaitJob: unknown parameter 'jobNo'"))
                .contains("The step that failed is called in line 3 of the Jenkinsfile");
    }

    @Test
    void aRehearsalHasNoOtherBuildsToGoOnFrom() throws Exception {
        assertThat(rehearse("wedataAwaitJob(" + PLACE + ", fromBuild: 41)")).isEqualTo(ExitStatus.FAILURE);
        assertThat(told.lines())
                .anyMatch(line ->
                        line.contains("fromBuild: '41' is not valid; give none: there are no other builds here"));
    }

    @Test
    void theReadmesOwnJenkinsfileRunsAsItIs() throws Exception {
        String readme = Files.readString(Path.of("../../README.md"));
        String block = readme.split("```groovy\n")[1].split("```")[0];
        Files.createDirectory(directory.resolve("sql"));
        Files.writeString(directory.resolve("sql/load_orders.sql"), "select 1");

        assertThat(rehearse(block)).isEqualTo(ExitStatus.SUCCESS);
        assertThat(told.lines()).anyMatch(line -> line.startsWith("SUCCESS: ["));
    }

    @Test
    void theReleaseExampleSucceedsAndLeavesWhatItPromises() {
        Path example = Path.of("../../docs/examples/release/Jenkinsfile");

        ExitStatus status = Main.run(new String[] {example.toString()}, told.log);

        assertThat(told.lines()).last().isEqualTo("Finished: SUCCESS");
        assertThat(status).isEqualTo(ExitStatus.SUCCESS);
        assertThat(told.lines())
                .anyMatch(line -> line.matches("\\[orders_quality] Created task 'orders_quality': \\d{17}"))
                .anyMatch(line -> line.startsWith("The orders sync is RUNNING"))
                .anyMatch(line -> line.matches("Job \\d+: SUCCESS, 4 of 4 versions made"))
                .containsSubsequence("What now exists in the built-in WeData:", "  project 1460947878944567296");
        assertThat(told.lines())
                .filteredOn(line -> line.endsWith(", versions V1"))
                .hasSize(4)
                .anyMatch(line -> line.contains("orders_daily (Spark SQL)"));
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

    @Test
    void aFileThatIsNoUtf8IsRefusedAsSuch() throws Exception {
        Path file = Files.write(directory.resolve("Jenkinsfile"), new byte[] {'e', (byte) 0xff});

        assertThat(Main.run(new String[] {file.toString()}, told.log)).isEqualTo(ExitStatus.REFUSED);
        assertThat(told.lines()).contains(file + " can't be read: it is not UTF-8 text");
    }

    @Test
    void theBranchIsWhatAMultibranchJobBuilds() throws Exception {
        String pipeline = """
                pipeline {
                  agent none
                  stages { stage('A') { when { branch 'release/*' }
                    steps { echo "of ${env.BRANCH_NAME}" } } }
                }
                """;

        rehearse(pipeline, "--branch=release/7");
        assertThat(told.lines()).contains("of release/7");

        rehearse(pipeline);
        assertThat(told.lines()).contains("Stage \"A\" skipped due to when conditional");
    }

    @Test
    void refusalsNameTheFileAndTheLine() throws Exception {
        rehearse("echo 'a'\nsh 'b'\n");

        assertThat(told.lines())
                .contains("The rehearsal can't play this file:")
                .anyMatch(line -> line.startsWith("Jenkinsfile:2: sh is not among the steps that are rehearsed: "))
                .noneMatch(line -> line.startsWith("[Pipeline]"));
    }

    @Test
    void wrongParametersAreRefusedByTheStepAllAtOnceBeforeACall() throws Exception {
        ExitStatus status = rehearse("node { wedataCreateTask(" + PLACE
                + ", workflowId: 'w', taskName: '', taskType: 'COBOL', contentFile: 'none.sql', ifExists: 'MAYBE') }");

        assertThat(status).isEqualTo(ExitStatus.FAILURE);
        String log = String.join("\n", told.lines());
        assertThat(log)
                .contains("taskName", "COBOL", "none.sql", "MAYBE", "REUSE")
                .contains("  nothing");
    }

    @Test
    void aParameterThatTheStepDoesNotHaveIsAnError() throws Exception {
        assertThat(rehearse("wedataBatchVersion(" + PLACE + ", tasks: [], onPartialy: 'FAIL')"))
                .isEqualTo(ExitStatus.FAILURE);
        assertThat(told.lines()).anyMatch(line -> line.contains("onPartialy"));
    }

    @Test
    void anUnknownKeyOfAStructureIsAnError() throws Exception {
        assertThat(rehearse("wedataCreateTask(" + PLACE
                        + ", workflowId: 'w', taskName: 't', taskType: 35, ext: [[key: 'a', valeu: 'b']])"))
                .isEqualTo(ExitStatus.FAILURE);
        assertThat(told.lines()).anyMatch(line -> line.contains("valeu"));
    }

    @Test
    void onlyTheGivenCredentialsAreFoundWhenSomeAreGiven() throws Exception {
        String step = "wedataCreateTask(" + PLACE + ", workflowId: 'w-1', taskName: 't', taskType: 35)";

        assertThat(rehearse(step, "--credentials=other,another")).isEqualTo(ExitStatus.FAILURE);
        assertThat(told.lines()).anyMatch(line -> line.contains("any") && line.contains("not found here"));
        assertThat(rehearse(step, "--credentials=other,any")).isEqualTo(ExitStatus.SUCCESS);
    }

    @Test
    void everyCredentialIsTakenForTheRehearsalsOwnAndThatIsToldOnce() throws Exception {
        rehearse("for (n in 1..2) { wedataCreateTask(" + PLACE
                + ", workflowId: 'w-1', taskName: \"t${n}\", taskType: 35) }");

        assertThat(told.lines())
                .filteredOn(line -> line.contains("stands for the rehearsal's own key"))
                .hasSize(1);
        assertThat(told.last()).isEqualTo("Finished: SUCCESS");
    }

    @Test
    void codeFromAFileReachesWeDataAsItStands() throws Exception {
        Files.createDirectory(directory.resolve("sql"));
        Files.writeString(directory.resolve("sql/a.sql"), "SELECT '${yyyyMMdd}', '质量'");

        assertThat(rehearse("node { dir('sql') { def t = wedataCreateTask(" + PLACE
                        + ", workflowId: 'w-1', taskName: 't', taskType: 'HIVE_SQL', contentFile: 'a.sql')\n"
                        + "echo \"id ${t.taskId}\" } }"))
                .isEqualTo(ExitStatus.SUCCESS);
        assertThat(told.lines()).anyMatch(line -> line.matches("id \\d{17}"));
    }

    @Test
    void aFileOfAStepOutsideOfANodeIsRefused() throws Exception {
        assertThat(rehearse("wedataCreateTask(" + PLACE
                        + ", workflowId: 'w-1', taskName: 't', taskType: 35, contentFile: 'a.sh')"))
                .isEqualTo(ExitStatus.FAILURE);
        assertThat(told.lines()).anyMatch(line -> line.contains("node { ... }"));
    }

    @Test
    void aMissingFileIsNoSuccess() {
        assertThat(Main.run(new String[] {directory.resolve("none").toString()}, told.log))
                .isEqualTo(ExitStatus.REFUSED);
        assertThat(told.lines().get(0)).contains("can't be read");
        assertThat(told.last()).isEqualTo("Finished: FAILURE");
    }

    @Test
    void aWrongCommandLineSaysWhatIsRight() {
        assertThat(Main.run(new String[] {"--what"}, told.log)).isEqualTo(ExitStatus.REFUSED);
        assertThat(told.lines().get(0)).startsWith("Unknown option --what").endsWith("; --help lists the options");
    }

    @Test
    void helpIsToldAndIsASuccess() {
        assertThat(Main.run(new String[] {"--help"}, told.log)).isEqualTo(ExitStatus.SUCCESS);
        assertThat(told.lines().get(0)).isEqualTo("usage: [options] [path/to/Jenkinsfile]");
    }

    @Test
    void aFaultOfAnUnknownActionIsABadOption() throws Exception {
        assertThat(rehearse("echo 'never'", "--fault", "drop:NoSuchAction")).isEqualTo(ExitStatus.REFUSED);
        assertThat(told.lines()).hasSize(1).first().asString().contains("NoSuchAction", "CreateTask");
    }

    @Test
    void aFaultStrikesIsSurvivedAndTold() throws Exception {
        assertThat(rehearse(
                        "wedataCreateTask(" + PLACE + ", workflowId: 'w-1', taskName: 't', taskType: 35)",
                        "--speed=20",
                        "--fault=lost-reply:CreateTask:1"))
                .isEqualTo(ExitStatus.SUCCESS);
        assertThat(told.lines()).containsSubsequence("Faults:", "  lost-reply struck CreateTask");
        assertThat(told.lines())
                .filteredOn(line -> line.matches(" +task \\d{17} t .*"))
                .hasSize(1);
    }

    @Test
    void chanceIsRepeatedByItsSeed() throws Exception {
        String[] options = {"--speed=50", "--seed=11", "--fault=throttle:*:*:0.4"};
        String file = "for (n in 1..5) { wedataCreateTask(" + PLACE
                + ", workflowId: 'w-1', taskName: \"t${n}\", taskType: 35) }";
        rehearse(file, options);
        List<String> first = struck();
        rehearse(file, options);

        assertThat(first).isNotEmpty();
        assertThat(struck()).hasSize(2 * first.size()).startsWith(first.toArray(String[]::new));
        assertThat(told.lines()).contains("Faults strike by chance; --seed 11 repeats this");
    }

    private List<String> struck() {
        return told.lines().stream().filter(line -> line.contains(" struck ")).toList();
    }

    @Test
    void theInternationalSiteIsPlayed() throws Exception {
        String file = "def t = wedataCreateTask(" + PLACE + ", workflowId: 'w-1', taskName: 't', taskType: 35)\n"
                + "wedataBatchVersion(" + PLACE + ", tasks: [t.taskId], remark: 'r')";

        assertThat(rehearse(file, "--site", "international", "--speed", "20")).isEqualTo(ExitStatus.SUCCESS);
        assertThat(told.lines()).contains("The built-in WeData plays the international site");
    }

    @Test
    void anHourIsOverInSecondsAtSpeedAndIsToldAsAnHour() throws Exception {
        long begin = System.nanoTime();
        assertThat(rehearse("sleep 3600\necho \"an hour ${currentBuild.duration >= 3600000}\"", "--speed=1000"))
                .isEqualTo(ExitStatus.SUCCESS);

        assertThat(told.lines())
                .contains(
                        "Time runs 1000 times faster; every time below is the rehearsal's own",
                        "Sleeping for 1 hr 0 min",
                        "an hour true");
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofMinutes(1));
    }

    @Test
    void signaturesAndPacingHoldAtAHundredTimesTheSpeed() throws Exception {
        assertThat(rehearse(
                        "parallel((1..45).collectEntries { n -> [\"b${n}\", { wedataCreateTask(" + PLACE
                                + ", workflowId: 'w-1', taskName: \"t${n}\", taskType: 35) }] })",
                        "--speed=100",
                        "--json=" + directory.resolve("r.json")))
                .isEqualTo(ExitStatus.SUCCESS);
        JsonNode calls = report().at("/weData/calls/CreateTask");
        assertThat(calls.get("effects").asInt()).isEqualTo(45);
        assertThat(told.lines()).noneMatch(line -> line.contains("signature") || line.contains("clock"));
    }

    private JsonNode report() throws Exception {
        return new ObjectMapper().readTree(directory.resolve("r.json").toFile());
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

    @Test
    void aBatchJobTakesAsLongAsWanted() throws Exception {
        rehearse(
                "def t = wedataCreateTask(" + PLACE + ", workflowId: 'w-1', taskName: 't', taskType: 35)\n"
                        + "wedataBatchVersion(" + PLACE + ", tasks: [t.taskId], remark: 'r')\n"
                        + "echo \"took ${currentBuild.duration >= 300000}\"",
                "--speed=100",
                "--job-time=5m");
        assertThat(told.lines()).contains("took true", "Finished: SUCCESS");
    }

    @Test
    void approvalsAreWaitedForInVain() throws Exception {
        rehearse(
                "def t = wedataCreateTask(" + PLACE + ", workflowId: 'w-1', taskName: 't', taskType: 35)\n"
                        + "timeout(10) { wedataBatchVersion(" + PLACE + ", tasks: [t.taskId], remark: 'r') }",
                "--speed=100",
                "--approvals");
        assertThat(told.lines())
                .contains("Versions and commits wait for an approver, and nobody approves")
                .anyMatch(line ->
                        line.toLowerCase(Locale.ROOT).contains("approv") && !line.startsWith("Versions and commits"));
    }

    @Test
    void theUsersDirectoryStaysAsItIsAndNothingIsLeftBehind() throws Exception {
        Files.writeString(directory.resolve("a.txt"), "a");
        Files.writeString(directory.resolve("Jenkinsfile"), "node { writeFile file: 'b', text: 'b'; deleteDir() }");
        DirectoryState before = DirectoryState.of(directory);

        assertThat(Main.run(new String[] {directory.resolve("Jenkinsfile").toString()}, told.log))
                .isEqualTo(ExitStatus.SUCCESS);

        assertThat(DirectoryState.of(directory)).isEqualTo(before);
    }

    @Test
    void aCredentialsSecretIsNeverTold() throws Exception {
        assertThat(rehearse("withCredentials([usernamePassword(credentialsId: 'any', usernameVariable: 'U',"
                        + " passwordVariable: 'P')]) { echo \"${U} ${P}\"; error P }"))
                .isEqualTo(ExitStatus.FAILURE);
        assertThat(told.lines()).noneMatch(line -> line.contains("rehearsal-and-nothing-else"));
    }
}
