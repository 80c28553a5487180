package io.jenkins.plugins.wedata.api;

import edu.umd.cs.findbugs.annotations.CheckForNull;

/**
 * A workflow as the lists of version 2025-08-06 give it; WeData's structures {@code WorkflowInfo} and
 * {@code TriggerWorkflowInfo}.
 *
 * @param workflowId its id, a UUID
 * @param workflowName its name
 * @param workflowType {@code cycle} or {@code manual}; null for a trigger workflow
 * @param ownerUin its owner's account
 * @param createTime when it was made, {@code yyyy-MM-dd HH:mm:ss}
 * @param modifyTime when it was last changed
 * @param updateUserUin who changed it last
 * @param workflowDesc its note
 * @param createUserUin who made it
 */
public record WorkflowInfo(
        @CheckForNull String workflowId,
        @CheckForNull String workflowName,
        @CheckForNull String workflowType,
        @CheckForNull String ownerUin,
        @CheckForNull String createTime,
        @CheckForNull String modifyTime,
        @CheckForNull String updateUserUin,
        @CheckForNull String workflowDesc,
        @CheckForNull String createUserUin) {}
