package io.jenkins.plugins.wedata.api;

import edu.umd.cs.findbugs.annotations.CheckForNull;

/**
 * A task that another waits for; CreateTriggerTask, version 2025-08-06.
 *
 * @param taskId its id
 */
public record DependencyTriggerTaskBrief(@CheckForNull String taskId) {}
