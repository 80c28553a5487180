package io.jenkins.plugins.wedata.emulator;

import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.BiFunction;

/**
 * LockIntegrationTask, UnlockIntegrationTask and DescribeTaskLockStatus of version 2021-08-20. To take a lock that the
 * caller holds already goes well and changes nothing.
 */
final class LockActions {

    private static final String LOCK = "LockIntegrationTask";
    private static final String UNLOCK = "UnlockIntegrationTask";

    private final Tables tables;
    private final Ledger ledger;

    LockActions(Tables tables, Ledger ledger) {
        this.tables = tables;
        this.ledger = ledger;
    }

    List<ActionHandler> handlers() {
        return List.of(
                new ActionHandler(
                        LOCK,
                        ActionHandler.V2021,
                        false,
                        (caller, request) -> change(LOCK, caller, request, this::lock)),
                new ActionHandler(
                        UNLOCK,
                        ActionHandler.V2021,
                        false,
                        (caller, request) -> change(UNLOCK, caller, request, this::unlock)),
                new ActionHandler("DescribeTaskLockStatus", ActionHandler.V2021, false, this::describe));
    }

    /**
     * Refuses what somebody else's lock hinders.
     *
     * @param undone what cannot be done to the task, in the service's words
     */
    static void refuseLocked(IntegrationTask task, Caller caller, String undone) {
        task.locker().filter(holder -> !holder.equals(caller.uin())).ifPresent(holder -> {
            throw new ServiceError(
                    "UnsupportedOperation",
                    "CloudApiException: The current task is locked by " + holder + " and cannot be " + undone);
        });
    }

    private ActionHandler.Work change(
            String action, Caller caller, Parameters request, BiFunction<IntegrationTask, Caller, Boolean> change) {
        String taskId = request.text("TaskId");
        String projectId = request.text("ProjectId");
        return () -> {
            IntegrationTask task = tables.requireIntegrationTask(projectId, taskId);
            if (tables.switches.answersFalse(action)) {
                return Json.data(BooleanNode.FALSE);
            }
            if (change.apply(task, caller)) {
                ledger.tookEffect(action);
            }
            return Json.data(BooleanNode.TRUE);
        };
    }

    private boolean lock(IntegrationTask task, Caller caller) {
        refuseLocked(task, caller, "locked");
        boolean free = task.locker().isEmpty();
        task.locker(caller.uin());
        return free;
    }

    private boolean unlock(IntegrationTask task, Caller caller) {
        if (task.locker().filter(caller.uin()::equals).isEmpty()) {
            throw new ServiceError(
                    "FailedOperation.NoLock", "The account " + caller.uin() + " does not hold the lock of the task.");
        }
        task.locker(null);
        return true;
    }

    private ActionHandler.Work describe(Caller caller, Parameters request) {
        String taskId = request.text("TaskId");
        String projectId = request.text("ProjectId");
        request.integer("TaskType");
        return () -> {
            IntegrationTask task = tables.requireIntegrationTask(projectId, taskId);
            boolean callers = task.locker().filter(caller.uin()::equals).isPresent();
            ObjectNode response = Json.object();
            response.putObject("TaskLockStatus")
                    .put("TaskId", taskId)
                    .put("Locker", task.locker().orElse(""))
                    .put("IsLocker", callers ? 1 : 0)
                    .put("IsRob", task.locker().isPresent() && !callers ? 1 : 0);
            return response;
        };
    }
}
