package io.jenkins.plugins.wedata.api;

import edu.umd.cs.findbugs.annotations.CheckForNull;

/**
 * What may be changed of what a task is; WeData's structures {@code UpdateTaskBaseAttributePart} and
 * {@code UpdateTriggerTaskBaseAttributePart}, version 2025-08-06, which have the same members. A task's type and workflow are
 * not among them.
 *
 * @param taskName its name
 * @param ownerUin its owner's account
 * @param taskDescription its note
 * @param taskFolderPath a folder below that of its kind of node, such as {@code /tf_01}, which must exist
 */
public record UpdateTaskBaseAttributePart(
        @CheckForNull String taskName,
        @CheckForNull String ownerUin,
        @CheckForNull String taskDescription,
        @CheckForNull String taskFolderPath) {}
