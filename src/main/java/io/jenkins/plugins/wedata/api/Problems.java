package io.jenkins.plugins.wedata.api;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jvnet.localizer.Localizable;

/** Collects what is wrong with an input, so that a user reads all of it at once and not one thing a run. */
public final class Problems {

    private final List<Problem> found = new ArrayList<>();
    private final Set<String> fields = new HashSet<>();

    /**
     * Notes a wrong or missing value. The first word on a field stands: a value that can't be read is not missing too.
     *
     * @param field the field's name as the user writes it
     * @param value what was given; null when nothing was
     * @param expected what would be right, as the end of a sentence that starts with "give"
     */
    public void add(String field, @CheckForNull Object value, String expected) {
        if (fields.add(field)) {
            found.add(new Problem(field, value == null ? null : value.toString(), expected));
        }
    }

    /**
     * Notes a wrong or missing value, in the language of whoever asks. The first word on a field stands.
     *
     * @param field the field's name as the user writes it
     * @param value what was given; null when nothing was
     * @param expected what would be right, as the end of a sentence that starts with "give"
     */
    public void add(String field, @CheckForNull Object value, Localizable expected) {
        add(field, value, expected.toString());
    }

    /**
     * Requires a text that is not blank; a blank one is missing.
     *
     * @param field the field's name
     * @param value what was given
     * @param expected what would be right; put into words only when something is wrong
     */
    public void requireText(String field, @CheckForNull String value, Localizable expected) {
        if (value == null || value.isBlank()) {
            add(field, null, expected);
        }
    }

    /**
     * Requires a text of a member, as {@link #requireText(String, String, Localizable)} does. Puts no name together as long
     * as nothing is wrong: a definition has thousands of members.
     *
     * @param path the structure's path, such as {@code tasks[2]}
     * @param member the member's name
     * @param value what was given
     * @param expected what would be right; put into words only when something is wrong
     */
    void requireText(String path, String member, @CheckForNull String value, Localizable expected) {
        if (value == null || value.isBlank()) {
            add(path + "." + member, null, expected);
        }
    }

    /**
     * Requires a number not below a bound, when one is given at all.
     *
     * @param field the field's name
     * @param value what was given; null passes
     * @param least the smallest right value
     */
    public void requireAtLeast(String field, @CheckForNull Long value, long least) {
        if (value != null && value < least) {
            add(field, value, Messages._Problems_NotBelow(String.valueOf(least)));
        }
    }

    /**
     * Requires one of the published values, when one is given at all.
     *
     * @param field the field's name
     * @param value what was given; null passes
     * @param published the right values
     */
    public void requireOneOf(String field, @CheckForNull Object value, List<?> published) {
        if (value != null && !published.contains(value)) {
            add(
                    field,
                    value,
                    Messages._Problems_OneOf(Joined.values(
                            published.stream().map(String::valueOf).toList())));
        }
    }

    /**
     * Requires that a list, when one is given, has no empty place and says nothing twice.
     *
     * @param field the field's name
     * @param values what was given; null passes
     * @param expected what a right element is; put into words only when something is wrong
     */
    public void requireDistinctTexts(String field, @CheckForNull List<String> values, Localizable expected) {
        if (values == null) {
            return;
        }
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < values.size(); i++) {
            String value = values.get(i);
            requireText(field + "[" + i + "]", value, expected);
            if (value != null && !value.isBlank() && !seen.add(value)) {
                add(field + "[" + i + "]", value, Messages._Problems_Once());
            }
        }
    }

    /**
     * Checks each structure of a list, when one is given, and notes its empty places.
     *
     * @param field the field's name
     * @param structures what was given; null passes
     * @param check takes a structure's path, such as {@code tasks[2]}, and the structure
     * @param <S> the structure
     */
    <S> void checkEach(String field, @CheckForNull List<S> structures, BiConsumer<String, S> check) {
        for (int i = 0; structures != null && i < structures.size(); i++) {
            String path = field + "[" + i + "]";
            if (structures.get(i) == null) {
                add(path, null, Messages._Problems_NoGap());
            } else {
                check.accept(path, structures.get(i));
            }
        }
    }

    /**
     * Whether nothing is wrong.
     *
     * @return true when no problem was noted
     */
    public boolean isEmpty() {
        return found.isEmpty();
    }

    /**
     * What is wrong, in the order in which it was noted.
     *
     * @return an unmodifiable copy
     */
    public List<Problem> all() {
        return List.copyOf(found);
    }
}
