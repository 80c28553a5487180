package io.jenkins.plugins.wedata.api;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.util.List;

/**
 * A parameter that a trigger task takes in; CreateTriggerTask, version 2025-08-06.
 *
 * @param paramKey the parameter's name
 * @param paramDesc where it comes from, as {@code project.task.parameter}
 * @param fromTaskId the parent task's id
 * @param fromParamKey the name that the parent task gives it out by
 * @param type {@code TASK}, the service's default, or {@code CONSTANT} for a for-each task (not known to the oldest SDKs)
 */
public record InTaskParameter(
        @CheckForNull String paramKey,
        @CheckForNull String paramDesc,
        @CheckForNull String fromTaskId,
        @CheckForNull String fromParamKey,
        @CheckForNull String type) {

    /** What a parameter may be; the first is the service's default. */
    public static final List<String> TYPES = List.of("TASK", "CONSTANT");

    void check(Problems problems, String path) {
        problems.requireText(path, "paramKey", paramKey, Messages._InTaskParameter_ParamKey());
        problems.requireText(path, "paramDesc", paramDesc, Messages._InTaskParameter_ParamDesc());
        problems.requireText(path, "fromTaskId", fromTaskId, Messages._InTaskParameter_FromTaskId());
        problems.requireText(path, "fromParamKey", fromParamKey, Messages._InTaskParameter_FromParamKey());
        problems.requireOneOf(path + ".type", type, TYPES);
    }
}
