package io.jenkins.plugins.wedata.definition;

import edu.umd.cs.findbugs.annotations.CheckForNull;

/**
 * Something in a text that can't be read.
 *
 * @param path the members that lead there, such as {@code Nodes[0].Name}; empty for the text as a whole
 * @param place where it stands
 * @param value what stands there, or a word for it; null when nothing does
 * @param expected what would be right, as the end of a sentence that starts with "give"
 */
record Flaw(String path, Place place, @CheckForNull String value, String expected) {

    /** Whether this is why nothing more can be said of a path. */
    boolean covers(String other) {
        return path.isEmpty() || other.equals(path) || other.startsWith(path + ".") || other.startsWith(path + "[");
    }
}
