package io.jenkins.plugins.wedata.emulator;

import java.time.Instant;

/**
 * A workflow.
 *
 * @param projectId the project it is in
 * @param workflowId its id
 * @param name its name
 * @param kind what makes it run
 * @param folderId the folder it is in
 * @param createTime when it was made
 */
record StoredWorkflow(
        String projectId, String workflowId, String name, WorkflowKind kind, String folderId, Instant createTime) {}
