package io.jenkins.plugins.wedata.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.wedata.emulator.Fault;
import io.jenkins.plugins.wedata.emulator.Pace;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BuiltInStageTest {

    private final ManualTime time = new ManualTime();
    private BuiltInStage stage;

    @BeforeEach
    void open() throws Exception {
        stage = BuiltInStage.open(StageSettings.DEFAULT, time);
    }

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void itAnswersOnThisMachineAlone() {
        assertThat(stage.endpoint().toString()).startsWith("http://127.0.0.1:");
    }

    @Test
    void anEmptyOneSaysSo() {
        assertThat(stage.summary()).containsExactly("nothing");
    }

    @Test
    void theSummaryTellsWhatIsWhere() {
        stage.weData()
                .world()
                .workflow("1", "w-1", "orders")
                .task("w-1", "20240718140000001", "clean", 34)
                .integrationTask("1", "20240718140000002", "sync", 201)
                .integrationStatus("20240718140000002", 3)
                .integrationTask("2", "20240718140000003", "other", 201)
                .triggerWorkflow("2", "t-1", "on arrival")
                .triggerTask("t-1", "20240718140000004", "check", 132)
                .triggerTaskVersion("20240718140000004", "first");

        assertThat(stage.summary())
                .containsExactly(
                        "project 1",
                        "  workflow w-1",
                        "    task 20240718140000001 clean (Hive SQL), no version",
                        "  integration task 20240718140000002 sync, running",
                        "project 2",
                        "  trigger workflow t-1",
                        "    trigger task 20240718140000004 check (Notebook), versions V1",
                        "  integration task 20240718140000003 other, status 1");
    }

    @Test
    void theKeyIsNeverShown() {
        assertThat(stage.key().toString()).doesNotContain(stage.key().secretKey());
    }

    @Test
    void whatIsUsualNeedsNoNotice() {
        assertThat(stage.notices()).isEmpty();
        assertThat(stage.strikes()).isEmpty();
    }

    @Test
    void whatIsUnusualIsTold() throws Exception {
        StageSettings settings = new StageSettings(
                true, true, Duration.ofSeconds(90), null, List.of(Fault.parse("drop:CreateTask:1:0.5")));
        try (BuiltInStage other = BuiltInStage.open(settings, time)) {
            assertThat(other.notices())
                    .hasSize(3)
                    .contains("The built-in WeData plays the international site")
                    .anyMatch(line -> line.contains("nobody approves"))
                    .anyMatch(line -> line.contains("--seed " + other.report().seed() + " repeats this"));
            assertThat(other.report().site()).isEqualTo("international");
            assertThat(other.weData().faults().pending()).isEqualTo(1);
        }
    }

    @Test
    void aFaultThatFoundNoCallToStrikeIsTold() throws Exception {
        List<Fault> faults = List.of(Fault.parse("drop:CreateTask:2"), Fault.parse("throttle"));

        try (BuiltInStage other = BuiltInStage.open(new StageSettings(false, false, null, null, faults), time)) {
            assertThat(other.strikes()).containsExactly("drop struck no call of CreateTask", "throttle struck no call");
        }
    }

    @Test
    void aSeedThatWasGivenIsTheReports() throws Exception {
        try (BuiltInStage other = BuiltInStage.open(new StageSettings(false, false, null, 7L, List.of()), time)) {
            assertThat(other.report().seed()).isEqualTo(7);
            assertThat(other.report().site()).isEqualTo("mainland");
        }
    }

    @Test
    void aFaultOfAnActionThatThereIsNotIsRefusedWithThoseThatThereAre() {
        StageSettings settings = new StageSettings(false, false, null, null, List.of(Fault.parse("drop:CreateTsak")));

        assertThatThrownBy(() -> BuiltInStage.open(settings, time))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("--fault names the action CreateTsak, which there is not; is CreateTask meant?;"
                        + " the actions are ");
    }

    @Test
    void aJobTakesTheTimeThatIsWanted() {
        Pace pace = new StageSettings(false, false, Duration.ofSeconds(90), null, List.of()).pace();

        assertThat(pace.creating().plus(pace.waiting())).isEqualTo(Duration.ofSeconds(90));
        assertThat(StageSettings.DEFAULT.pace()).isEqualTo(Pace.DEFAULT);
    }

    @Test
    void theReportHoldsWhatIsThereAndNoCode() {
        stage.weData()
                .world()
                .workflow("1", "w-1", "orders")
                .task("w-1", "20240718140000001", "clean", 34)
                .integrationTask("1", "20240718140000002", "sync", 201);

        StageReport.Project project = stage.report().exists().projects().get(0);
        assertThat(project.projectId()).isEqualTo("1");
        assertThat(project.workflows())
                .containsExactly(new StageReport.Workflow(
                        "w-1",
                        false,
                        List.of(new StageReport.Task("20240718140000001", "clean", "Hive SQL", List.of()))));
        assertThat(project.integrationTasks())
                .containsExactly(new StageReport.IntegrationTask("20240718140000002", "sync", 1));
        assertThat(stage.report().calls()).isEmpty();
    }
}
