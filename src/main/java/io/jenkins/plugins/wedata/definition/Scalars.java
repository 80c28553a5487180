package io.jenkins.plugins.wedata.definition;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.math.BigDecimal;
import org.jvnet.localizer.Localizable;

/** Reads single values from their text, whatever kind of value the text would be by itself. */
final class Scalars {

    private static final int LONGEST_NUMBER = 40;

    private Scalars() {}

    /** The value, or null when the text is none of that kind. */
    @CheckForNull
    static Object read(String text, Class<?> wanted) {
        if (wanted == String.class) {
            return text;
        }
        if (wanted == Boolean.class) {
            return truth(text.strip());
        }
        try {
            String digits = text.strip();
            if (digits.length() > LONGEST_NUMBER) {
                return null;
            }
            BigDecimal number = new BigDecimal(digits);
            if (wanted == Long.class) {
                return number.longValueExact();
            }
            double real = number.doubleValue();
            return Double.isFinite(real) ? (Object) real : null;
        } catch (ArithmeticException e) {
            // Not a whole number, or too large a one.
            return null;
        } catch (NumberFormatException e) {
            return null;
        }
    }

    @CheckForNull
    private static Object truth(String text) {
        if (text.equalsIgnoreCase("true")) {
            return Boolean.TRUE;
        }
        return text.equalsIgnoreCase("false") ? Boolean.FALSE : null;
    }

    /** What a right value is. */
    static Localizable expected(Class<?> wanted) {
        if (wanted == String.class) {
            return Messages._Scalars_Text();
        }
        if (wanted == Boolean.class) {
            return Messages._Scalars_TrueOrFalse();
        }
        return wanted == Long.class ? Messages._Scalars_WholeNumber() : Messages._Scalars_Number();
    }
}
