package io.jenkins.plugins.wedata.operation;

import io.jenkins.plugins.wedata.api.ListTaskVersions;
import io.jenkins.plugins.wedata.client.CallException;
import io.jenkins.plugins.wedata.client.CallRefusedException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Predicate;

/**
 * Confirms the versions of a batch one by one, where WeData does not tell how far a job is: a task's version is ours when
 * its remark carries our mark.
 */
final class VersionReadBack {

    private final Session session;
    private final String projectId;
    private final String mark;
    private final Set<String> missing;
    private final int total;
    private final PollSchedule schedule =
            new PollSchedule(() -> ThreadLocalRandom.current().nextDouble());

    VersionReadBack(Session session, String projectId, Collection<String> taskIds, String mark) {
        this.session = session;
        this.projectId = projectId;
        this.mark = mark;
        this.missing = new LinkedHashSet<>(taskIds);
        this.total = missing.size();
    }

    /** Looks until every version is there or the time is over; completes with the tasks still without one. */
    CompletableFuture<List<String>> untilConfirmed(Instant deadline) {
        return lookUntil(deadline, List::isEmpty);
    }

    /** Looks until the first version is there or the time is over; completes with whether one is. */
    CompletableFuture<Boolean> untilAnyConfirmed(Instant deadline) {
        return lookUntil(deadline, stillMissing -> stillMissing.size() < total)
                .thenApply(stillMissing -> stillMissing.size() < total);
    }

    private CompletableFuture<List<String>> lookUntil(Instant deadline, Predicate<List<String>> enough) {
        return PollLoop.lookingAtOnce(
                session,
                () -> schedule.nextDelay(Duration.between(session.now(), deadline)),
                () -> look().thenApply(stillMissing ->
                        enough.test(stillMissing) || !session.now().isBefore(deadline)
                                ? Optional.of(stillMissing)
                                : Optional.empty()));
    }

    /** Looks once at each task still missing. */
    CompletableFuture<List<String>> look() {
        List<String> asked = List.copyOf(missing);
        List<CompletableFuture<Boolean>> looks =
                asked.stream().map(taskId -> isThere(taskId, 1)).toList();
        return CompletableFuture.allOf(looks.toArray(CompletableFuture[]::new)).thenApply(all -> {
            int before = missing.size();
            for (int i = 0; i < asked.size(); i++) {
                if (looks.get(i).join()) {
                    missing.remove(asked.get(i));
                }
            }
            if (missing.size() < before) {
                session.log().milestone((total - missing.size()) + " of " + total + " versions confirmed");
            }
            return new ArrayList<>(missing);
        });
    }

    private CompletableFuture<Boolean> isThere(String taskId, long page) {
        CompletableFuture<Boolean> look = session.call(new ListTaskVersions(
                        projectId, taskId, ListTaskVersions.SUBMIT, page, ListTaskVersions.LARGEST_PAGE, null))
                .thenCompose(reply -> {
                    List<ListTaskVersions.TaskVersion> items = reply.result().items();
                    if (items.stream().anyMatch(this::isOurs)) {
                        return CompletableFuture.completedFuture(true);
                    }
                    return items.size() < ListTaskVersions.LARGEST_PAGE
                            ? CompletableFuture.completedFuture(false)
                            : isThere(taskId, page + 1);
                });
        return Async.recover(
                look,
                CallException.class,
                unread -> unread instanceof CallRefusedException
                        ? CompletableFuture.failedFuture(unread)
                        : CompletableFuture.completedFuture(false));
    }

    private boolean isOurs(ListTaskVersions.TaskVersion version) {
        String remark = version.versionRemark();
        return remark != null && remark.contains(mark);
    }
}
