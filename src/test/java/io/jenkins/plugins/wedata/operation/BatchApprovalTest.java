package io.jenkins.plugins.wedata.operation;

import static io.jenkins.plugins.wedata.operation.Bench.PROJECT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.wedata.api.BatchCreateTaskVersionAsync;
import io.jenkins.plugins.wedata.api.BatchCreateTaskVersionAsync.BatchCreateTaskVersionDTO;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Versions that wait for an approver are never taken for live ones. */
class BatchApprovalTest {

    private static final String MARK = "[wedata release#7.12]";
    private static final String TASK = "20260302080000001";

    private final Bench bench = new Bench();

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void whatWasMadeOfAPartialSuccessMayWaitForApprovalToo() {
        List<String> ids = partialJobThatNeedsApproval();
        OperationResult result = bench.run(batch(ids, Reaction.UNSTABLE, Reaction.PROCEED));
        assertThat(result.values()).containsEntry("outcome", "PART_SUCCESS").containsEntry("approvalPending", true);
        assertThat(result.unstable())
                .hasValueSatisfying(why -> assertThat(why).contains("1 of 3 tasks failed", "wait for approval"));
    }

    @Test
    void anApprovalThatFailsFailsAPartialSuccessThatWouldBeUnstable() {
        List<String> ids = partialJobThatNeedsApproval();
        assertThatThrownBy(() -> bench.run(batch(ids, Reaction.UNSTABLE, Reaction.FAIL)))
                .isInstanceOf(OperationFailedException.class)
                .hasMessageContaining("1 of 3 tasks failed")
                .hasMessageContaining("wait for approval")
                .hasMessageContaining("onApproval");
    }

    private List<String> partialJobThatNeedsApproval() {
        List<String> ids = bench.tasks(3);
        bench.weData.switches().versionsNeedApproval(true);
        bench.weData.world().failVersionOf(ids.get(1), "no rights");
        return ids;
    }

    @Test
    void versionsThatAreReadBackMayWaitForApproval() {
        bench.weData.switches().international(true).versionsNeedApproval(true);
        List<String> ids = bench.tasks(2);
        assertThatThrownBy(() -> bench.run(batch(ids, Reaction.FAIL, Reaction.FAIL)))
                .isInstanceOf(OperationFailedException.class)
                .hasMessageContaining("2 of 2 tasks wait for approval")
                .hasMessageContaining("'WAIT_APPROVE'")
                .hasMessageContaining("onApproval");
    }

    @Test
    void anApprovalThatIsReadBackIsAnOutcomeOfItsOwn() {
        bench.weData.switches().international(true).versionsNeedApproval(true);
        List<String> ids = bench.tasks(1);
        OperationResult unstable = bench.run(batch(ids, Reaction.FAIL, Reaction.UNSTABLE));
        assertThat(unstable.values())
                .containsEntry("outcome", "APPROVAL_PENDING")
                .containsEntry("approvals", Map.of(ids.get(0), "WAIT_APPROVE"));
        assertThat(unstable.unstable()).isPresent();
        OperationResult proceed = bench.run(batch(ids, Reaction.FAIL, Reaction.PROCEED));
        assertThat(proceed.values()).containsEntry("outcome", "APPROVAL_PENDING");
        assertThat(proceed.unstable()).isEmpty();
        assertThat(bench.log).anyMatch(line -> line.contains("'WAIT_APPROVE'"));
    }

    @Test
    void aLostStartOfVersionsThatNeedApprovalIsNoSuccessEither() {
        bench.weData.switches().international(true).versionsNeedApproval(true);
        bench.fault("lost-reply:BatchCreateTaskVersionAsync:1");
        assertThat(bench.run(batch(bench.tasks(1), Reaction.FAIL, Reaction.PROCEED))
                        .values())
                .containsEntry("outcome", "APPROVAL_PENDING");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"ApproveStatus\":\"\u5f85\u5ba1\u6279\"",
                "\"ApproveStatus\":\"Pending\\u001b\",\"UsedVersion\":false",
                "\"ApproveStatus\":\"anything\",\"Status\":\"N\",\"UsedVersion\":null"
            })
    void anyTextOfAnApprovalIsPendingUntilTheVersionIsInUse(String members) {
        assertThat(approvals(members)).containsOnlyKeys(TASK);
        assertThat(approvals(members).get(TASK)).doesNotContain("\u001b");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"ApproveStatus\":null",
                "\"ApproveStatus\":\" \"",
                "\"ApproveStatus\":\"\u5df2\u901a\u8fc7\",\"UsedVersion\":true",
                "\"ApproveStatus\":\"Approved\",\"Status\":\"Y\""
            })
    void noTextOrAVersionInUseWaitsForNobody(String members) {
        assertThat(approvals(members)).isEmpty();
    }

    private static Map<String, String> approvals(String members) {
        CannedWeData weData = new CannedWeData(body -> "\"Data\":{\"Items\":[{\"VersionId\":\"v\",\"VersionRemark\":\""
                + MARK + "\"," + members + "}],\"TotalCount\":1}");
        VersionReadBack readBack = new VersionReadBack(weData.session, PROJECT, List.of(TASK), MARK);
        assertThat(readBack.look()).isCompletedWithValue(List.of());
        return readBack.approvals();
    }

    private static BatchVersionOperation batch(List<String> ids, Reaction onPartial, Reaction onApproval) {
        List<BatchCreateTaskVersionDTO> tasks = ids.stream()
                .map(id -> new BatchCreateTaskVersionDTO(id, "nightly " + MARK, null))
                .toList();
        return new BatchVersionOperation(
                new BatchCreateTaskVersionAsync(tasks, PROJECT, null, null, null, null, null, null, null),
                new BatchWaitOptions(true, Duration.ofMinutes(60), onPartial, onApproval, Optional.of(MARK)));
    }
}
