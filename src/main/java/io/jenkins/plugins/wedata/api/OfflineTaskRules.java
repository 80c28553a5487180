package io.jenkins.plugins.wedata.api;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.util.Set;

/** The published rules of an offline integration task's schedule: fourteen members must be there once it is given. */
final class OfflineTaskRules {

    private final Problems problems;
    private final String path;

    OfflineTaskRules(Problems problems, String path) {
        this.problems = problems;
        this.path = path;
    }

    void check(OfflineTaskAddParam schedule) {
        require("WorkflowName", schedule.workflowName(), "the workflow's name, or an empty text");
        String dependency = schedule.dependencyWorkflow();
        if (dependency == null || !Set.of("", "yes", "no").contains(dependency)) {
            problems.add(path + ".DependencyWorkflow", dependency, "yes or no");
        }
        problems.requireText(path + ".StartTime", schedule.startTime(), "the first data time, yyyy-MM-dd HH:mm:ss");
        problems.requireText(path + ".EndTime", schedule.endTime(), "the last data time, yyyy-MM-dd HH:mm:ss");
        requireFrom(
                "CycleType", schedule.cycleType(), 0, 6, "0 cron, 1 minute, 2 hour, 3 day, 4 week, 5 month or 6 once");
        requireFrom(
                "CycleStep", schedule.cycleStep(), 0, Long.MAX_VALUE, "how many of the cycle's units lie between runs");
        requireFrom("DelayTime", schedule.delayTime(), 0, Long.MAX_VALUE, "a delay in minutes");
        requireCron(schedule);
        requireFrom("RetryWait", schedule.retryWait(), 0, Long.MAX_VALUE, "the wait between retries");
        requireFrom("Retriable", schedule.retriable(), 0, 1, "1 when it may be retried, else 0");
        requireFrom("TryLimit", schedule.tryLimit(), 0, Long.MAX_VALUE, "how often it may be retried");
        requireFrom("RunPriority", schedule.runPriority(), 0, Long.MAX_VALUE, "the priority, such as 6");
        require("ProductName", schedule.productName(), "the product, such as DATA_INTEGRATION");
        requireFrom("SelfDepend", schedule.selfDepend(), 1, 3, "1 orderly, 2 serial or 3 parallel");
    }

    private void requireCron(OfflineTaskAddParam schedule) {
        String field = path + ".CrontabExpression";
        if (Long.valueOf(0).equals(schedule.cycleType())) {
            problems.requireText(field, schedule.crontabExpression(), "the cron expression that CycleType 0 goes by");
        } else {
            require(
                    "CrontabExpression",
                    schedule.crontabExpression(),
                    "an empty text where CycleType is not 0: WeData wants it to be there");
        }
    }

    private void require(String member, @CheckForNull String value, String expected) {
        if (value == null) {
            problems.add(path + "." + member, null, expected);
        }
    }

    private void requireFrom(String member, @CheckForNull Long value, long least, long most, String expected) {
        if (value == null || value < least || value > most) {
            problems.add(path + "." + member, value, expected);
        }
    }
}
