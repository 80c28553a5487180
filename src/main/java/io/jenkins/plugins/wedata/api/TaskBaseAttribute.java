package io.jenkins.plugins.wedata.api;

import edu.umd.cs.findbugs.annotations.CheckForNull;

/**
 * A task as the lists of version 2025-08-06 give it; WeData's structures {@code TaskBaseAttribute} and
 * {@code TriggerTaskBaseAttribute}, which have the same members.
 *
 * @param taskId its id
 * @param taskTypeId the number of its type
 * @param workflowId the workflow that it belongs to
 * @param taskName its name
 * @param taskLatestVersionNo the last version that was saved, such as {@code V76}
 * @param taskLatestSubmitVersionNo the last version that was submitted
 * @param workflowName that workflow's name
 * @param status its state: {@code N} new, {@code Y} scheduled, and others
 * @param submit whether it was submitted
 * @param createTime when it was made, {@code yyyy-MM-dd HH:mm:ss}
 * @param lastUpdateTime when it was last changed
 * @param lastUpdateUserName who changed it last
 * @param lastOpsTime when it was last operated
 * @param lastOpsUserName who operated it last
 * @param ownerUin its owner's account
 * @param taskDescription its note
 * @param updateUserUin the account that changed it last
 * @param createUserUin the account that made it
 * @param taskFolderPath the path of its folder
 */
public record TaskBaseAttribute(
        @CheckForNull String taskId,
        @CheckForNull Long taskTypeId,
        @CheckForNull String workflowId,
        @CheckForNull String taskName,
        @CheckForNull String taskLatestVersionNo,
        @CheckForNull String taskLatestSubmitVersionNo,
        @CheckForNull String workflowName,
        @CheckForNull String status,
        @CheckForNull Boolean submit,
        @CheckForNull String createTime,
        @CheckForNull String lastUpdateTime,
        @CheckForNull String lastUpdateUserName,
        @CheckForNull String lastOpsTime,
        @CheckForNull String lastOpsUserName,
        @CheckForNull String ownerUin,
        @CheckForNull String taskDescription,
        @CheckForNull String updateUserUin,
        @CheckForNull String createUserUin,
        @CheckForNull String taskFolderPath) {}
