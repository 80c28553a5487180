package io.jenkins.plugins.wedata.api;

import edu.umd.cs.findbugs.annotations.CheckForNull;

/**
 * WeData's structure {@code RecordField}, version 2021-08-20.
 *
 * @param name setting name
 * @param value setting value, always text
 */
public record RecordField(
        @CheckForNull String name, @CheckForNull String value) {}
