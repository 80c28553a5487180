package io.jenkins.plugins.wedata.operation;

import io.jenkins.plugins.wedata.api.PlainText;
import io.jenkins.plugins.wedata.api.Problems;
import io.jenkins.plugins.wedata.client.CallRefusedException;
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

    private static final int LONGEST = 500;
    private static final String DUPLICATE_NAME = "InvalidParameter.DuplicateName";

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
                    .thenCompose(kept -> new TaskCreation(session, task).create())
                    .thenCompose(made -> checkpoint.reached(made).thenApply(kept -> result(made, true)));
            return Async.recover(created, CallRefusedException.class, refused -> reuseIfTaken(session, refused));
        });
    }

    /** A name that another has taken between the look and the write. */
    private CompletableFuture<OperationResult> reuseIfTaken(Session session, CallRefusedException refused) {
        if (ifExists != IfExists.REUSE || !refused.code().equals(DUPLICATE_NAME)) {
            return CompletableFuture.failedFuture(refused);
        }
        return new TaskLookUp(session, task).ids().thenCompose(found -> {
            if (found.isEmpty()) {
                throw refused;
            }
            return existing(session, found);
        });
    }

    private CompletableFuture<OperationResult> existing(Session session, List<String> ids) {
        String where = "named '" + task.taskName() + "' in workflow " + task.workflowId();
        if (ifExists == IfExists.FAIL) {
            return CompletableFuture.failedFuture(new OperationFailedException(
                    "A task " + where + " is there already: " + PlainText.line(String.join(", ", ids), LONGEST)
                            + ". Nothing was created. ifExists: 'REUSE' takes it for the one wanted"));
        }
        if (ids.size() > 1) {
            return CompletableFuture.failedFuture(new OperationFailedException("There are " + ids.size() + " tasks "
                    + where + ": " + PlainText.line(String.join(", ", ids), LONGEST)
                    + ". Nothing was created, and none can be reused for sure"));
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
                : new TaskCreation(session, task).settle(null).thenApply(made -> result(made, true));
    }

    @Override
    public Optional<String> leftBehind(Progress reached) {
        return Optional.of(
                reached.stage() == Progress.Stage.WRITTEN
                        ? "Task '" + task.taskName() + "' was created: "
                                + PlainText.line(String.valueOf(reached.id()), LONGEST)
                        : "The creation of task '" + task.taskName() + "' was under way: look in workflow "
                                + task.workflowId() + " whether it is there");
    }
}
