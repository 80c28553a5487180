package io.jenkins.plugins.wedata.emulator;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.util.List;

/**
 * A batch job, as it was when it was asked for.
 *
 * @param jobId its number
 * @param projectId the project's id
 * @param jobStatus its state on the wire; null when the service says nothing
 * @param successful the ids of the tasks that went well so far
 * @param failed the ids of the tasks that failed so far
 * @param total how many tasks it has
 * @param autoRun what the request said
 * @param needCheckParentSubmitted what the request said
 */
public record JobSnapshot(
        long jobId,
        String projectId,
        @CheckForNull String jobStatus,
        List<String> successful,
        List<String> failed,
        int total,
        boolean autoRun,
        boolean needCheckParentSubmitted) {

    /** Keeps copies. */
    public JobSnapshot {
        successful = List.copyOf(successful);
        failed = List.copyOf(failed);
    }
}
