package io.jenkins.plugins.wedata.steps;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Lists of structures on their way to WeData. */
final class Structures {

    private Structures() {}

    /** Each likewise, given its path, such as {@code tasks[2]}. */
    @CheckForNull
    static <S, W> List<W> each(String field, @CheckForNull List<S> structures, BiFunction<String, S, W> toWire) {
        if (structures == null) {
            return null;
        }
        List<W> each = new ArrayList<>();
        for (S structure : structures) {
            each.add(structure == null ? null : toWire.apply(field + "[" + each.size() + "]", structure));
        }
        return each;
    }

    /** Each as WeData wants it; null when there is no list. An empty place stays empty, to be refused by its number. */
    @CheckForNull
    static <S, W> List<W> each(@CheckForNull List<S> structures, Function<S, W> toWire) {
        return structures == null
                ? null
                : structures.stream()
                        .map(structure -> structure == null ? null : toWire.apply(structure))
                        .toList();
    }
}
