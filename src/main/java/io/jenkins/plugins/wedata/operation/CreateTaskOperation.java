package io.jenkins.plugins.wedata.operation;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.wedata.api.Problems;
import io.jenkins.plugins.wedata.client.CallDoubtfulException;
import io.jenkins.plugins.wedata.client.CallException;
import io.jenkins.plugins.wedata.client.CallRefusedException;
import io.jenkins.plugins.wedata.client.CallUnknownException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Makes a task, once. Before the write it looks for a task of that name in the workflow, so that none is there when the
 * write is sent; when the reply is lost, exactly one task of that name is therefore the one that was made.
 */
public final class CreateTaskOperation implements Operation {

    private static final String DUPLICATE_NAME = "InvalidParameter.DuplicateName";

    /** When to look for a task whose creation was not answered: a late write can land more than a minute later. */
    private static final List<Duration> LOOKS = List.of(
            Duration.ofSeconds(1),
            Duration.ofSeconds(4),
            Duration.ofSeconds(10),
            Duration.ofSeconds(15),
            Duration.ofSeconds(30),
            Duration.ofSeconds(30));

    private final NewTask task;
    private final IfExists ifExists;

    /**
     * Plans the creation.
     *
     * @param task what to make
     * @param ifExists what to do when a task of that name is there
     */
    public CreateTaskOperation(NewTask task, IfExists ifExists) {
        this.task = task;
        this.ifExists = ifExists;
    }

    @Override
    public void check(Problems problems) {
        task.check(problems);
    }

    @Override
    public CompletableFuture<OperationResult> run(Session session, Checkpoint checkpoint) {
        return new TaskLookUp(session, task).ids().thenCompose(there -> {
            if (!there.isEmpty()) {
                return existing(session, there);
            }
            CompletableFuture<OperationResult> created = checkpoint
                    .reached(Progress.intent(session.now()))
                    .thenCompose(kept -> create(session))
                    .thenCompose(made -> checkpoint.reached(made).thenApply(kept -> result(made, true)));
            return Async.recover(created, CallRefusedException.class, refused -> reuseIfTaken(session, refused));
        });
    }

    /** A name that another has taken between the look and the write. */
    private CompletableFuture<OperationResult> reuseIfTaken(Session session, CallRefusedException refused) {
        if (ifExists != IfExists.REUSE || !refused.code().equals(DUPLICATE_NAME)) {
            return CompletableFuture.failedFuture(refused);
        }
        return look(session).thenCompose(found -> {
            if (found.isEmpty()) {
                throw refused;
            }
            return existing(session, found);
        });
    }

    private CompletableFuture<Progress> create(Session session) {
        session.log().milestone("Creating task '" + task.taskName() + "' by " + task.actionName());
        CompletableFuture<Progress> created = task.create(session).thenApply(reply -> {
            session.log().milestone("Created task '" + task.taskName() + "': " + reply.result());
            return Progress.written(reply.result(), reply.requestId(), session.now());
        });
        created = Async.recover(
                created,
                CallDoubtfulException.class,
                doubt -> lookAfterWrite(session, doubt)
                        .thenApply(found -> adopt(session, found, doubt).orElseThrow(() -> doubt)));
        return Async.recover(created, CallUnknownException.class, lost -> settle(session, LOOKS, lost));
    }

    /** Looks until the task is there, or the time for it is over. */
    private CompletableFuture<Progress> settle(
            Session session, List<Duration> looks, @CheckForNull CallException lost) {
        if (looks.isEmpty()) {
            return CompletableFuture.failedFuture(unknown("no task of that name has appeared in 90 s", lost));
        }
        return session.pause(looks.get(0))
                .thenCompose(over -> lookAfterWrite(session, lost))
                .thenCompose(found -> {
                    Optional<Progress> adopted = adopt(session, found, lost);
                    return adopted.isPresent()
                            ? CompletableFuture.completedFuture(adopted.get())
                            : settle(session, looks.subList(1, looks.size()), lost);
                });
    }

    private CompletableFuture<List<String>> look(Session session) {
        return new TaskLookUp(session, task).ids();
    }

    private CompletableFuture<List<String>> lookAfterWrite(Session session, @CheckForNull CallException lost) {
        return Async.recover(
                look(session),
                CallException.class,
                unread -> CompletableFuture.failedFuture(
                        unknown("the workflow's tasks can't be read: " + unread.getMessage(), lost)));
    }

    private Optional<Progress> adopt(Session session, List<String> found, @CheckForNull CallException lost) {
        if (found.isEmpty()) {
            return Optional.empty();
        }
        if (found.size() > 1) {
            throw unknown("there are now " + found.size() + " tasks of that name: " + String.join(", ", found), lost);
        }
        session.log()
                .milestone("The creation of task '" + task.taskName() + "' was not answered, but the task is there: "
                        + found.get(0) + " is taken for it");
        return Optional.of(Progress.written(found.get(0), null, session.now()));
    }

    private OutcomeUnknownException unknown(String finding, @CheckForNull CallException lost) {
        return new OutcomeUnknownException(
                "Whether task '" + task.taskName() + "' was created is unknown: the call was not answered, and "
                        + finding
                        + ". Look in workflow " + task.workflowId() + " of project " + task.projectId()
                        + "; when the task is there, run again with ifExists: 'REUSE'"
                        + (lost == null ? "" : ". " + lost.getMessage()),
                lost);
    }

    private CompletableFuture<OperationResult> existing(Session session, List<String> ids) {
        String where = "named '" + task.taskName() + "' in workflow " + task.workflowId();
        if (ifExists == IfExists.FAIL) {
            return CompletableFuture.failedFuture(new OperationFailedException("A task " + where + " is there already: "
                    + String.join(", ", ids) + ". Nothing was created. ifExists: 'REUSE' takes it for the one wanted"));
        }
        if (ids.size() > 1) {
            return CompletableFuture.failedFuture(
                    new OperationFailedException("There are " + ids.size() + " tasks " + where + ": "
                            + String.join(", ", ids) + ". Nothing was created, and none can be reused for sure"));
        }
        session.log().milestone("Task '" + task.taskName() + "' is there already and is reused: " + ids.get(0));
        return CompletableFuture.completedFuture(result(Progress.written(ids.get(0), null, session.now()), false));
    }

    private OperationResult result(Progress made, boolean created) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("taskId", made.id());
        values.put("created", created);
        values.put("requestId", made.requestId());
        return OperationResult.of(values);
    }

    @Override
    public CompletableFuture<OperationResult> resume(Session session, Progress reached) {
        return reached.stage() == Progress.Stage.WRITTEN
                ? CompletableFuture.completedFuture(result(reached, true))
                : settle(session, LOOKS, null).thenApply(made -> result(made, true));
    }

    @Override
    public Optional<String> leftBehind(Progress reached) {
        return Optional.of(
                reached.stage() == Progress.Stage.WRITTEN
                        ? "Task '" + task.taskName() + "' was created: " + reached.id()
                        : "The creation of task '" + task.taskName() + "' was under way: look in workflow "
                                + task.workflowId() + " whether it is there");
    }
}
