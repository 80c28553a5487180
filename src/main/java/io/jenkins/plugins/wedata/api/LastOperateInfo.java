package io.jenkins.plugins.wedata.api;

import edu.umd.cs.findbugs.annotations.CheckForNull;

/**
 * WeData's structure {@code LastOperateInfo}, version 2021-08-20.
 *
 * @param taskEvent what was done (mainland site only)
 * @param operateId operation id (mainland site only)
 * @param errorMsg failure text (mainland site only)
 * @param createdTime time text (mainland site only)
 * @param updatedTime time text (mainland site only)
 */
public record LastOperateInfo(
        @CheckForNull String taskEvent,
        @CheckForNull String operateId,
        @CheckForNull String errorMsg,
        @CheckForNull String createdTime,
        @CheckForNull String updatedTime) {}
