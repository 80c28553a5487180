package io.jenkins.plugins.wedata.api;

import edu.umd.cs.findbugs.annotations.CheckForNull;

/**
 * A parameter that a trigger task gives out; CreateTriggerTask, version 2025-08-06.
 *
 * @param paramKey the parameter's name
 * @param paramValue the parameter's value
 */
public record OutTaskParameter(
        @CheckForNull String paramKey, @CheckForNull String paramValue) {}
