package io.jenkins.plugins.wedata.api;

import edu.umd.cs.findbugs.annotations.CheckForNull;

/**
 * WeData's structure {@code IntegrationNodeSchemaMapping}, version 2021-08-20.
 *
 * @param sourceSchemaId source column id
 * @param sinkSchemaId sink column id
 */
public record IntegrationNodeSchemaMapping(
        @CheckForNull String sourceSchemaId, @CheckForNull String sinkSchemaId) {}
