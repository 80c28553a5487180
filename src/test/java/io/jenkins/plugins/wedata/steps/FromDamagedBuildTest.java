package io.jenkins.plugins.wedata.steps;

import static io.jenkins.plugins.wedata.steps.StepBench.PROJECT;
import static io.jenkins.plugins.wedata.steps.StepBench.WORKFLOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.wedata.journal.OperationOutcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Going on from a build whose journal is damaged: what it does not tell is unknown, and never nothing. */
class FromDamagedBuildTest {

    private static final String TASK = "20260302080000001";
    private static final String OTHER = "20260302080000002";
    private static final String START = "BatchCreateTaskVersionAsync";
    private static final String AT = "\"at\":\"2026-03-02T08:00:00Z\"}";
    private static final String WITH_KEY = "\"key\":\"release#7.0\",";

    @TempDir
    Path folder;

    private FromBuildBench builds;

    @BeforeEach
    void open() {
        builds = new FromBuildBench(folder);
        builds.bench.weData.world().task(WORKFLOW, TASK, "load", 35);
    }

    @AfterEach
    void close() {
        builds.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"progress\":{},",
                "\"progress\":{\"stage\":null},",
                "\"progress\":{\"stage\":\"INTEMT\"},",
                "\"progress\":{\"stage\":\"INTENT\",\"since\":\"now\"},",
                "\"progress\":\"INTENT\",",
                ""
            })
    void aDamagedLineOfAWriteIsAWriteOfUnknownOutcome(String damaged) throws Exception {
        cutOffBeforeTheStart();
        damage("reached", "{\"is\":\"reached\"," + WITH_KEY + damaged + AT);
        builds.begin("8");
        assertThatThrownBy(() -> builds.bench.run(fromBuild()))
                .hasMessageContaining(
                        "Whether a batch job for 1 task of project " + PROJECT + " was started is unknown");
        assertThat(builds.onlyRow("8").ended().outcome()).isEqualTo(OperationOutcome.UNKNOWN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\"description\":[],",
                "\"functionName\":\"wedataBatchVersion\",\"caller\":null,",
                "\"functionName\":\"wedataBatchVersion\",\"description\":{\"actionName\":\"BatchCreateTaskVersionAsync\"},"
                        + "\"site\":\"MOON\","
            })
    void aStartWhoseBeginningIsDamagedIsOneOfUnknownOutcome(String damaged) throws Exception {
        cutOffBeforeTheStart();
        damage("begun", "{\"is\":\"begun\"," + WITH_KEY + damaged + AT);
        builds.begin("8");
        staysUnknown();
    }

    @Test
    void aStartWhoseBeginningIsLostIsOneOfUnknownOutcome() throws Exception {
        cutOffBeforeTheStart();
        damage("begun", "");
        builds.begin("8");
        staysUnknown();
    }

    /** A line that tells of a start is damaged after the start; that the job failed is told. */
    @Test
    void aJobThatFailedIsNotPassedOverWhereTheLineOfItsStartIsDamaged() throws Exception {
        String failing = startOneAndFailWithTheNext();
        List<String> lines = new ArrayList<>(Files.readAllLines(builds.journal("7")));
        lines.replaceAll(line -> line.contains(failing) && line.contains("WRITTEN")
                ? "{\"is\":\"reached\",\"key\":\"" + failing + "\",\"progress\":{}," + AT
                : line);
        Files.write(builds.journal("7"), lines);

        builds.begin("8");
        assertThatThrownBy(() -> builds.bench.run(fromBuild()))
                .hasMessageContaining(
                        "Whether a batch job for 1 task of project " + PROJECT + " was started is unknown");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"caller\":null,", "\"caller\":7,", ""})
    void aJobOfWhichNobodyIsToldToHaveStartedItIsOneOfWhoeverIsAskedFor(String damaged) throws Exception {
        String failing = startOneAndFailWithTheNext();
        List<String> lines = new ArrayList<>(Files.readAllLines(builds.journal("7")));
        lines.replaceAll(line -> line.contains("\"key\":\"" + failing + "\"")
                ? line.replaceFirst("\"caller\":\\{[^}]*},", damaged)
                : line);
        Files.write(builds.journal("7"), lines);

        builds.begin("8");
        AwaitJobStep step = fromBuild();
        step.setSite("MAINLAND");
        assertThatThrownBy(() -> builds.bench.run(step)).hasMessageContaining("1 of 2 batch jobs did not succeed");
    }

    private String startOneAndFailWithTheNext() throws Exception {
        builds.start(batch());
        String failing = builds.bench.build.stepTag;
        builds.bench.weData.world().task(WORKFLOW, OTHER, "clean", 35).failVersionOf(OTHER, "no parent");
        assertThatThrownBy(() -> builds.bench.run(builds.called(builds.batch(OTHER))))
                .hasMessageContaining("no parent");
        return failing;
    }

    @ParameterizedTest
    @ValueSource(strings = {PROJECT, "1"})
    void aStartOfWhichNoProjectIsToldIsOneOfWhateverProjectIsAskedFor(String projectId) throws Exception {
        builds.bench.runAndForget(batch());
        Files.writeString(
                builds.journal("7"),
                "{\"is\":\"reached\",\"key\":\"lost\",\"progress\":{\"stage\":\"INTENT\"}," + AT + "\n",
                StandardOpenOption.APPEND);
        builds.begin("8");
        AwaitJobStep step = fromBuild();
        step.setProjectId(projectId);

        assertThatThrownBy(() -> builds.bench.run(step)).hasMessageContaining("in project ? is unknown");
    }

    private void staysUnknown() {
        assertThatThrownBy(() -> builds.bench.run(fromBuild()))
                .hasMessageStartingWith("Whether build release#7 started a batch job in project ? is unknown");
        assertThat(builds.onlyRow("8").ended().outcome()).isEqualTo(OperationOutcome.UNKNOWN);
    }

    @Test
    void aDamagedLineOfAnotherStepIsToldAndTakenForNoJob() throws Exception {
        Map<?, ?> job = builds.bench.runAndForget(batch());
        Files.writeString(
                builds.journal("7"),
                "{\"is\":\"begun\",\"key\":\"x\",\"functionName\":\"wedataCreateTask\"," + AT + "\n"
                        + "{\"is\":\"reached\",\"key\":\"x\"," + AT + "\n",
                StandardOpenOption.APPEND);
        builds.begin("8");
        Map<?, ?> result = builds.bench.run(fromBuild());
        assertThat(result.get("jobId")).isEqualTo(job.get("jobId"));
        assertThat(builds.bench.log()).contains("  wedataCreateTask: INTENT");
    }

    @Test
    void anEndThatIsDamagedIsNoEndAndItsJobIsLookedAtAgain() throws Exception {
        Map<?, ?> job = builds.bench.runAndForget(batch());
        damage("ended", "{\"is\":\"ended\"," + WITH_KEY + "\"outcome\":\"SUCCES\",\"whole\":true," + AT);
        builds.begin("8");
        Map<?, ?> result = builds.bench.run(fromBuild());
        assertThat(result.get("jobId")).isEqualTo(job.get("jobId"));
        assertThat(builds.bench.log()).contains("Waiting for batch job " + job.get("jobId"));
    }

    /** The controller is killed when the start was announced and not sent yet. */
    private void cutOffBeforeTheStart() throws Exception {
        builds.bench.beforeSending = request -> {
            if (request.headers().toString().contains(START)) {
                throw new IllegalStateException("killed");
            }
        };
        assertThatThrownBy(() -> builds.bench.run(batch())).hasMessage("killed");
        builds.bench.beforeSending = request -> {};
        damage("ended", "");
    }

    /** Puts another line in the place of those of a kind. */
    private void damage(String kind, String damaged) throws IOException {
        List<String> lines = new ArrayList<>(Files.readAllLines(builds.journal("7")));
        assertThat(lines).anyMatch(line -> line.startsWith("{\"is\":\"" + kind + "\"," + WITH_KEY));
        lines.replaceAll(line -> line.startsWith("{\"is\":\"" + kind + "\"") ? damaged : line);
        Files.write(builds.journal("7"), lines);
    }

    private BatchVersionStep batch() {
        return builds.called(builds.batch(TASK));
    }

    /** With a caller of its own, since a damaged line may not tell that build's; of whatever project. */
    private static AwaitJobStep fromBuild() {
        AwaitJobStep step = FromBuildBench.from("7");
        step.setCredentialsId("release");
        step.setRegion("ap-guangzhou");
        return step;
    }
}
