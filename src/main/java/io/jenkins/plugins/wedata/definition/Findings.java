package io.jenkins.plugins.wedata.definition;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jvnet.localizer.Localizable;

/** What a reading comes upon besides values. */
final class Findings {

    /** How many flaws are kept: more than a message can bear, and few enough for any text. */
    static final int MOST_FLAWS = 1_000;

    /** How many places are kept; a text so long that it has more is told by the places around. */
    private static final int MOST_PLACES = 50_000;

    private final List<Flaw> flaws = new ArrayList<>();
    private final Map<String, Place> places = new HashMap<>();
    private final Set<String> leftOut = new LinkedHashSet<>();

    /** Takes texts that are worked out only for a flaw that is kept: the value is a text or a word for it. */
    void add(String path, Place place, @CheckForNull Object value, Localizable expected) {
        if (flaws.size() < MOST_FLAWS) {
            flaws.add(new Flaw(path, place, value == null ? null : value.toString(), expected.toString()));
        }
    }

    void leaveOut(String member) {
        leftOut.add(member);
    }

    void standsAt(String path, Place place) {
        if (places.size() < MOST_PLACES) {
            places.put(path, place);
        }
    }

    <T extends Record> Definition<T> of(T value) {
        return new Definition<>(value, leftOut, flaws, places);
    }
}
