package io.jenkins.plugins.wedata.steps;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.util.List;
import java.util.function.Function;

/** Lists of structures on their way to WeData. */
final class Structures {

    private Structures() {}

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
