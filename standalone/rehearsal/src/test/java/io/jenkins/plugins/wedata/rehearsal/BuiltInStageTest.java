package io.jenkins.plugins.wedata.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BuiltInStageTest {

    private BuiltInStage stage;

    @BeforeEach
    void open() throws Exception {
        stage = BuiltInStage.open();
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
}
