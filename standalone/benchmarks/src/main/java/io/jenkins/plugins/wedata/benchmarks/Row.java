package io.jenkins.plugins.wedata.benchmarks;

import java.util.List;
import java.util.Locale;

/**
 * A bar, and what was measured each time.
 *
 * @param what is measured
 * @param bar the most that is right
 * @param figures one each time; none when it could not be measured
 * @param detail the absolute figures behind a ratio
 */
record Row(String what, double bar, List<Double> figures, String detail) {

    static final String HEAD = """
            | what | at most | measured | least | most | figures |
            |---|---|---|---|---|---|
            """;

    @Override
    public String toString() {
        List<Double> sorted = figures.stream().sorted().toList();
        return sorted.isEmpty()
                ? "| %s | %s | - | - | - | %s |%n".formatted(what, number(bar), detail)
                : "| %s | %s | %s | %s | %s | %s |%n"
                        .formatted(
                                what,
                                number(bar),
                                number(Measured.median(figures)),
                                number(sorted.get(0)),
                                number(sorted.get(sorted.size() - 1)),
                                detail);
    }

    /** Two places, or none when there is nothing behind the point or very much before it. */
    static String number(double number) {
        return Math.abs(number - Math.rint(number)) < 1e-9 || Math.abs(number) >= 1_000
                ? String.format(Locale.ROOT, "%.0f", number)
                : String.format(Locale.ROOT, "%.2f", number);
    }
}
