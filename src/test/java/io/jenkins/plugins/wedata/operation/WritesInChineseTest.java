package io.jenkins.plugins.wedata.operation;

import static io.jenkins.plugins.wedata.operation.Bench.INTEGRATION_TASK;
import static io.jenkins.plugins.wedata.operation.Bench.PROJECT;
import static io.jenkins.plugins.wedata.operation.Bench.WORKFLOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.wedata.Speaks;
import io.jenkins.plugins.wedata.api.BatchCreateTaskVersionAsync;
import io.jenkins.plugins.wedata.api.BatchCreateTaskVersionAsync.BatchCreateTaskVersionDTO;
import io.jenkins.plugins.wedata.api.CommitIntegrationTask;
import io.jenkins.plugins.wedata.api.CommitType;
import io.jenkins.plugins.wedata.api.IntegrationTaskStatus;
import io.jenkins.plugins.wedata.api.ListBatchDetail;
import io.jenkins.plugins.wedata.api.Problem;
import io.jenkins.plugins.wedata.api.Problems;
import io.jenkins.plugins.wedata.emulator.Pace;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What batches, commits and creations tell someone who reads Chinese, and that numbers stay numbers to copy. */
@Speaks("zh-CN")
class WritesInChineseTest {

    private static final String MARK = "[wedata release#7.12]";

    private final Bench bench = new Bench();

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void aBatchTellsItsBeginningAndItsEnd() {
        bench.run(batch(bench.tasks(2), Optional.of(MARK)));
        assertThat(bench.log)
                .contains("正在启动批量作业，为 2 个任务提交版本")
                .anyMatch(line -> line.matches("批量作业 [0-9]+ 已启动，无法取消"))
                .anyMatch(line -> line.matches("批量作业 [0-9]+ 已结束：SUCCESS，成功 2 个，失败 0 个"));
    }

    @Test
    void aBatchThatWasNotAnsweredIsOneSentenceInOneLanguage() {
        bench.fault("drop:BatchCreateTaskVersionAsync:1");
        assertThatThrownBy(() -> bench.run(batch(bench.tasks(1), Optional.of(MARK))))
                .isInstanceOf(OutcomeUnknownException.class)
                .hasMessageStartingWith("无法确定项目 " + PROJECT
                        + " 中 1 个任务的批量作业是否已启动，不会自动再次启动：请求可能已生效，但未收到应答，且在 90 秒内未查询到它的版本。"
                        + "请在 WeData 中查看各任务的版本，如没有相应版本，请重新运行。详情：");
        assertThat(bench.log).contains("启动批量作业的请求未收到应答：正在查询它的版本");
    }

    @Test
    void aBatchWithoutAMarkSaysWhyItCannotBeSettled() {
        bench.fault("lost-reply:BatchCreateTaskVersionAsync:1");
        assertThatThrownBy(() -> bench.run(batch(bench.tasks(1), Optional.empty())))
                .hasMessageContaining("但未收到应答，且因设置了 markRemark: false 而无法识别它的版本。");
    }

    @Test
    void aSiteThatShowsNoJobIsNamedBeforeTheVersionsAreReadBack() {
        bench.weData.switches().international(true);
        bench.run(batch(bench.tasks(2), Optional.of(MARK)));
        assertThat(bench.log)
                .anyMatch(line -> line.matches("该站点不提供批量作业 [0-9]+ 的进度，改为回读各任务的版本"))
                .contains("所有版本均已确认");
    }

    @Test
    void aJobThatTakesTooLongSaysHowToGoOnWithIt() {
        bench.weData.switches().pace(Pace.byLooks(100_000));
        assertThatThrownBy(() -> bench.run(batch(bench.tasks(1), Optional.of(MARK))))
                .isInstanceOf(WaitTimeoutException.class)
                .hasMessageStartingWith("项目 " + PROJECT + " 的批量作业 ")
                .hasMessageContaining(" 在 60 分钟后仍未结束。最后的状态为 ")
                .hasMessageContaining("作业在 WeData 中继续运行，且无法取消；如需继续等待：wedataAwaitJob(jobId: '")
                .hasMessageContaining("', projectId: '" + PROJECT + "')，并填写");
    }

    @Test
    void whatWaitsForApprovalIsQuotedAndListedAsInChinese() {
        bench.weData.switches().international(true).versionsNeedApproval(true);
        assertThatThrownBy(() -> bench.run(batch(bench.tasks(2), Optional.of(MARK))))
                .hasMessageStartingWith("2 个任务中有 2 个的版本等待审批（WeData 返回的审批状态：“WAIT_APPROVE”）：");
        assertThat(FailureReasons.inShort(
                        List.of(new FailedTask("7", "load", "no rights"), new FailedTask("8", "", "no rights")), 3))
                .isEqualTo("，3 个任务中有 2 个失败：7（load）：no rights；8：no rights");
        assertThat(EarlierResults.failure(
                        3, List.of(new OperationFailedException("甲"), new OperationFailedException("乙"))))
                .hasMessage("3 个批量作业中有 2 个未成功。甲。乙");
    }

