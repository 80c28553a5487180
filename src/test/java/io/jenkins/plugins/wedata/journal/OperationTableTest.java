package io.jenkins.plugins.wedata.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.wedata.operation.JobTally;
import io.jenkins.plugins.wedata.operation.OperationDescription;
import io.jenkins.plugins.wedata.operation.Traces;
import java.util.List;
import org.junit.jupiter.api.Test;

class OperationTableTest {

    private final OperationTable table = new OperationTable();

    @Test
    void theEntriesOfAnOperationBecomeOneRow() {
        Entries.all().forEach(table::add);
        assertThat(table.rows()).singleElement().satisfies(row -> {
            assertThat(row.begun()).isEqualTo(Entries.begun("a"));
            assertThat(row.progress().id()).isEqualTo("4711");
            assertThat(row.tally().total()).isNull();
            assertThat(row.failed()).hasSize(2);
            assertThat(row.awaiting()).isEqualTo("waits");
            assertThat(row.ended().outcome()).isEqualTo(OperationOutcome.SUCCESS);
        });
    }

    @Test
    void rowsStandInTheOrderOfTheirBeginnings() {
        for (JournalEntry entry : List.of(
                Entries.begun("b"),
                Entries.begun("a"),
                Entries.ended("a", OperationOutcome.SUCCESS),
                Entries.begun("b"))) {
            table.add(entry);
        }
        assertThat(table.rows()).extracting(row -> row.begun().key()).containsExactly("b", "a");
    }

    @Test
    void whatNeverBeganHasNoRow() {
        table.add(Entries.failures("a", 0, 2));
        table.add(Entries.ended("a", OperationOutcome.FAILED));
        assertThat(table.rows()).isEmpty();
        assertThat(table.revision()).isZero();
    }

    @Test
    void aWriteWhoseBeginningIsLostHasARowThatSaysSo() {
        table.add(Entries.reached("a", "1"));
        table.add(Entries.ended("a", OperationOutcome.FAILED));
        assertThat(table.rows()).singleElement().satisfies(row -> {
            assertThat(row.begun().functionName()).isEqualTo("?");
            assertThat(row.begun().description().actionName()).isEqualTo("?");
            assertThat(row.begun().site()).isEqualTo(CallSite.OTHER);
            assertThat(row.begun().at()).isEqualTo(Entries.NOW);
            assertThat(row.progress().id()).isEqualTo("1");
            assertThat(row.ended().outcome()).isEqualTo(OperationOutcome.FAILED);
        });
    }

    @Test
    void ofABeginningThatIsReadInPartThatPartStands() {
        OperationDescription what = new OperationDescription(null, "load", "7", new Traces("mark", List.of("1")));
        table.add(new JournalEntry.Begun("a", "wedataCreateTask", null, null, null, null, null, null, Entries.NOW));
        table.add(new JournalEntry.Begun("b", null, what, "prod", null, null, null, null, Entries.NOW));
        assertThat(table.rows()).extracting(row -> row.begun().functionName()).containsExactly("wedataCreateTask", "?");
        assertThat(table.rows())
                .extracting(row -> row.begun().description())
                .containsExactly(
                        new OperationDescription("?", null, null),
                        new OperationDescription("?", "load", "7", new Traces("mark", List.of("1"))));
    }

    @Test
    void aDoubtfulLineTakesNothingBackThatIsKnown() {
        table.add(Entries.begun("a"));
        table.add(Entries.reached("a", "4711"));
        table.add(new JournalEntry.Counted("a", new JobTally("4711", "RUNNING", 3, 1, 10L), Entries.NOW));
        table.add(new JournalEntry.Reached("a", null, Entries.NOW));
        table.add(new JournalEntry.Counted("a", null, Entries.NOW));
        table.add(new JournalEntry.Counted("a", new JobTally(null, null, 0, 0, null), Entries.NOW));
        assertThat(table.rows().get(0).progress().id()).isEqualTo("4711");
        assertThat(table.rows().get(0).tally().done()).isEqualTo(3);
    }

    @Test
    void failedTasksThatAreToldAgainStandOnce() {
        table.add(Entries.begun("a"));
        table.add(Entries.failures("a", 0, 200));
        table.add(Entries.failures("a", 0, 200));
        table.add(Entries.failures("a", 200, 50));
        assertThat(table.rows().get(0).failed()).hasSize(250).doesNotHaveDuplicates();
    }

    @Test
    void aRowDoesNotChangeWhenTheTableGrows() {
        table.add(Entries.begun("a"));
        table.add(Entries.failures("a", 0, 2));
        OperationRow before = table.rows().get(0);
        table.add(Entries.failures("a", 2, 2));
        assertThat(before.failed()).hasSize(2);
        assertThat(table.rows().get(0).failed()).hasSize(4);
    }

    @Test
    void theRevisionsTellWhatIsNew() {
        table.add(Entries.begun("a"));
        long revision = table.revision();
        assertThat(table.failuresRevision()).isZero();
        table.add(Entries.failures("a", 0, 2));
        assertThat(table.revision()).isGreaterThan(revision);
        assertThat(table.failuresRevision()).isEqualTo(1);
    }
}
