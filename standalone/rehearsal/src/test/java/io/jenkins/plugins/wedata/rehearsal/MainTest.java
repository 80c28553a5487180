package io.jenkins.plugins.wedata.rehearsal;

import static io.jenkins.plugins.wedata.rehearsal.MainRun.PLACE;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.wedata.rehearsal.engine.DirectoryState;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The whole rehearsal: the real steps, the real client, the built-in WeData over HTTP. */
class MainTest {

    @TempDir
    Path directory;

    private final RecordedLog told = new RecordedLog();

    private ExitStatus rehearse(String jenkinsfile, String... options) throws Exception {
        return MainRun.rehearse(directory, told, jenkinsfile, options);
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
    void aFileThatIsNoUtf8IsRefusedAsSuch() throws Exception {
        Path file = Files.write(directory.resolve("Jenkinsfile"), new byte[] {'e', (byte) 0xff});

        assertThat(Main.run(new String[] {file.toString()}, told.log)).isEqualTo(ExitStatus.REFUSED);
        assertThat(told.lines()).contains(file + " can't be read: it is not UTF-8 text");
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
