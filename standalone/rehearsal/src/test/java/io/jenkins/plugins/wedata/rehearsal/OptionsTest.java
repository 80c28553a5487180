package io.jenkins.plugins.wedata.rehearsal;

import static io.jenkins.plugins.wedata.rehearsal.MainRun.PLACE;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the options change in a rehearsal: its time, its faults, its site, and what it knows. */
class OptionsTest {

    @TempDir
    Path directory;

    private final RecordedLog told = new RecordedLog();

    private ExitStatus rehearse(String jenkinsfile, String... options) throws Exception {
        return MainRun.rehearse(directory, told, jenkinsfile, options);
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
    void onlyTheGivenCredentialsAreFoundWhenSomeAreGiven() throws Exception {
        String step = "wedataCreateTask(" + PLACE + ", workflowId: 'w-1', taskName: 't', taskType: 35)";

        assertThat(rehearse(step, "--credentials=other,another")).isEqualTo(ExitStatus.FAILURE);
        assertThat(told.lines()).anyMatch(line -> line.contains("any") && line.contains("not found here"));
        assertThat(rehearse(step, "--credentials=other,any")).isEqualTo(ExitStatus.SUCCESS);
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

    /** The faults of the commands that users read; the tasks of most have code, as the release's. */
    static Stream<String> examples() throws IOException {
        String commands = CommandLine.help()
                + Files.readString(Path.of("../../README.md"))
                + Files.readString(Path.of("../../docs/rehearsal.md"));
        return Pattern.compile("--fault (\\S+) (?:path/to|release)/Jenkinsfile")
                .matcher(commands)
                .results()
                .map(example -> example.group(1));
    }

    @Test
    void helpAndPagesShowFaults() throws IOException {
        assertThat(examples()).hasSize(3);
    }

    @ParameterizedTest
    @MethodSource("examples")
    void aFaultThatHelpAndPagesShowStrikesTheExample(String fault) {
        String example = "../../docs/examples/release/Jenkinsfile";

        Main.run(new String[] {"--speed=20", "--fault", fault, example}, told.log);

        assertThat(told.lines())
                .contains("Faults:")
                .anyMatch(line -> line.matches(" +\\S+ struck CreateTaskNew"))
                .noneMatch(line -> line.contains("struck no call"));
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
        return MainRun.report(directory);
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
}
