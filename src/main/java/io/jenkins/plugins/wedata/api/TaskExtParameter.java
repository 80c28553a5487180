package io.jenkins.plugins.wedata.api;

import edu.umd.cs.findbugs.annotations.CheckForNull;

/**
 * A free extra of a trigger task; CreateTriggerTask, version 2025-08-06.
 *
 * @param paramKey the extra's name
 * @param paramValue the extra's value
 */
public record TaskExtParameter(
        @CheckForNull String paramKey, @CheckForNull String paramValue) {}
