package io.jenkins.plugins.wedata.operation;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.util.Map;
import java.util.Optional;

/**
 * A batch job that another build started, or may have started.
 *
 * @param jobId the job's number; null when its start was not answered
 * @param projectId the id of the job's project
 * @param traces by what it can be recognised; null when that is not known
 * @param requestId WeData's own number of the start; null when it is not known
 * @param result what a script got of a job that has ended; null of one that has not, or of which it is not known
 * @param unstable why that build was marked unstable; null when it was not
 */
public record EarlierJob(
        @CheckForNull Long jobId,
        String projectId,
        @CheckForNull Traces traces,
        @CheckForNull String requestId,
        @CheckForNull Map<String, Object> result,
        @CheckForNull String unstable) {

    /** What it came to; empty when it has to be waited for. */
    public Optional<OperationResult> concluded() {
        return Optional.ofNullable(result).map(values -> new OperationResult(values, Optional.ofNullable(unstable)));
    }

    /** The same without what nobody needs of a job that has ended. */
    EarlierJob inShort() {
        return result == null || traces == null
                ? this
                : new EarlierJob(jobId, projectId, null, requestId, result, unstable);
    }

    /** By what it can be recognised, be it nothing. */
    Traces known() {
        return traces == null ? Traces.NONE : traces;
    }

    /**
     * What two builds, or two steps of one, tell of the same job.
     *
     * @param other what the other tells
     * @return what both tell: its end, if one of them knows it
     */
    public EarlierJob and(EarlierJob other) {
        EarlierJob ended = result == null ? other : this;
        boolean knowsMore = known().taskIds().isEmpty() || known().mark() == null;
        return new EarlierJob(
                jobId,
                projectId,
                knowsMore && other.traces != null ? other.traces : traces,
                requestId == null ? other.requestId : requestId,
                ended.result,
                ended.unstable);
    }
}
