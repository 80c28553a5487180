package io.jenkins.plugins.wedata.operation;

import static org.assertj.core.api.Assertions.assertThat;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.wedata.api.IntegrationTaskStatus;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an operation remembers over a restart is read back as it was written. */
class MemosTest {

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"202 2 sync", "0 0 resent", "201 1 a name = of words"})
    void aCreationRemembersItsDraftAndWhetherItWasResent(String draft) {
        for (boolean resent : new boolean[] {true, false}) {
            CreationMemo memo = new CreationMemo(resent, draft);
            assertThat(CreationMemo.of(reached(memo.text()))).isEqualTo(memo);
            assertThat(UpdateMemo.of(reached(memo.text()))).isEmpty();
        }
    }

    @Test
    void aMemoThatLostItsEndStillSaysThatItWasResent() {
        assertThat(CreationMemo.of(reached("resent")).wasResent()).isTrue();
        assertThat(CreationMemo.of(reached(" resent ".strip())).draft()).isNull();
    }

    @Test
    void anotherBuildsWorkIsReadAlsoWithoutItsCallerAndNotWithoutItsJobs() {
        EarlierWork work = EarlierWork.of(reached("{\"build\":\"release#7\",\"jobs\":[],\"others\":[]}"))
                .orElseThrow();
        assertThat(work.caller()).isEqualTo(new Caller(null, null, null));
        assertThat(EarlierWork.of(reached("{\"build\":\"release#7\",\"others\":[]}")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "202 2 sync", "202 2 a=b", "202 2 update x"})
    void anUpdateRemembersItsTaskAndWhatEachFieldShouldBecome(String draft) {
        Map<String, String> digests = new LinkedHashMap<>();
        digests.put("TriggerTaskConfiguration.CodeContent", "00ff");
        digests.put("TaskInfo.Nodes", "11ee");
        UpdateMemo memo = new UpdateMemo("20260101000000001", draft, digests);
        assertThat(UpdateMemo.of(reached(memo.text()))).contains(memo);
    }

    @Test
    void aTasksIdCannotForgeAField() {
        UpdateMemo memo = new UpdateMemo("1\nTaskInfo.Nodes=00", "", Map.of());
        assertThat(UpdateMemo.of(reached(memo.text())).orElseThrow().digests()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"true,true", "true,false", "false,true", "false,false"})
    void aCommitRemembersItsLockAndWhatWasThereBefore(boolean locked, boolean known) {
        CommitState state = new CommitState(3L, "2026-01-01 00:00:00", null, IntegrationTaskStatus.STOPPED);
        CommitMemo memo = new CommitMemo(locked, known ? Optional.of(state) : Optional.empty());
        assertThat(CommitMemo.of(reached(memo.text()))).isEqualTo(memo);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "before",
                "before x|NEW|2026-01-01",
                "before 3",
                "before 3|",
                "before 3|NEW",
                "before 3|NEWISH|",
                "locked before x|NEW|"
            })
    void ofACommitWhoseMemoIsDamagedItIsNotKnownWhatWasThereBefore(String damaged) {
        assertThat(CommitMemo.of(reached(damaged)).before()).isEmpty();
        assertThat(CommitMemo.of(reached(damaged)).isLocked()).isEqualTo(damaged.startsWith("locked"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"201", "201 1", "x 1 name", "201 y name"})
    void aNameThatIsDamagedIsNone(String damaged) {
        assertThat(IntegrationName.recalled(damaged)).isEmpty();
    }

    @Test
    void whatADamagedLineLeavesIsNothingThatAnOperationHasRemembered() {
        Progress lost = Progress.notTold(Instant.EPOCH);
        assertThat(lost.told()).isFalse();
        assertThat(CreationMemo.of(lost)).isEqualTo(new CreationMemo(false, null));
        assertThat(UpdateMemo.of(lost)).isEmpty();
        assertThat(EarlierWork.of(lost)).isEmpty();
        assertThat(CommitMemo.of(lost)).isEqualTo(CommitMemo.NOTHING);
        assertThat(Progress.intent(Instant.EPOCH).told()).isTrue();
    }

    @Test
    void aNumberThatIsDamagedIsNone() {
        assertThat(Progress.written("4711", null, Instant.EPOCH).number()).contains(4711L);
        assertThat(Progress.written("47q1", null, Instant.EPOCH).number()).isEmpty();
        assertThat(Progress.recognised(Instant.EPOCH).number()).isEmpty();
    }

    @Test
    void nothingToRememberIsNoMemo() {
        assertThat(CommitMemo.NOTHING.text()).isNull();
        assertThat(CommitMemo.HOLDS_LOCK.text())
                .as("as older builds have kept it")
                .isEqualTo("locked");
        assertThat(new CreationMemo(false, null).text()).isNull();
    }

    private static Progress reached(@CheckForNull String memo) {
        return Progress.intent(Instant.EPOCH).remembering(memo);
    }
}
