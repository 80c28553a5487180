package io.jenkins.plugins.wedata.operation;

import io.jenkins.plugins.wedata.api.ListTaskVersions;
import io.jenkins.plugins.wedata.api.ListTaskVersions.TaskVersion;
import io.jenkins.plugins.wedata.api.PlainText;
import io.jenkins.plugins.wedata.client.CallException;
import io.jenkins.plugins.wedata.client.CallRefusedException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Confirms the versions of a batch one by one, where WeData does not tell how far a job is: a task's version is ours when
 * its remark carries our mark.
 */
final class VersionReadBack {

    private static final int LONGEST = 100;

    private final Session session;
    private final String projectId;
    private final String mark;
    private final Map<String, String> approvals = new LinkedHashMap<>();
    private final Set<String> missing;
    private final int total;
    private final PollSchedule schedule;
    private final UnreadTime unread = new UnreadTime();

    VersionReadBack(Session session, String projectId, Collection<String> taskIds, String mark) {
        this.session = session;
        this.schedule = new PollSchedule(mark, session::now);
        this.projectId = projectId;
        this.mark = mark;
        this.missing = new LinkedHashSet<>(taskIds);
        this.total = missing.size();
    }

    /** Looks until every version is there or the time is over; completes with the tasks still without one. */
    CompletableFuture<List<String>> untilConfirmed(Instant deadline) {
        return lookUntil(deadline, stillMissing -> stillMissing.isEmpty() || isOver(deadline));
    }

    /**
     * Looks until the first version is there or the time is over; completes with whether one is. That none is, is not
     * believed of looks that showed nothing: these go on until one can be read, or fail.
     */
    CompletableFuture<Boolean> untilAnyConfirmed(Instant deadline) {
        return lookUntil(deadline, stillMissing -> stillMissing.size() < total || isOver(deadline) && unread.isOver())
                .thenApply(stillMissing -> stillMissing.size() < total);
    }

    private boolean isOver(Instant deadline) {
        return !session.now().isBefore(deadline);
    }

    private CompletableFuture<List<String>> lookUntil(Instant deadline, Predicate<List<String>> isEnough) {
        return PollLoop.lookingAtOnce(
                session,
                () -> schedule.nextDelay(
                        isOver(deadline) ? UnreadTime.TOLERANCE : Duration.between(session.now(), deadline)),
                () -> lookAndTell()
                        .thenApply(stillMissing -> Optional.of(stillMissing).filter(isEnough)));
    }

    private CompletableFuture<List<String>> lookAndTell() {
        Instant began = session.now();
        List<CallException> failed = Collections.synchronizedList(new ArrayList<>());
        int asked = missing.size();
        return look(taskId -> Listing.ofLooks(session, page -> submitted(taskId, page), TaskVersion::versionId), failed)
                .thenApply(stillMissing -> {
                    if (failed.isEmpty() || failed.size() < asked) {
                        unread.read(session.now())
                                .ifPresent(news -> session.log().milestone(Messages.VersionReadBack_About(news)));
                    } else {
                        unreadable(failed.get(0), began);
                    }
                    return stillMissing;
                });
    }

    private void unreadable(CallException failure, Instant began) {
        Instant now = session.now();
        unread.failed(began, now)
                .ifPresent(news ->
                        session.log().milestone(Messages.VersionReadBack_AboutTrouble(news, failure.getMessage())));
        if (unread.isTooLong(now)) {
            throw new OperationFailedException(
                    Messages.VersionReadBack_NotReadFor(
                            String.valueOf(missing.size()),
                            String.valueOf(total),
                            projectId,
                            Durations.inWords(UnreadTime.TOLERANCE),
                            failure.getMessage()),
                    failure);
        }
    }

    /** What WeData says of the approval of those confirmed versions that are not in use, by the task's id. */
    Map<String, String> approvals() {
        return Collections.unmodifiableMap(approvals);
    }

    /**
     * Looks once at each task; completes with those without a version. Fails as a look did when not every task could be
     * looked at and none has one: the version may be where nobody could look.
     */
    CompletableFuture<List<String>> look() {
        List<CallException> failed = Collections.synchronizedList(new ArrayList<>());
        return look(taskId -> Listing.of(session, page -> submitted(taskId, page), TaskVersion::versionId), failed)
                .thenApply(stillMissing -> {
                    if (stillMissing.size() == total && !failed.isEmpty()) {
                        throw failed.get(0);
                    }
                    return stillMissing;
                });
    }

    private CompletableFuture<List<String>> look(
            Function<String, Listing<TaskVersion>> versions, List<CallException> failed) {
        List<String> asked = List.copyOf(missing);
        List<CompletableFuture<Optional<TaskVersion>>> looks = asked.stream()
                .map(taskId -> find(versions.apply(taskId), failed))
                .toList();
        return CompletableFuture.allOf(looks.toArray(CompletableFuture[]::new)).thenApply(all -> {
            int before = missing.size();
            for (int i = 0; i < asked.size(); i++) {
                String taskId = asked.get(i);
                looks.get(i).join().ifPresent(version -> confirmed(taskId, version));
            }
            if (missing.size() < before) {
                long done = (long) total - missing.size();
                String news = Messages.VersionReadBack_Confirmed(String.valueOf(done), String.valueOf(total));
                session.log().milestone(news);
                session.log().seen(news);
                session.log().counted(new JobTally(null, "CONFIRMED_BY_VERSIONS", done, 0, (long) total));
            }
            return new ArrayList<>(missing);
        });
    }

    private void confirmed(String taskId, TaskVersion version) {
        missing.remove(taskId);
        version.pendingApproval().ifPresent(text -> approvals.put(taskId, PlainText.line(text, LONGEST)));
    }

    private CompletableFuture<Optional<TaskVersion>> find(Listing<TaskVersion> versions, List<CallException> failed) {
        return Async.recover(versions.first(this::isOurs), CallException.class, failure -> {
            failed.add(failure);
            return failure instanceof CallRefusedException
                    ? CompletableFuture.failedFuture(failure)
                    : CompletableFuture.completedFuture(Optional.empty());
        });
    }

    private ListTaskVersions submitted(String taskId, long page) {
        return new ListTaskVersions(
                projectId, taskId, ListTaskVersions.SUBMIT, page, ListTaskVersions.LARGEST_PAGE, null);
    }

    private boolean isOurs(TaskVersion version) {
        String remark = version.versionRemark();
        return remark != null && remark.contains(mark);
    }
}
