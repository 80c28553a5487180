package io.jenkins.plugins.wedata.api;

import edu.umd.cs.findbugs.annotations.CheckForNull;

/**
 * A free extra of a task, as a key and a value; CreateTask and CreateTaskNew, version 2021-08-20.
 *
 * @param key key
 * @param value value
 */
public record TaskExtInfo(
        @CheckForNull String key, @CheckForNull String value) {}
