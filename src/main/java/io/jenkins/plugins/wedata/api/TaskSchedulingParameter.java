package io.jenkins.plugins.wedata.api;

import edu.umd.cs.findbugs.annotations.CheckForNull;

/**
 * A variable that the scheduling of a trigger task fills; CreateTriggerTask, version 2025-08-06.
 *
 * @param paramKey the variable's name
 * @param paramValue the variable's value
 */
public record TaskSchedulingParameter(
        @CheckForNull String paramKey, @CheckForNull String paramValue) {}
