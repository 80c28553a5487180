package io.jenkins.plugins.wedata.api;

import edu.umd.cs.findbugs.annotations.CheckForNull;

/**
 * WeData's structure {@code TaskImportInfo}, version 2021-08-20.
 *
 * @param isImport import at all (mainland site only)
 * @param isNewWorkFlow make a new workflow (mainland site only)
 * @param workFlowFolderId folder id (mainland site only)
 * @param workFlowFolderName folder name (mainland site only)
 * @param workFlowId workflow id (mainland site only)
 * @param workFlowName workflow name (mainland site only)
 * @param taskNameExistMode on a name clash: 0 skip, 1 rename (mainland site only)
 * @param workFlowFolderPath folder path (mainland site only)
 */
public record TaskImportInfo(
        @CheckForNull Boolean isImport,
        @CheckForNull Boolean isNewWorkFlow,
        @CheckForNull String workFlowFolderId,
        @CheckForNull String workFlowFolderName,
        @CheckForNull String workFlowId,
        @CheckForNull String workFlowName,
        @CheckForNull Long taskNameExistMode,
        @CheckForNull String workFlowFolderPath) {}
