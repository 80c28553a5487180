package io.jenkins.plugins.wedata.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.wedata.operation.Progress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lines that are whole and wrong: what they may mean is not lost, and nothing breaks. */
class DamagedLinesTest {

    private static final Instant AT = Instant.parse("2026-03-02T08:00:00Z");

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void open() throws Exception {
        file = folder.resolve("journal");
        new Journal(() -> file).append(Entries.begun("a"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"progress\":null",
                "\"progress\":{}",
                "\"progress\":{\"stage\":\"TOMORROW\"}",
                "\"progress\":[1]",
                "\"progress\":{\"stage\":\"INTENT\",\"since\":\"yesterday\"}",
                "\"new\":1"
            })
    void howFarAWriteIsIsUnknownWhereItIsNotTold(String damaged) throws Exception {
        append("{\"is\":\"reached\",\"key\":\"a\"," + damaged + ",\"at\":\"" + AT + "\"}");
        JournalEntry.Reached unknown = new JournalEntry.Reached("a", Progress.notTold(AT), AT);
        assertThat(unknown.progress().stage()).isEqualTo(Progress.Stage.INTENT);
        assertThat(Entries.in(file)).containsExactly(Entries.begun("a"), unknown);
        Journal journal = new Journal(() -> file, "later");
        assertThat(journal.known("a").orElseThrow().reached()).contains(unknown);
        assertThat(journal.takeOver("fingerprint", Set.of())).contains("a");
    }

    @Test
    void whatIsToldOfAWriteIsKept() throws Exception {
        append("{\"is\":\"reached\",\"key\":\"a\",\"progress\":{\"stage\":\"WRITTEN\",\"id\":\"4711\"},\"at\":\"" + AT
                + "\"}");
        append("{\"is\":\"reached\",\"key\":\"a\",\"at\":\"" + AT + "\"}");
        assertThat(new Journal(() -> file).known("a").orElseThrow().reached())
                .contains(new JournalEntry.Reached("a", Progress.written("4711", null, AT), AT));
    }

    @Test
    void aBeginningThatCannotBeReadStandsForOne() throws Exception {
        append("{\"is\":\"begun\",\"key\":\"b\",\"description\":7,\"at\":\"" + AT + "\"}");
        assertThat(Entries.in(file)).last().isEqualTo(JournalEntry.Begun.unread("b", AT));
        assertThat(new Journal(() -> file).known("b"))
                .as("who goes on knows nothing of it")
                .isEmpty();
    }

    @Test
    void anEndThatDoesNotSayWhichIsNoneToWhoGoesOn() throws Exception {
        append("{\"is\":\"ended\",\"key\":\"a\",\"outcome\":\"SUCCES\",\"whole\":true,\"at\":\"" + AT + "\"}");
        assertThat(Entries.in(file)).last().isEqualTo(new JournalEntry.Ended("a", null, null, Map.of(), false, AT));
        Journal journal = new Journal(() -> file, "later");
        assertThat(journal.known("a").orElseThrow().ended()).isEmpty();
        assertThat(journal.takeOver("fingerprint", Set.of())).contains("a");
    }

    @Test
    void anEndWithoutItsResultIsNotWhole() throws Exception {
        append("{\"is\":\"ended\",\"key\":\"a\",\"outcome\":\"SUCCESS\",\"whole\":true,\"at\":\"" + AT + "\"}");
        assertThat(Entries.in(file))
                .last()
                .isEqualTo(new JournalEntry.Ended("a", OperationOutcome.SUCCESS, null, Map.of(), false, AT));
    }

    @Test
    void aWriteThatTellsNoTimeIsOneAllTheSame() throws Exception {
        append("{\"is\":\"reached\",\"key\":\"a\",\"progress\":{\"stage\":\"INTENT\",\"since\":\"" + AT + "\"}}");
        assertThat(Entries.in(file)).last().isEqualTo(new JournalEntry.Reached("a", Progress.intent(AT), AT));
        for (String damaged : List.of("\"progress\":7", "\"progress\":7,\"at\":\"now\"", "\"at\":[1]")) {
            append("{\"is\":\"reached\",\"key\":\"b\"," + damaged + "}");
            assertThat(Entries.in(file))
                    .last()
                    .isEqualTo(new JournalEntry.Reached("b", Progress.notTold(Instant.EPOCH), Instant.EPOCH));
        }
    }

    @Test
    void whatNamesNoOperationIsNobodysAndWhatTellsOfNoWriteNeedsATime() throws Exception {
        for (String line : List.of(
                "{\"is\":\"reached\",\"progress\":7,\"at\":\"" + AT + "\"}",
                "{\"is\":\"begun\",\"key\":\"b\",\"functionName\":\"wedataCreateTask\"}",
                "{\"is\":\"ended\",\"key\":\"a\",\"outcome\":\"FAILED\",\"at\":\"now\"}",
                "{\"is\":\"counted\",\"key\":\"a\",\"tally\":7,\"at\":\"" + AT + "\"}",
                "[7]")) {
            append(line);
        }
        assertThat(Entries.in(file)).containsExactly(Entries.begun("a"));
    }

    private void append(String line) throws Exception {
        Files.writeString(file, line + "\n", StandardOpenOption.APPEND);
    }
}
