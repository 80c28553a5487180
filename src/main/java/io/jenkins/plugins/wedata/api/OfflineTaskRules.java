package io.jenkins.plugins.wedata.api;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.util.Set;
import org.jvnet.localizer.Localizable;

/** The published rules of an offline integration task's schedule: fourteen members must be there once it is given. */
final class OfflineTaskRules {

    private final Problems problems;
    private final String path;

    OfflineTaskRules(Problems problems, String path) {
        this.problems = problems;
        this.path = path;
    }

    void check(OfflineTaskAddParam schedule) {
        require("WorkflowName", schedule.workflowName(), Messages._OfflineTaskRules_WorkflowName());
        String dependency = schedule.dependencyWorkflow();
        if (dependency == null || !Set.of("", "yes", "no").contains(dependency)) {
            problems.add(path + ".DependencyWorkflow", dependency, Messages._Problems_Either("yes", "no"));
        }
        problems.requireText(path, "StartTime", schedule.startTime(), Messages._OfflineTaskRules_StartTime());
        problems.requireText(path, "EndTime", schedule.endTime(), Messages._OfflineTaskRules_EndTime());
        requireFrom("CycleType", schedule.cycleType(), 0, 6, Messages._OfflineTaskRules_CycleType());
        requireFrom("CycleStep", schedule.cycleStep(), 0, Long.MAX_VALUE, Messages._OfflineTaskRules_CycleStep());
        requireFrom("DelayTime", schedule.delayTime(), 0, Long.MAX_VALUE, Messages._OfflineTaskRules_DelayTime());
        requireCron(schedule);
        requireFrom("RetryWait", schedule.retryWait(), 0, Long.MAX_VALUE, Messages._OfflineTaskRules_RetryWait());
        requireFrom("Retriable", schedule.retriable(), 0, 1, Messages._OfflineTaskRules_Retriable());
        requireFrom("TryLimit", schedule.tryLimit(), 0, Long.MAX_VALUE, Messages._OfflineTaskRules_TryLimit());
        requireFrom("RunPriority", schedule.runPriority(), 0, Long.MAX_VALUE, Messages._OfflineTaskRules_RunPriority());
        require("ProductName", schedule.productName(), Messages._OfflineTaskRules_ProductName());
        requireFrom("SelfDepend", schedule.selfDepend(), 1, 3, Messages._OfflineTaskRules_SelfDepend());
    }

    private void requireCron(OfflineTaskAddParam schedule) {
        String field = path + ".CrontabExpression";
        if (Long.valueOf(0).equals(schedule.cycleType())) {
            problems.requireText(field, schedule.crontabExpression(), Messages._OfflineTaskRules_Crontab());
        } else {
            require("CrontabExpression", schedule.crontabExpression(), Messages._OfflineTaskRules_NoCrontab());
        }
    }

    private void require(String member, @CheckForNull String value, Localizable expected) {
        if (value == null) {
            problems.add(path + "." + member, null, expected);
        }
    }

    private void requireFrom(String member, @CheckForNull Long value, long least, long most, Localizable expected) {
        if (value == null || value < least || value > most) {
            problems.add(path + "." + member, value, expected);
        }
    }
}
