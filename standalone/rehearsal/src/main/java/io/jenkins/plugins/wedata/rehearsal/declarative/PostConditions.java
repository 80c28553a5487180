package io.jenkins.plugins.wedata.rehearsal.declarative;

import hudson.model.Result;
import java.util.List;

/** The conditions of {@code post}. A rehearsal has no build before it: it is always changed, never fixed or regressed. */
public final class PostConditions {

    /** In the order in which they are run, however the file orders them. */
    public static final List<String> ORDER = List.of(
            "always",
            "changed",
            "fixed",
            "regression",
            "aborted",
            "success",
            "unsuccessful",
            "unstable",
            "failure",
            "notBuilt",
            "cleanup");

    private PostConditions() {}

    public static boolean met(String condition, Result result) {
        return switch (condition) {
            case "always", "changed", "cleanup" -> true;
            case "aborted" -> result == Result.ABORTED;
            case "success" -> result == Result.SUCCESS;
            case "unsuccessful" -> result != Result.SUCCESS;
            case "unstable" -> result == Result.UNSTABLE;
            case "failure" -> result == Result.FAILURE;
            case "notBuilt" -> result == Result.NOT_BUILT;
            default -> false;
        };
    }
}
