package io.jenkins.plugins.wedata.operation;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.wedata.api.PlainText;
import io.jenkins.plugins.wedata.client.CallDoubtfulException;
import io.jenkins.plugins.wedata.client.CallException;
import io.jenkins.plugins.wedata.client.CallUnknownException;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** The one write that makes a task, and the looks that settle it when its reply says nothing. */
final class TaskCreation {

    /** When to look for a task whose creation was not answered: a late write can land more than a minute later. */
    private static final List<Duration> PAUSES = List.of(
            Duration.ofSeconds(1),
            Duration.ofSeconds(4),
            Duration.ofSeconds(10),
            Duration.ofSeconds(15),
            Duration.ofSeconds(30),
            Duration.ofSeconds(30));

    private static final int LONGEST = 500;

    private final Session session;
    private final NewTask task;

    TaskCreation(Session session, NewTask task) {
        this.session = session;
        this.task = task;
    }

    /** Sends the write, once, and completes with what it made. */
    CompletableFuture<Progress> create() {
        session.log().milestone("Creating task '" + task.taskName() + "' by " + task.actionName());
        CompletableFuture<Progress> created = task.create(session).thenApply(reply -> {
            session.log().milestone("Created task '" + task.taskName() + "': " + reply.result());
            return Progress.written(reply.result(), reply.requestId(), session.now());
        });
        created = Async.recover(
                created,
                CallDoubtfulException.class,
                doubt -> look(doubt).thenApply(found -> adopt(found, doubt).orElseThrow(() -> doubt)));
        return Async.recover(created, CallUnknownException.class, this::settle);
    }

    /** Looks until the task is there, or the time for it is over. */
    CompletableFuture<Progress> settle(@CheckForNull CallException lost) {
        Iterator<Duration> pauses = PAUSES.iterator();
        return PollLoop.until(
                session,
                pauses::next,
                () -> look(lost).thenApply(found -> {
                    Optional<Progress> adopted = adopt(found, lost);
                    if (adopted.isEmpty() && !pauses.hasNext()) {
                        throw unknown("no task of that name has appeared in 90 s", lost);
                    }
                    return adopted;
                }));
    }

    private CompletableFuture<List<String>> look(@CheckForNull CallException lost) {
        return Async.recover(
                new TaskLookUp(session, task).ids(),
                CallException.class,
                unread -> CompletableFuture.failedFuture(
                        unknown("the workflow's tasks can't be read: " + unread.getMessage(), lost)));
    }

    private Optional<Progress> adopt(List<String> found, @CheckForNull CallException lost) {
        if (found.isEmpty()) {
            return Optional.empty();
        }
        if (found.size() > 1) {
            throw unknown(
                    "there are now " + found.size() + " tasks of that name: "
                            + PlainText.line(String.join(", ", found), LONGEST),
                    lost);
        }
        session.log()
                .milestone("The creation of task '" + task.taskName() + "' was not answered, but the task is there: "
                        + found.get(0) + " is taken for it");
        return Optional.of(Progress.written(found.get(0), null, session.now()));
    }

    private OutcomeUnknownException unknown(String finding, @CheckForNull CallException lost) {
        return new OutcomeUnknownException(
                "Whether task '" + task.taskName()
                        + "' was created is unknown: the call may have taken effect, it was not answered, and "
                        + finding
                        + ". Look in workflow " + task.workflowId() + " of project " + task.projectId()
                        + "; when the task is there, run again with ifExists: 'REUSE'"
                        + (lost == null ? "" : ". " + lost.getMessage()),
                lost);
    }
}