    @Test
    void whatIsWrongIsSaidInChineseToo() {
        assertThat(wrongIn(new AwaitJobOperation(
                        new ListBatchDetail(1L, PROJECT), Collections.singletonList(" "), options(Optional.empty()))))
                .singleElement()
                .asString()
                .startsWith("tasks[0]：")
                .endsWith("作业中任务的 ID");
        assertThat(wrongIn(new CommitIntegrationOperation(
                        commit(CommitType.SUBMIT_ONLY, null),
                        true,
                        Duration.ofHours(1),
                        Reaction.FAIL,
                        false,
                        OnAbort.STOP)))
                .extracting(Problem::expected)
                .containsExactly("与之配合且会启动任务的 commitType：SUBMIT_ONLY 不启动任务", "与之配合的 commitType START：只停止由此步骤启动的任务");
        Problems problems = new Problems();
        Code.check(problems, "content", "x".repeat(20_000_000));
        assertThat(problems.all())
                .singleElement()
                .asString()
                .contains("20,000,000 字节")
                .contains("（UTF-8 编码）的代码，这是 WeData 的上限");
    }

    @Test
    void aCommitThatNeverAppearsSaysWhatWasThereBefore() {
        bench.run(operation("first"));
        bench.fault("drop:CommitIntegrationTask:1");
        assertThatThrownBy(() -> bench.run(operation("nightly")))
                .isInstanceOf(OutcomeUnknownException.class)
                .hasMessageStartingWith("无法确定集成任务 " + INTEGRATION_TASK
                        + " 是否已提交，不会自动再次提交：请求可能已生效，但在 " + LateEffect.LOOKED_FOR + "内未查询到新版本。请在项目 " + PROJECT
                        + " 中查看该任务的版本（提交前：版本 1），如没有本次提交的版本，请重新运行。详情：");
    }

