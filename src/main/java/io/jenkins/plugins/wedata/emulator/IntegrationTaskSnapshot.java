package io.jenkins.plugins.wedata.emulator;

import edu.umd.cs.findbugs.annotations.CheckForNull;

/**
 * An integration task, as it was when it was asked for.
 *
 * @param projectId the project's id
 * @param taskId a letter and a UUID, or 17 digits
 * @param taskName the name
 * @param taskType 201 real-time, 202 offline
 * @param status 1 not started, 2 operating, 3 running, 7 failed, and so on
 * @param instanceVersion the number of its latest version, 0 when it has none
 * @param locker the account that holds its lock, null when nobody does
 */
public record IntegrationTaskSnapshot(
        String projectId,
        String taskId,
        String taskName,
        long taskType,
        long status,
        long instanceVersion,
        @CheckForNull String locker) {}
