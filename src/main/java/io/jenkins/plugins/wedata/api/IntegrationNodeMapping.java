package io.jenkins.plugins.wedata.api;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.util.List;

/**
 * WeData's structure {@code IntegrationNodeMapping}, version 2021-08-20.
 *
 * @param sourceId source node id
 * @param sinkId sink node id
 * @param sourceSchema source columns
 * @param schemaMappings column pairs
 * @param extConfig extra settings
 */
public record IntegrationNodeMapping(
        @CheckForNull String sourceId,
        @CheckForNull String sinkId,
        @CheckForNull List<IntegrationNodeSchema> sourceSchema,
        @CheckForNull List<IntegrationNodeSchemaMapping> schemaMappings,
        @CheckForNull List<RecordField> extConfig) {}
