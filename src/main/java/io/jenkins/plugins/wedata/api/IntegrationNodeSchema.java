package io.jenkins.plugins.wedata.api;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.util.List;

/**
 * WeData's structure {@code IntegrationNodeSchema}, version 2021-08-20.
 *
 * @param id unique column id inside the task
 * @param name column name
 * @param type column type
 * @param value constant or expression
 * @param properties extra column settings
 * @param alias alias
 * @param comment remark
 * @param category category (mainland site only)
 */
public record IntegrationNodeSchema(
        @CheckForNull String id,
        @CheckForNull String name,
        @CheckForNull String type,
        @CheckForNull String value,
        @CheckForNull List<RecordField> properties,
        @CheckForNull String alias,
        @CheckForNull String comment,
        @CheckForNull String category) {}
