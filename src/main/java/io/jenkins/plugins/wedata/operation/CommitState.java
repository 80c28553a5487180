package io.jenkins.plugins.wedata.operation;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.wedata.api.DescribeIntegrationTask;
import io.jenkins.plugins.wedata.api.DescribeIntegrationTask.TaskVersionInstance;
import io.jenkins.plugins.wedata.api.IntegrationTaskInfo;
import io.jenkins.plugins.wedata.api.IntegrationTaskStatus;
import io.jenkins.plugins.wedata.api.PlainText;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What DescribeIntegrationTask tells of the commits of a task. Most of it may be absent.
 *
 * @param number the number of the latest version, 0 before the first; null when it is not told
 * @param submittedAt when that version was made, in the service's words; null when it is not told
 * @param remark that version's note; null when it is not told, empty when it has none
 * @param status the task's state
 */
record CommitState(
        @CheckForNull Long number,
        @CheckForNull String submittedAt,
        @CheckForNull String remark,
        IntegrationTaskStatus status) {

    private static final int LONGEST = 40;
    private static final String SEPARATOR = "|";
    private static final Set<IntegrationTaskStatus> COME_BY_THEMSELVES =
            Set.of(IntegrationTaskStatus.RUN_FAILED, IntegrationTaskStatus.ABNORMAL, IntegrationTaskStatus.UNKNOWN);
    private static final Set<IntegrationTaskStatus> GO_BY_THEMSELVES =
            Set.of(IntegrationTaskStatus.OPERATING, IntegrationTaskStatus.STOPPING, IntegrationTaskStatus.UNKNOWN);

    static CommitState of(DescribeIntegrationTask.Result task) {
        IntegrationTaskInfo info = Objects.requireNonNull(task.taskInfo());
        Optional<TaskVersionInstance> version = Optional.ofNullable(task.taskVersion());
        Long number = latest(info.instanceVersion(), version);
        if (number == null && !isTrue(info.hasVersion()) && !isTrue(info.submit()) && version.isEmpty()) {
            number = 0L;
        }
        Long known = number;
        Optional<TaskVersionInstance> latest =
                version.filter(one -> one.instanceVersion() == null || Objects.equals(one.instanceVersion(), known));
        return new CommitState(
                number,
                latest.map(TaskVersionInstance::instanceDate)
                        .or(() -> lastDate(task.taskVersionList()))
                        .map(date -> PlainText.line(date, LONGEST).replace(SEPARATOR, " "))
                        .orElse(null),
                latest.map(one -> Objects.requireNonNullElse(one.versionDesc(), ""))
                        .orElse(null),
                IntegrationTaskStatus.of(info.status()));
    }

    @CheckForNull
    private static Long latest(@CheckForNull Long ofTask, Optional<TaskVersionInstance> version) {
        return Stream.concat(Stream.ofNullable(ofTask), version.map(TaskVersionInstance::instanceVersion).stream())
                .max(Long::compare)
                .orElse(null);
    }

    private static boolean isTrue(@CheckForNull Boolean flag) {
        return Boolean.TRUE.equals(flag);
    }

    private static Optional<String> lastDate(@CheckForNull List<TaskVersionInstance> versions) {
        return Stream.ofNullable(versions)
                .flatMap(List::stream)
                .filter(Objects::nonNull)
                .map(TaskVersionInstance::instanceDate)
                .filter(Objects::nonNull)
                .max(String::compareTo);
    }

    /** What must be remembered of it, as a text that {@link #recalled} understands. */
    String memo() {
        return (number == null ? "" : number)
                + SEPARATOR
                + status
                + SEPARATOR
                + (submittedAt == null ? "" : submittedAt);
    }

    /** Empty when that text is damaged. */
    static Optional<CommitState> recalled(String memo) {
        String[] parts = memo.split(Pattern.quote(SEPARATOR), 3);
        if (parts.length < 3) {
            return Optional.empty();
        }
        try {
            return Optional.of(new CommitState(
                    parts[0].isEmpty() ? null : Long.valueOf(parts[0]),
                    parts[2].isEmpty() ? null : parts[2],
                    null,
                    IntegrationTaskStatus.valueOf(parts[1])));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /**
     * Whether the task goes another way than before, as a commit that starts or restarts it makes it do, and not by itself:
     * as a run that fails, or the end of what was being done to it.
     */
    boolean isMovedSince(CommitState before) {
        return status != before.status
                && !COME_BY_THEMSELVES.contains(status)
                && !GO_BY_THEMSELVES.contains(before.status);
    }

    /** The latest version in words. */
    String inWords() {
        if (number == null) {
            return submittedAt == null
                    ? Messages.CommitState_WithoutNumber()
                    : Messages.CommitState_WithoutNumberOf(submittedAt);
        }
        return number == 0 ? Messages.CommitState_NoVersion() : Messages.CommitState_Version(String.valueOf(number));
    }
}