    @Test
    void aCommitThatWasLookedUpNamesTheVersionThatIsTakenForIt() {
        bench.fault("lost-reply:CommitIntegrationTask:1");
        bench.run(operation("nightly"));
        assertThat(bench.log)
                .contains(
                        "集成任务 " + INTEGRATION_TASK + " 的提交请求未收到应答：正在查询它的版本",
                        "集成任务 " + INTEGRATION_TASK + " 的提交请求未收到应答，但已查询到它的版本，视为本次提交：版本 1。无法判断它是否等待审批");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "3 | | 5 | nightly | 版本的变化（提交前：版本 3；当前：版本 5）无法仅由本次提交解释",
                "0 | | 1 | weekly  | 新增的版本 1，其备注与本次提交不符，应来自其他提交",
                "0 | | 0 |         | 在 {90 s}内未查询到新版本",
                "  | |   |         | 各版本的版本号和时间 WeData 均未返回",
                "  | | 4 |         | 各版本的版本号和时间 WeData 均未返回"
            })
    void aChangeIsFoundInChinese(
            @CheckForNull Long was,
            @CheckForNull String wasAt,
            @CheckForNull Long is,
            @CheckForNull String remark,
            String finding) {
        CommitChange change = CommitChange.between(
                state(was, wasAt, null), state(is, null, remark), commit(CommitType.START, "nightly"));
        assertThat(change.finding()).isEqualTo(finding.replace("{90 s}", LateEffect.LOOKED_FOR.toString()));
    }

    @Test
    void aVersionIsNamedAsFarAsItIsKnown() {
        assertThat(state(0L, null, null).inWords()).isEqualTo("无版本");
        assertThat(state(1234L, null, null).inWords()).isEqualTo("版本 1234");
        assertThat(state(null, null, null).inWords()).isEqualTo("未编号的版本");
        assertThat(state(null, "2026-11-22", null).inWords()).isEqualTo("2026-11-22 的未编号版本");
    }

    @Test
    void whatACommitLeavesBehindSaysHowFarItWasAndWhatOfTheLock() {
        CommitIntegrationOperation operation = operation("nightly");
        assertThat(operation.leftBehind(Progress.preparing(bench.time.now()).remembering("locked")))
                .contains("集成任务 " + INTEGRATION_TASK + " 未提交。其编辑锁可能尚未释放：请在 WeData 中确认");
        assertThat(operation.leftBehind(Progress.intent(bench.time.now()).remembering("locked before 4|RUNNING|")))
                .contains("当时正在提交集成任务 " + INTEGRATION_TASK + "：请查看其版本，确认是否已提交（此前：版本 4）。其编辑锁可能尚未释放：请在 WeData 中确认");
        assertThat(operation.leftBehind(Progress.awaitingApproval(INTEGRATION_TASK, "r", "t-1", bench.time.now())))
                .contains("集成任务 " + INTEGRATION_TASK + " 已提交；等待审批 t-1");
        assertThat(operation.leftBehind(Progress.written(INTEGRATION_TASK, "r", bench.time.now())))
                .contains("集成任务 " + INTEGRATION_TASK + " 已提交；由此次提交启动的任务继续运行，" + "不再有步骤等待它：请前往 WeData 查看任务是否运行");
    }

    @Test
    void aCreationThatIsSentAgainSaysSo() {
        bench.fault("drop:CreateTaskNew:*");
        assertThatThrownBy(() -> bench.run(creation(OnUnknown.RESEND)))
                .isInstanceOf(OutcomeUnknownException.class)
                .hasMessageStartingWith("无法确定名为“load”的")
                .hasMessageContaining("是否已创建：请求可能已生效，但")
                .hasMessageContaining("，且在 " + LateEffect.LOOKED_FOR + "内未查询到该名称的")
                .hasMessageContaining("如已存在，请使用 ifExists: 'REUSE' 重新运行。详情：");
        assertThat(bench.log)
                .anyMatch(line -> line.matches("正在通过 CreateTaskNew 创建名为“load”的.+"))
                .anyMatch(line -> line.endsWith("也未查询到该任务：按 onUnknown: 'RESEND' 的设置再发送一次"));
    }

    @Test
    void whatACreationLeavesBehindSaysWhereToLook() {
        CreateTaskOperation operation = creation(OnUnknown.FAIL);
        assertThat(operation.leftBehind(Progress.intent(bench.time.now())))
                .hasValueSatisfying(left -> assertThat(left)
                        .startsWith("当时正在创建名为“load”的")
                        .contains(WORKFLOW, "：请在")
                        .endsWith(" 中查看是否已创建"));
        assertThat(operation.leftBehind(Progress.written("20261122", "r", bench.time.now())))
                .hasValueSatisfying(left -> assertThat(left).endsWith("已创建：20261122"));
    }

    @Test
    void numbersAreNotGroupedInEitherLanguage() {
        BatchVersionOperation many = batch(Collections.nCopies(1200, "20261122"), Optional.of(MARK));
        Progress intent = Progress.intent(bench.time.now());
        Progress written = Progress.written("12345678", "r", bench.time.now());
        assertThat(many.leftBehind(intent))
                .contains("当时正在为 1200 个任务启动批量作业：请查看各任务的版本，确认作业是否已启动；"
                        + "如需在其他构建中继续：wedataAwaitJob(fromBuild: '<本构建的编号或地址>')");
        assertThat(many.leftBehind(written).orElseThrow())
                .startsWith("批量作业 12345678：")
                .contains("jobId: '12345678'");
        Locale.setDefault(Locale.ENGLISH);
        assertThat(many.leftBehind(intent))
                .contains(
                        "The start of a batch job for 1200 tasks was under way: look at the tasks' versions whether it"
                                + " was started; to go on from another build:"
                                + " wedataAwaitJob(fromBuild: '<number or address of this build>')");
        assertThat(many.leftBehind(written).orElseThrow()).startsWith("Batch job 12345678: The job goes on");
    }

    private static List<Problem> wrongIn(Operation operation) {
        Problems problems = new Problems();
        operation.check(problems);
        return problems.all();
    }

    private static CommitState state(@CheckForNull Long number, @CheckForNull String at, @CheckForNull String remark) {
        return new CommitState(number, at, remark, IntegrationTaskStatus.UNKNOWN);
    }

    private static CommitIntegrationTask commit(CommitType type, @CheckForNull String note) {
        return new CommitIntegrationTask(
                INTEGRATION_TASK, PROJECT, type.wireValue(), 201L, null, note, null, null, null);
    }

    private static CommitIntegrationOperation operation(@CheckForNull String note) {
        return new CommitIntegrationOperation(
                commit(CommitType.SUBMIT_ONLY, note), false, Duration.ofHours(1), Reaction.FAIL);
    }

    private static CreateTaskOperation creation(OnUnknown onUnknown) {
        return new CreateTaskOperation(
                new NewTask(PROJECT, WORKFLOW, "load", 34L, "select 1", null, null, null, null, null, null, null),
                IfExists.FAIL,
                onUnknown);
    }

    private static BatchWaitOptions options(Optional<String> mark) {
        return new BatchWaitOptions(true, Duration.ofMinutes(60), Reaction.FAIL, Reaction.FAIL, mark);
    }

    private static BatchVersionOperation batch(List<String> ids, Optional<String> mark) {
        List<BatchCreateTaskVersionDTO> tasks = ids.stream()
                .map(id -> new BatchCreateTaskVersionDTO(id, "nightly " + mark.orElse(""), null))
                .toList();
        return new BatchVersionOperation(
                new BatchCreateTaskVersionAsync(tasks, PROJECT, null, null, null, null, null, null, null),
                options(mark));
    }
}
