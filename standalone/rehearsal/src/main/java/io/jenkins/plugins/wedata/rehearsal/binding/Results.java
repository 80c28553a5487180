package io.jenkins.plugins.wedata.rehearsal.binding;

import hudson.model.Result;
import java.util.List;
import java.util.Locale;

/** Jenkins' results in their order, which the bare signatures of {@link Result} leave out. */
public final class Results {

    private static final List<Result> BEST_FIRST =
            List.of(Result.SUCCESS, Result.UNSTABLE, Result.FAILURE, Result.NOT_BUILT, Result.ABORTED);

    private Results() {}

    /**
     * Reads a result as Jenkins does: in any case, and as a failure when it is none.
     *
     * @param name such as {@code UNSTABLE}
     * @return the result
     */
    public static Result parse(String name) {
        String wanted = name.toUpperCase(Locale.ROOT);
        return BEST_FIRST.stream()
                .filter(result -> result.toString().equals(wanted))
                .findFirst()
                .orElse(Result.FAILURE);
    }

    /**
     * Compares two results.
     *
     * @param one a result
     * @param other another
     * @return whether the first is the worse
     */
    public static boolean isWorse(Result one, Result other) {
        return BEST_FIRST.indexOf(one) > BEST_FIRST.indexOf(other);
    }
}
