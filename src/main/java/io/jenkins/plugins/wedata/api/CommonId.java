package io.jenkins.plugins.wedata.api;

import edu.umd.cs.findbugs.annotations.CheckForNull;

/**
 * The wrapper in which CreateTask (2021-08-20) returns an id.
 *
 * @param id the new task's id; 17 digits in the published samples
 */
public record CommonId(@CheckForNull String id) {}
