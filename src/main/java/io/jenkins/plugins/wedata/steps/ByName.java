package io.jenkins.plugins.wedata.steps;

import java.math.BigInteger;
import java.text.Collator;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The order in which people look for names: letters whatever their case, Chinese by its sound, numbers by what they count.
 * Only what is the same text has the same place.
 */
final class ByName implements Comparator<String> {

    private static final Pattern PART = Pattern.compile("[0-9]+|[\\p{L}\\p{M}]+|.", Pattern.DOTALL);
    private static final Pattern LETTER = Pattern.compile("[\\p{L}\\p{M}]");

    /** Knows Latin letters as any other does, and Chinese ones too. Made anew for each sort: it is no constant. */
    private final Collator letters = Collator.getInstance(Locale.SIMPLIFIED_CHINESE);

    ByName() {
        letters.setStrength(Collator.SECONDARY);
    }

    @Override
    public int compare(String one, String other) {
        List<String> ofOne = parts(one);
        List<String> ofOther = parts(other);
        for (int i = 0; i < Math.min(ofOne.size(), ofOther.size()); i++) {
            int order = comparePart(ofOne.get(i), ofOther.get(i));
            if (order != 0) {
                return order;
            }
        }
        int shorter = Integer.compare(ofOne.size(), ofOther.size());
        return shorter == 0 ? one.compareTo(other) : shorter;
    }

    private static List<String> parts(String text) {
        return PART.matcher(text).results().map(MatchResult::group).toList();
    }

    private int comparePart(String one, String other) {
        Kind kind = Kind.of(one);
        int order = kind.compareTo(Kind.of(other));
        if (order != 0) {
            return order;
        }
        return switch (kind) {
            case SIGN -> one.compareTo(other);
            case NUMBER -> new BigInteger(one).compareTo(new BigInteger(other));
            case LETTERS -> letters.compare(one, other);
        };
    }

    /** What stands between words comes first, so that names with the same beginning stay together. */
    private enum Kind {
        SIGN,
        NUMBER,
        LETTERS;

        static Kind of(String part) {
            char first = part.charAt(0);
            if (first >= '0' && first <= '9') {
                return NUMBER;
            }
            return LETTER.matcher(part).lookingAt() ? LETTERS : SIGN;
        }
    }
}
