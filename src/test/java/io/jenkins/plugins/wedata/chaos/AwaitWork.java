package io.jenkins.plugins.wedata.chaos;

import io.jenkins.plugins.wedata.api.ListBatchDetail;
import io.jenkins.plugins.wedata.emulator.World;
import io.jenkins.plugins.wedata.operation.AwaitJobOperation;
import io.jenkins.plugins.wedata.operation.BatchWaitOptions;
import io.jenkins.plugins.wedata.operation.Operation;
import io.jenkins.plugins.wedata.operation.Reaction;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Waits for a job that another step has started.
 *
 * @param batch what that step was asked to do
 * @param jobId what it reported
 */
record AwaitWork(BatchWork batch, long jobId) implements Work {

    @Override
    public Operation operation(boolean goingOn) {
        return new AwaitJobOperation(
                new ListBatchDetail(jobId, Place.PROJECT),
                batch.taskIds(),
                new BatchWaitOptions(
                        true, Duration.ofMinutes(20), Reaction.FAIL, Reaction.PROCEED, Optional.of(batch.remark())));
    }

    @Override
    public List<String> judge(Report report, World world) {
        return report.isSuccess() ? batch.judge(new Report(report.values(), null, null), world) : List.of();
    }
}
