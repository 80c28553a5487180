package io.jenkins.plugins.wedata.emulator;

/**
 * A workflow.
 *
 * @param projectId the project it is in
 * @param workflowId its id
 * @param name its name
 * @param folderId the folder it is in
 */
record StoredWorkflow(String projectId, String workflowId, String name, String folderId) {}
