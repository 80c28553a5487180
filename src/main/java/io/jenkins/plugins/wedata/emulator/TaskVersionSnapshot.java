package io.jenkins.plugins.wedata.emulator;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.time.Instant;

/**
 * A submitted version of a task, as it was when it was asked for.
 *
 * @param versionId the task's id, an underscore and 17 digits
 * @param versionNum {@code V1} and on
 * @param versionRemark its note; empty when none was given
 * @param approveStatus {@code WAIT_APPROVE} while it waits for an approver, else null
 * @param createUserUin who submitted it
 * @param createTime when
 * @param autoRun whether it was to run at once
 */
public record TaskVersionSnapshot(
        String versionId,
        String versionNum,
        String versionRemark,
        @CheckForNull String approveStatus,
        String createUserUin,
        Instant createTime,
        boolean autoRun) {}
