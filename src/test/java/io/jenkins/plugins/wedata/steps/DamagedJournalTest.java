package io.jenkins.plugins.wedata.steps;

import static io.jenkins.plugins.wedata.steps.StepBench.WORKFLOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hudson.AbortException;
import io.jenkins.plugins.wedata.emulator.Pace;
import io.jenkins.plugins.wedata.journal.Journal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Steps that go on after a restart from a journal that is damaged: nothing is written twice, nor taken for what it is not. */
class DamagedJournalTest {

    private static final String TASK = "20260302080000001";
    private static final String START = "BatchCreateTaskVersionAsync";
    private static final String UPDATE = "UpdateTaskPartially";
    private static final String AT = "\"at\":\"2026-03-02T08:00:00Z\"}";
    private static final String KEY = "\"key\":\"release#7.12\",";

    private final StepBench bench = new StepBench();

    @TempDir
    Path folder;

    @BeforeEach
    void task() {
        bench.weData.world().task(WORKFLOW, TASK, "daily", 35);
    }

    @BeforeEach
    void open() {
        bench.build.journal = new Journal(this::file);
        bench.weData
                .switches()
                .pace(Pace.byTime(Duration.ofMinutes(1), Duration.ZERO, Duration.ofSeconds(1), Duration.ZERO));
    }

    @AfterEach
    void close() {
        bench.close();
    }

    private Path file() {
        return folder.resolve("wedata").resolve("journal");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{\"is\":\"begun\"," + KEY + "\"description\":7," + AT,
                "{\"is\":\"begun\"," + KEY + "\"functionName\":\"wedataBatchVersion\"," + AT
            })
    void aStepThatIsStartedAgainSendsNothingWhereItsBeginningIsDamaged(String beginning) throws Exception {
        bench.start(batch());
        bench.until(() -> bench.weData.ledger().deliveries("ListBatchDetail") > 1);
        bench.revive(StepBench.write("nothing of the step"));
        damage(line -> line.startsWith("{\"is\":\"begun\"") ? beginning : line);
        open();
        bench.start(batch());

        assertThatThrownBy(bench::end)
                .isInstanceOf(AbortException.class)
                .hasMessageContaining("the build's journal is damaged")
                .hasMessageContaining("Nothing was sent now");
        assertThat(bench.weData.ledger().effects(START)).isEqualTo(1);
    }

    @Test
    void aStepThatWroteNothingBeginsAnewWhereItsBeginningIsDamaged() throws Exception {
        Files.createDirectories(file().getParent());
        Files.writeString(file(), "{\"is\":\"begun\"," + KEY + "\"functionName\":\"wedataBatchVersion\"," + AT + "\n");
        assertThat(bench.run(batch()).get("outcome")).isEqualTo("SUCCESS");
    }

    @Test
    void anUpdateOfWhichNothingIsToldIsNotTakenForACreation() throws Exception {
        updateWith("drop:" + UPDATE + ":1");
        StepExecution execution = updating().start(bench.context);
        byte[] saved = StepBench.write(execution);
        execution.start();
        bench.until(() -> bench.weData.ledger().deliveries(UPDATE) > 0);
        revive(saved, DamagedJournalTest::untold);

        assertThatThrownBy(bench::end)
                .isInstanceOf(AbortException.class)
                .hasMessageContaining("Whether task 'load' was created or changed is unknown");
        assertThat(bench.weData.ledger().deliveries(UPDATE)).isEqualTo(1);
    }

    @Test
    void anUpdateThatTheProgramRemembersGoesOnWhateverTheJournalTells() throws Exception {
        updateWith("lost-reply:" + UPDATE + ":1");
        StepExecution execution = bench.start(updating());
        bench.until(() -> bench.weData.ledger().effects(UPDATE) > 0);
        revive(StepBench.write(execution), DamagedJournalTest::untold);

        Map<?, ?> result = bench.end();
        assertThat(result.get("updated")).isEqualTo(true);
        assertThat(result.get("created")).isEqualTo(false);
        assertThat(bench.weData.ledger().deliveries(UPDATE)).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ",\"at\":\"now\"", ",\"at\":[1]"})
    void anIntentThatTellsNoTimeIsOneAllTheSame(String damaged) throws Exception {
        bench.fault("slow=30s:" + START + ":1");
        StepExecution execution = batch().start(bench.context);
        byte[] saved = StepBench.write(execution);
        execution.start();
        bench.until(() -> bench.weData.ledger().effects(START) > 0);
        revive(
                saved,
                line -> line.startsWith("{\"is\":\"reached\"")
                        ? line.replaceFirst(",\"at\":\"[^\"]*\"}$", damaged + "}")
                        : line);

        assertThat(bench.end().get("status")).isEqualTo("CONFIRMED_BY_VERSIONS");
        assertThat(bench.weData.ledger().deliveries(START)).isEqualTo(1);
    }

    @Test
    void aJobWhoseNumberIsDamagedIsRecognisedByItsVersions() throws Exception {
        StepExecution execution = batch().start(bench.context);
        byte[] saved = StepBench.write(execution);
        execution.start();
        bench.until(() -> bench.weData.ledger().deliveries("ListBatchDetail") > 1);
        revive(saved, line -> line.replaceFirst("(\"stage\":\"WRITTEN\",\"id\":\"[0-9]+)", "$1q"));

        Map<?, ?> result = bench.end();
        assertThat(result.get("status")).isEqualTo("CONFIRMED_BY_VERSIONS");
        assertThat(bench.weData.ledger().deliveries(START)).isEqualTo(1);
    }

    private static String untold(String line) {
        return line.startsWith("{\"is\":\"reached\"") ? "{\"is\":\"reached\"," + KEY + "\"progress\":{}," + AT : line;
    }

    /** The controller is started anew, with a program that was saved then and a journal that is damaged since. */
    private void revive(byte[] saved, UnaryOperator<String> damage) throws Exception {
        StepExecution revived = bench.revive(saved);
        damage(damage);
        open();
        revived.onResume();
    }

    private void damage(UnaryOperator<String> damage) throws Exception {
        List<String> lines = new ArrayList<>(Files.readAllLines(file()));
        List<String> before = List.copyOf(lines);
        lines.replaceAll(damage);
        assertThat(lines).isNotEqualTo(before);
        Files.write(file(), lines);
    }

    private void updateWith(String fault) throws Exception {
        bench.build.stepTag = "release#7.11";
        CreateTaskStep first = bench.called(new CreateTaskStep(WORKFLOW, "load", "34"));
        first.setContent("select 1");
        bench.runAndForget(first);
        Files.delete(file());
        open();
        bench.build.stepTag = "release#7.12";
        bench.fault(fault);
    }

    private CreateTaskStep updating() {
        CreateTaskStep step = bench.called(new CreateTaskStep(WORKFLOW, "load", "34"));
        step.setContent("select 2");
        step.setIfExists("UPDATE");
        return step;
    }

    private BatchVersionStep batch() {
        return bench.called(new BatchVersionStep(List.of(new VersionTask(TASK))));
    }
}
