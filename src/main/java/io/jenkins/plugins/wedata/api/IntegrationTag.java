package io.jenkins.plugins.wedata.api;

import edu.umd.cs.findbugs.annotations.CheckForNull;

/**
 * WeData's structure {@code IntegrationTag}, version 2021-08-20.
 *
 * @param key key (mainland site only)
 * @param value value (mainland site only)
 */
public record IntegrationTag(
        @CheckForNull String key, @CheckForNull String value) {}
