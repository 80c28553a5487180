package io.jenkins.plugins.wedata.api;

import java.util.Arrays;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.function.ToLongFunction;
import java.util.regex.Pattern;
import org.jvnet.localizer.Localizable;

/**
 * A task's type as people write it: WeData's number, or a published name. WeData adds types faster than it publishes them,
 * so a number is taken as it is.
 */
final class TypeText {

    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,8}");

    private TypeText() {}

    /** The number that a text stands for; a name may be in any case, with blanks or hyphens for underscores. */
    static <T extends Enum<T>> OptionalLong number(String text, Class<T> types, ToLongFunction<T> number) {
        if (isNumber(text.strip())) {
            return OptionalLong.of(Long.parseLong(text.strip()));
        }
        String name = text.strip().toUpperCase(Locale.ROOT).replace(' ', '_').replace('-', '_');
        return Arrays.stream(types.getEnumConstants())
                .filter(type -> type.name().equals(name))
                .mapToLong(number)
                .findFirst();
    }

    static boolean isNumber(String text) {
        return NUMBER.matcher(text).matches();
    }

    /** What a right value is, for messages. */
    static <T extends Enum<T>> Localizable expected(Class<T> types, ToLongFunction<T> number) {
        return Messages._TypeText_Expected(Joined.values(Arrays.stream(types.getEnumConstants())
                .map(type -> type.name() + " (" + number.applyAsLong(type) + ")")
                .toList()));
    }
}
