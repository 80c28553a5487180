package io.jenkins.plugins.wedata.steps;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.wedata.emulator.BuiltInWeData;
import io.jenkins.plugins.wedata.emulator.Fault;
import io.jenkins.plugins.wedata.emulator.HttpFrontEnd;
import io.jenkins.plugins.wedata.emulator.Pace;
import io.jenkins.plugins.wedata.journal.JournalEntry;
import io.jenkins.plugins.wedata.journal.JournalReader;
import io.jenkins.plugins.wedata.journal.OperationTable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real processes that are really killed, at moments that nobody chose, and started again until the step has ended. */
class KilledControllerTest {

    private static final int KILLS = 3;

    private final BuiltInWeData weData =
            BuiltInWeData.builder().key("AKIDkilled", KilledController.SECRET).build();
    private HttpFrontEnd front;

    @TempDir
    Path folder;

    @BeforeEach
    void listen() throws Exception {
        weData.world()
                .workflow(StepBench.PROJECT, StepBench.WORKFLOW, "nightly")
                .task(StepBench.WORKFLOW, "20260302080000001", "known", 35);
        weData.switches().pace(Pace.byTime(Duration.ZERO, Duration.ZERO, Duration.ofSeconds(1), Duration.ZERO));
        front = weData.listen(0);
    }

    @AfterEach
    void close() {
        front.close();
        weData.close();
    }

    @Test
    void aBatchWhoseProgramIsSavedIsStartedOnceHoweverOftenItsControllerIsKilled() throws Exception {
        assertThat(untilItHasEnded("batch", true, 20261122L)).startsWith("OK ").contains("outcome=SUCCESS");
        assertThat(weData.ledger().effects("BatchCreateTaskVersionAsync")).isEqualTo(1);
        assertOneRow();
    }

    @Test
    void aBatchWhoseProgramIsNeverSavedIsStartedOnceToo() throws Exception {
        assertThat(untilItHasEnded("batch", false, 20261123L)).startsWith("OK ").contains("outcome=SUCCESS");
        assertThat(weData.ledger().effects("BatchCreateTaskVersionAsync")).isEqualTo(1);
        assertOneRow();
    }

    @Test
    void aTaskWhoseCreationIsNotAnsweredBeforeTheKillIsMadeOnce() throws Exception {
        weData.faults().add(Fault.parse("slow=30s:CreateTask:1"));
        assertThat(untilItHasEnded("create", false, 20261124L))
                .startsWith("OK ")
                .contains("created=true");
        assertThat(weData.ledger().effects("CreateTask")).isEqualTo(1);
        assertOneRow();
    }

    /** Kills only once the write has reached WeData: before that there is nothing to lose, and no way to tell. */
    private String untilItHasEnded(String what, boolean saved, long seed) throws Exception {
        Random random = new Random(seed);
        Path end = folder.resolve("end");
        for (int start = 1; !Files.exists(end); start++) {
            assertThat(start).as("seed %s", seed).isLessThan(KILLS + 2);
            Process controller = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-XX:TieredStopAtLevel=1",
                            "-cp",
                            System.getProperty("java.class.path"),
                            KilledController.class.getName(),
                            folder.toString(),
                            front.uri().toString(),
                            Boolean.toString(saved),
                            Integer.toString(start),
                            what)
                    .inheritIO()
                    .start();
            try {
                if (start <= KILLS) {
                    letRun(controller, random.nextInt(600));
                } else {
                    assertThat(controller.waitFor(30, TimeUnit.SECONDS)).isTrue();
                }
            } finally {
                controller.destroyForcibly().waitFor();
            }
        }
        return Files.readString(end);
    }

    private void letRun(Process controller, int millis) throws InterruptedException {
        while (controller.isAlive() && writes() == 0) {
            controller.waitFor(5, TimeUnit.MILLISECONDS);
        }
        controller.waitFor(millis, TimeUnit.MILLISECONDS);
    }

    private int writes() {
        return weData.ledger().effects("CreateTask") + weData.ledger().effects("BatchCreateTaskVersionAsync");
    }

    private void assertOneRow() throws Exception {
        OperationTable table = new OperationTable();
        new JournalReader().read(folder.resolve("wedata").resolve("journal"), (JournalEntry entry) -> table.add(entry));
        assertThat(table.rows())
                .singleElement()
                .satisfies(row -> assertThat(row.ended()).isNotNull());
    }
}
