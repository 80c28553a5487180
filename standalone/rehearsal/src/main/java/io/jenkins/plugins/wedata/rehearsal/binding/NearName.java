package io.jenkins.plugins.wedata.rehearsal.binding;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import org.codehaus.groovy.runtime.MethodRankHelper;

/** Finds what somebody meant who wrote a name wrong. */
public final class NearName {

    /** What Groovy's measure takes for one character more, less or other; a swap, or another case, is half of it. */
    private static final int CHANGE = 10;

    private NearName() {}

    /**
     * Finds the nearest name, if one is near.
     *
     * @param written what is none of them
     * @param names those that there are
     * @return one that a third of its characters tells apart at most
     */
    public static Optional<String> of(String written, Collection<String> names) {
        // To Groovy's measure nothing is near everything.
        return nearest(written, names)
                .filter(name -> !written.isEmpty())
                .filter(name -> distance(written, name) <= name.length() / 3 * CHANGE);
    }

    /**
     * Finds the nearest name, however far.
     *
     * @param written what is none of them
     * @param names those that there are
     * @return the first by the alphabet of several; empty when there are none
     */
    public static Optional<String> nearest(String written, Collection<String> names) {
        return names.stream()
                .min(Comparator.comparingInt((String name) -> distance(written, name))
                        .thenComparing(Comparator.naturalOrder()));
    }

    private static int distance(String one, String other) {
        return MethodRankHelper.damerauLevenshteinDistance(characters(one), characters(other));
    }

    private static Object[] characters(String text) {
        return text.chars().mapToObj(code -> (char) code).toArray();
    }
}
