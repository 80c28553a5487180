package io.jenkins.plugins.wedata.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {

    @TempDir
    Path build;

    private Path file;
    private Journal journal;

    @BeforeEach
    void open() {
        file = build.resolve("wedata").resolve("journal");
        journal = new Journal(() -> file);
    }

    @Test
    void whatIsAppendedIsReadBackToTheNanosecond() throws Exception {
        for (JournalEntry entry : Entries.all()) {
            journal.append(entry);
        }
        assertThat(Entries.in(file)).isEqualTo(Entries.all());
        assertThat(Files.readAllLines(file)).hasSameSizeAs(Entries.all()).allMatch(line -> line.startsWith("{"));
    }

    @Test
    void whateverAnOperationGoesOnFromIsOnTheDiskBeforeItGoesOn() {
        assertThat(Entries.all().stream().filter(JournalEntry::forced).<Class<?>>map(Object::getClass))
                .contains(JournalEntry.Begun.class, JournalEntry.Reached.class, JournalEntry.Ended.class);
        assertThat(Entries.all().stream().filter(entry -> !entry.forced())).allMatch(JournalEntry::detail);
    }

    @Test
    void nothingIsMadeBeforeTheFirstEntry() throws Exception {
        assertThat(journal.known("a")).isEmpty();
        assertThat(Entries.in(file)).isEmpty();
        assertThat(file.getParent()).doesNotExist();
    }

    @Test
    void aTornLastLineIsIgnoredAndSpoilsNothingWhereverItWasTorn() throws Exception {
        byte[] whole = new JournalLines().line(Entries.reached("a", "4711"));
        for (int kept = 0; kept < whole.length; kept++) {
            Files.deleteIfExists(file);
            new Journal(() -> file).append(Entries.begun("a"));
            Files.write(file, Arrays.copyOf(whole, kept), StandardOpenOption.APPEND);

            assertThat(Entries.in(file)).as("torn after %s bytes", kept).containsExactly(Entries.begun("a"));
            new Journal(() -> file).append(Entries.ended("a", OperationOutcome.FAILED));

            List<JournalEntry> after = Entries.in(file);
            assertThat(after).as("torn after %s bytes", kept).contains(Entries.begun("a"));
            assertThat(after.get(after.size() - 1)).isEqualTo(Entries.ended("a", OperationOutcome.FAILED));
            assertThat(after).hasSize(kept == whole.length - 1 ? 3 : 2);
        }
    }

    @Test
    void aLineOfAnotherVersionOrOfNobodyIsPassedOver() throws Exception {
        journal.append(Entries.begun("a"));
        for (String line : List.of(
                "{\"is\":\"tomorrow\",\"key\":\"a\"}",
                "null",
                "[]",
                "{",
                "",
                "\u0000\u0000",
                "{\"is\":\"awaiting\"}")) {
            Files.writeString(file, line + "\n", StandardOpenOption.APPEND);
        }
        Files.writeString(
                file,
                "{\"is\":\"awaiting\",\"key\":\"a\",\"message\":\"m\",\"at\":\"2026-03-02T08:00:00Z\",\"new\":1}\n",
                StandardOpenOption.APPEND);
        assertThat(Entries.in(file)).hasSize(2).last().isInstanceOf(JournalEntry.Awaiting.class);
    }

    @Test
    void aReaderReadsOnlyWhatIsNew() throws Exception {
        JournalReader reader = new JournalReader();
        List<JournalEntry> seen = new ArrayList<>();
        journal.append(Entries.begun("a"));
        reader.read(file, seen::add);
        long position = reader.position();
        assertThat(position).isEqualTo(Files.size(file));

        reader.read(file, entry -> {
            throw new AssertionError("read again");
        });
        journal.append(Entries.reached("a", "1"));
        reader.read(file, seen::add);
        assertThat(seen).containsExactly(Entries.begun("a"), Entries.reached("a", "1"));
    }

    @Test
    void aLineThatIsNotWholeYetIsLeftForTheNextTime() throws Exception {
        byte[] line = new JournalLines().line(Entries.begun("a"));
        Files.createDirectories(file.getParent());
        Files.write(file, Arrays.copyOf(line, 20));
        JournalReader reader = new JournalReader();
        List<JournalEntry> seen = new ArrayList<>();
        reader.read(file, seen::add);
        assertThat(reader.position()).isZero();
        Files.write(file, Arrays.copyOfRange(line, 20, line.length), StandardOpenOption.APPEND);
        reader.read(file, seen::add);
        assertThat(seen).containsExactly(Entries.begun("a"));
    }

    @Test
    void longLinesAndManyLinesAreReadWhole() throws Exception {
        List<JournalEntry> written = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            JournalEntry entry = i % 10 == 0
                    ? new JournalEntry.Awaiting("a", "\u4e24".repeat(700_000), Entries.NOW)
                    : Entries.failures("a", i * 1000, 1000);
            journal.append(entry);
            written.add(entry);
        }
        assertThat(Entries.in(file)).isEqualTo(written);
    }

    @Test
    void aLineThatIsTooLongForAnEntryHidesNoneThatComesAfterIt() throws Exception {
        journal.append(Entries.begun("a"));
        byte[] nothing = new byte[JournalReader.LONGEST_LINE + 100];
        nothing[nothing.length - 1] = '\n';
        Files.write(file, nothing, StandardOpenOption.APPEND);
        journal.append(Entries.reached("a", "1"));
        assertThat(Entries.in(file)).containsExactly(Entries.begun("a"), Entries.reached("a", "1"));
        assertThat(new Journal(() -> file).known("a").orElseThrow().reached()).isPresent();
    }

    @Test
    void manyThreadsAppendWholeLines() throws Exception {
        CountDownLatch go = new CountDownLatch(1);
        List<Thread> threads = new ArrayList<>();
        for (int t = 0; t < 8; t++) {
            String key = "step" + t;
            threads.add(new Thread(() -> {
                try {
                    go.await();
                    for (int i = 0; i < 50; i++) {
                        journal.append(Entries.failures(key, i, 3));
                    }
                } catch (IOException | InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            }));
        }
        threads.forEach(Thread::start);
        go.countDown();
        for (Thread thread : threads) {
            thread.join(60_000);
            assertThat(thread.isAlive()).isFalse();
        }
        List<JournalEntry> entries = Entries.in(file);
        assertThat(entries).hasSize(400);
        for (int t = 0; t < 8; t++) {
            String key = "step" + t;
            assertThat(entries.stream().filter(entry -> entry.key().equals(key)))
                    .as("in its own order")
                    .isSortedAccordingTo((one, other) -> Integer.compare(
                            ((JournalEntry.Failures) one).first(), ((JournalEntry.Failures) other).first()));
        }
    }

    @Test
    void whatIsKnownOfAnOperationOutlivesTheProcess() throws Exception {
        journal.append(Entries.begun("a"));
        journal.append(Entries.begun("b"));
        journal.append(Entries.reached("a", "1"));
        journal.append(Entries.ended("b", OperationOutcome.SUCCESS));

        Journal reopened = new Journal(() -> file);
        assertThat(reopened.known("a").orElseThrow().reached()).contains(Entries.reached("a", "1"));
        assertThat(reopened.known("a").orElseThrow().ended()).isEmpty();
        assertThat(reopened.known("b").orElseThrow().ended()).contains(Entries.ended("b", OperationOutcome.SUCCESS));
        assertThat(reopened.known("c")).isEmpty();
    }

    @Test
    void aBuildThatWasDeletedDoesNotComeBack() throws Exception {
        Journal gone =
                new Journal(() -> build.resolve("deleted").resolve("wedata").resolve("journal"));
        assertThatThrownBy(() -> gone.append(Entries.begun("a"))).isInstanceOf(NoSuchFileException.class);
        assertThat(build.resolve("deleted")).doesNotExist();
    }

    @Test
    void aBuildThatIsMovedTakesItsJournalAlong() throws Exception {
        AtomicReference<Path> place = new AtomicReference<>(file);
        Journal moving = new Journal(place::get);
        moving.append(Entries.begun("a"));
        Path moved = build.resolve("elsewhere");
        Files.move(file.getParent(), moved);
        place.set(moved.resolve("journal"));
        moving.append(Entries.reached("a", "1"));
        assertThat(Entries.in(place.get())).hasSize(2);
        assertThat(file).doesNotExist();
    }

    @Test
    void aJournalThatHasGrownTooLargeLeavesOutDetailsAndNothingElse() throws Exception {
        Journal small = new Journal(() -> file, "session", 2_000);
        small.append(Entries.begun("a"));
        for (int i = 0; i < 1_000; i++) {
            small.append(Entries.failures("a", i * 10, 10));
        }
        small.append(Entries.reached("a", "1"));
        small.append(Entries.ended("a", OperationOutcome.FAILED));
        assertThat(Files.size(file)).isLessThan(5_000);
        assertThat(Entries.in(file)).contains(Entries.reached("a", "1"), Entries.ended("a", OperationOutcome.FAILED));
    }

    @Test
    void anAppendThatFailsIsTold() throws Exception {
        Files.writeString(build.resolve("wedata"), "no folder", StandardCharsets.UTF_8);
        assertThatThrownBy(() -> journal.append(Entries.begun("a"))).isInstanceOf(IOException.class);
        Files.delete(build.resolve("wedata"));
        journal.append(Entries.begun("a"));
        assertThat(Entries.in(file)).hasSize(1);
    }

    @Test
    void onlyWhatBeganInAnEarlierSessionAndHasNotEndedIsTakenOverAndOnce() throws Exception {
        journal.append(Entries.begun("theirs"));
        journal.append(Entries.begun("ended"));
        journal.append(Entries.ended("ended", OperationOutcome.FAILED));
        assertThat(new Journal(() -> file, "session").takeOver("fingerprint", Set.of()))
                .as("they began in this very session")
                .isEmpty();
        Journal later = new Journal(() -> file, "later");
        assertThat(later.takeOver("another", Set.of())).isEmpty();
        assertThat(later.takeOver("fingerprint", Set.of("theirs"))).isEmpty();
        assertThat(later.takeOver("fingerprint", Set.of())).contains("theirs");
        assertThat(later.takeOver("fingerprint", Set.of())).isEmpty();
    }

    @Test
    void whatSomebodyGoesOnWithIsNotTakenOver() throws Exception {
        journal.append(Entries.begun("theirs"));
        journal.goOn("theirs");
        assertThat(journal.takeOver("fingerprint", Set.of())).isEmpty();
    }

    @Test
    void theOneThatBeganFirstIsTakenOverFirst() throws Exception {
        for (String key : List.of("z", "a", "m")) {
            journal.append(Entries.begun(key));
        }
        assertThat(journal.takeOver("fingerprint", Set.of())).contains("z");
        assertThat(journal.takeOver("fingerprint", Set.of())).contains("a");
    }

    @Test
    void anOperationOfAnOlderVersionMayBeAnything() throws Exception {
        Files.createDirectories(file.getParent());
        Files.writeString(
                file,
                "{\"is\":\"begun\",\"key\":\"a\",\"functionName\":\"wedataCreateTask\",\"at\":\"2026-03-02T08:00:00Z\"}\n");
        assertThat(journal.known("a").orElseThrow().begun().orElseThrow().mayBe("x"))
                .isTrue();
        assertThat(journal.takeOver("x", Set.of())).isEmpty();
    }
}
