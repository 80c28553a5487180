package io.jenkins.plugins.wedata.emulator;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** A job that makes versions of many tasks. Guarded by the world it is in. */
final class BatchJob {

    /**
     * One task of the job.
     *
     * @param processId the number of the work on it
     * @param taskId the task's id
     * @param name the task's name; its id when there is no such task
     * @param task the task; null when there is none
     * @param remark the version's note
     * @param failure why it will fail; null when it will not
     */
    record Item(
            long processId,
            String taskId,
            String name,
            @CheckForNull StoredTask task,
            String remark,
            @CheckForNull String failure) {}

    /**
     * What the request asked for.
     *
     * @param projectId the project
     * @param uin who asked
     * @param autoRun whether versions run at once
     * @param needCheckParentSubmitted stored, not acted on
     * @param needApprove whether the versions wait for an approver
     */
    record Order(
            String projectId, String uin, boolean autoRun, boolean needCheckParentSubmitted, boolean needApprove) {}

    private static final String FIRST = JobEnd.CREATING.name();
    private static final String SECOND = JobEnd.INIT.name();
    private static final String THIRD = JobEnd.RUNNING.name();

    final long jobId;
    final Order order;
    final List<Item> items;
    private final JobEnd end;
    private final Pace pace;
    private final Instant madeAt;
    private int looks;
    private int done;

    @CheckForNull
    private String status = FIRST;

    BatchJob(long jobId, Order order, List<Item> items, JobEnd end, Pace pace, Instant madeAt) {
        this.jobId = jobId;
        this.order = order;
        this.items = List.copyOf(items);
        this.end = end;
        this.pace = pace;
        this.madeAt = madeAt;
    }

    void look() {
        looks++;
    }

    /** Goes on to where the job is by now. */
    void settle(Instant now, Ids ids) {
        int target = pace.isByLooks() ? settleByLooks() : settleByTime(Duration.between(madeAt, now));
        for (; done < target; done++) {
            Item item = items.get(done);
            StoredTask task = item.task();
            if (item.failure() == null && task != null) {
                Instant when = pace.isByLooks() ? now : madeAt.plus(ending(done));
                String versionId = item.taskId() + "_" + ids.digits(when);
                task.submit(versionId, item.remark(), order.uin(), when, order.autoRun(), order.needApprove());
            }
        }
    }

    private Duration ending(int item) {
        return pace.creating().plus(pace.waiting()).plus(pace.eachTask().multipliedBy(item + 1L));
    }

    private int settleByLooks() {
        int running = pace.runningLooks();
        if (looks <= 1 || end == JobEnd.CREATING) {
            return at(FIRST, 0);
        }
        if (looks == 2 || end == JobEnd.INIT) {
            return at(SECOND, 0);
        }
        int turn = Math.min(looks - 2, running + 1);
        if (end == JobEnd.RUNNING) {
            return at(THIRD, Math.min(items.size() * turn / (running + 1), items.size() - 1));
        }
        return turn <= running ? at(THIRD, items.size() * turn / (running + 1)) : atTheEnd();
    }

    private int settleByTime(Duration elapsed) {
        if (elapsed.compareTo(pace.creating()) < 0 || end == JobEnd.CREATING) {
            return at(FIRST, 0);
        }
        if (elapsed.compareTo(pace.creating().plus(pace.waiting())) < 0 || end == JobEnd.INIT) {
            return at(SECOND, 0);
        }
        int over = tasksWithin(elapsed.minus(pace.creating()).minus(pace.waiting()));
        if (end == JobEnd.RUNNING) {
            return at(THIRD, Math.min(over, items.size() - 1));
        }
        return over < items.size() ? at(THIRD, over) : atTheEnd();
    }

    private int tasksWithin(Duration running) {
        boolean atOnce = pace.eachTask().isZero();
        return atOnce ? items.size() : (int) Math.min(items.size(), running.dividedBy(pace.eachTask()));
    }

    private int at(String state, int tasksDone) {
        status = state;
        return tasksDone;
    }

    private int atTheEnd() {
        int failed = (int) items.stream().filter(item -> item.failure() != null).count();
        status = end.wireValue(failed, items.size());
        return items.size();
    }

    /** Whether nothing will change any more. */
    boolean isOver() {
        return done == items.size();
    }

    @CheckForNull
    String status() {
        return status;
    }

    /** The tasks done so far that went well, or those that failed. */
    List<Item> done(boolean failed) {
        return items.stream()
                .limit(done)
                .filter(item -> (item.failure() != null) == failed)
                .toList();
    }

    boolean has(String taskId) {
        return items.stream().anyMatch(item -> item.taskId().equals(taskId));
    }

    JobSnapshot snapshot() {
        return new JobSnapshot(
                jobId,
                order.projectId(),
                status,
                done(false).stream().map(Item::taskId).toList(),
                done(true).stream().map(Item::taskId).toList(),
                items.size(),
                order.autoRun(),
                order.needCheckParentSubmitted());
    }
}
