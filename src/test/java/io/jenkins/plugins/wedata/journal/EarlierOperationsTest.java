package io.jenkins.plugins.wedata.journal;

import static org.assertj.core.api.Assertions.assertThat;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.wedata.operation.JobTally;
import io.jenkins.plugins.wedata.operation.OperationDescription;
import io.jenkins.plugins.wedata.operation.Progress;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What of a journal is a batch job that was started, or may have been. */
class EarlierOperationsTest {

    private static final JobTally TALLY = new JobTally(null, "CONFIRMED_BY_VERSIONS", 3, 0, 3L);

    @Test
    void aStartThatFailedStartedNothingWhateverWasCounted() {
        for (JobTally tally : new JobTally[] {null, TALLY}) {
            EarlierOperations told = told(Progress.intent(Entries.NOW), tally, OperationOutcome.FAILED);
            assertThat(told.jobs()).isEmpty();
            assertThat(told.others())
                    .singleElement()
                    .satisfies(other -> assertThat(other.outcome()).isEqualTo("FAILED"));
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = OperationOutcome.class,
            names = {"UNKNOWN", "ABORTED"})
    void aStartOfUnknownOutcomeIsAJobAlsoWhereNothingWasCounted(OperationOutcome outcome) {
        for (JobTally tally : new JobTally[] {null, TALLY}) {
            assertThat(told(Progress.intent(Entries.NOW), tally, outcome).jobs())
                    .singleElement()
                    .satisfies(found -> {
                        assertThat(found.job().jobId()).isNull();
                        assertThat(found.job().concluded()).isEmpty();
                    });
        }
    }

    @Test
    void aStartWithoutAnEndOrWithOneThatIsNotToldIsAJob() {
        assertThat(new EarlierOperations(List.of(row(Progress.intent(Entries.NOW), null, null))).jobs())
                .hasSize(1);
        assertThat(told(Progress.intent(Entries.NOW), null, null).jobs()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(OperationOutcome.class)
    void aLineThatMayHaveToldOfTheStartIsAJobHoweverItEnded(OperationOutcome outcome) {
        assertThat(told(Progress.notTold(Entries.NOW), null, outcome).jobs())
                .singleElement()
                .satisfies(found -> {
                    assertThat(found.job().jobId()).isNull();
                    assertThat(found.job().traces().mark()).isEqualTo("[wedata p#1.3]");
                });
    }

    @ParameterizedTest
    @EnumSource(OperationOutcome.class)
    void aJobThatIsKnownToBeStartedIsOneHoweverItEnded(OperationOutcome outcome) {
        assertThat(told(Progress.written("4711", null, Entries.NOW), null, outcome)
                        .jobs())
                .singleElement()
                .satisfies(found -> assertThat(found.job().jobId()).isEqualTo(4711));
        assertThat(told(new Progress(Progress.Stage.WRITTEN, null, null, null, null, Entries.NOW), null, outcome)
                        .jobs())
                .singleElement()
                .satisfies(found -> {
                    assertThat(found.job().jobId()).isNull();
                    assertThat(found.job().traces().mark()).isEqualTo("[wedata p#1.3]");
                });
    }

    @Test
    void whatWasOnlyMadeReadyStartedNothing() {
        assertThat(told(Progress.preparing(Entries.NOW), null, OperationOutcome.UNKNOWN)
                        .jobs())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"?", "wedataBatchVersion", "wedataAwaitJob"})
    void whatMayBeABatchAndTellsNoProjectIsAJobThatNobodyRecognises(String functionName) {
        JournalEntry.Begun begun =
                new JournalEntry.Begun("a", functionName, null, null, null, null, null, null, Entries.NOW).readable();
        for (Progress progress : List.of(Progress.intent(Entries.NOW), Progress.written("1", null, Entries.NOW))) {
            OperationRow row = new OperationRow(begun, progress, null, null, List.of(), 0, null);
            assertThat(new EarlierOperations(List.of(row)).jobs())
                    .singleElement()
                    .satisfies(found -> {
                        assertThat(found.job().jobId()).isNull();
                        assertThat(found.job().projectId()).isEqualTo("?");
                        assertThat(found.job().traces()).isNull();
                        assertThat(found.caller().credentialsId()).isNull();
                    });
        }
    }

    @Test
    void whatIsDamagedAndNoBatchIsToldAsItStands() {
        JournalEntry.Begun begun = new JournalEntry.Begun(
                        "a", "wedataCreateTask", null, null, null, null, null, null, Entries.NOW)
                .readable();
        OperationRow row = new OperationRow(begun, Progress.intent(Entries.NOW), null, null, List.of(), 0, null);
        EarlierOperations told = new EarlierOperations(List.of(row));
        assertThat(told.jobs()).isEmpty();
        assertThat(told.others()).singleElement().satisfies(other -> {
            assertThat(other.step()).isEqualTo("wedataCreateTask");
            assertThat(other.outcome()).isEqualTo("INTENT");
        });
    }

    @Test
    void aWaitForOtherBuildsThatDoesNotTellWhichIsAJobThatNobodyRecognises() {
        OperationDescription what = new OperationDescription("ListBatchDetail", "release#6", "7");
        JournalEntry.Begun begun = new JournalEntry.Begun(
                "a", "wedataAwaitJob", what, null, CallSite.MAINLAND, null, null, null, Entries.NOW);
        Progress waits = Progress.written("1001, 1002", null, Entries.NOW).remembering("{\"jobs\":null}");
        OperationRow row = new OperationRow(begun, waits, null, null, List.of(), 0, null);
        assertThat(new EarlierOperations(List.of(row)).jobs())
                .singleElement()
                .satisfies(found -> assertThat(found.job().jobId()).isNull());
    }

    private static EarlierOperations told(
            Progress progress, @CheckForNull JobTally tally, @CheckForNull OperationOutcome outcome) {
        return new EarlierOperations(List.of(row(progress, tally, Entries.ended("a", outcome))));
    }

    private static OperationRow row(
            Progress progress, @CheckForNull JobTally tally, @CheckForNull JournalEntry.Ended ended) {
        return new OperationRow(Entries.begun("a"), progress, tally, null, List.of(), 0, ended);
    }
}
