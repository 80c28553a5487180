package io.jenkins.plugins.wedata.emulator;

import java.time.Instant;

/**
 * A project.
 *
 * @param projectId its id
 * @param name its name
 * @param createTime when it was made
 */
record StoredProject(String projectId, String name, Instant createTime) {}
