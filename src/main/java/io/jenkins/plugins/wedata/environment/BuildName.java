package io.jenkins.plugins.wedata.environment;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.net.URI;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How somebody names a build, taken apart. Whether there is such a build is another question.
 *
 * @param job the full name of its job; null for the job of whoever names it
 * @param number its number
 */
record BuildName(@CheckForNull String job, int number) {

    /** In characters; a browser opens no address that is longer. */
    static final int LONGEST = 8_000;

    private static final Pattern NUMBER = Pattern.compile("#?([0-9]{1,9})");
    private static final Pattern JOB_AND_NUMBER = Pattern.compile("/?([^#]+)#([0-9]{1,9})");

    /** Gives back nothing that it took: else each name would cost a piece of the stack. */
    private static final Pattern PATH = Pattern.compile("((?:job/[^/?#]++/)++)([0-9]{1,9})(?:/[^?#]*+)?");

    private static final Pattern JOB = Pattern.compile("job/([^/]+)/");

    /**
     * Takes a name apart.
     *
     * @param text what somebody wrote
     * @param root the address of this Jenkins, needed for an address; null when it is not known
     * @return empty when it names no build of this Jenkins
     */
    static Optional<BuildName> parse(String text, @CheckForNull String root) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        String named = text.strip();
        Matcher number = NUMBER.matcher(named);
        if (number.matches()) {
            return Optional.of(new BuildName(null, Integer.parseInt(number.group(1))));
        }
        if (isAddress(named)) {
            return root != null && named.startsWith(root) ? path(named.substring(root.length())) : Optional.empty();
        }
        Matcher job = JOB_AND_NUMBER.matcher(named);
        return job.matches()
                ? Optional.of(new BuildName(job.group(1), Integer.parseInt(job.group(2))))
                : Optional.empty();
    }

    /** Whether it is an address, of this Jenkins or any other. */
    static boolean isAddress(String text) {
        return text.contains("://");
    }

    /** The same of what follows the address of this Jenkins, be it of any length. */
    static Optional<BuildName> path(String path) {
        Matcher build = PATH.matcher(path);
        return build.matches()
                ? fullName(build.group(1)).map(job -> new BuildName(job, Integer.parseInt(build.group(2))))
                : Optional.empty();
    }

    /** The names of an address, each of which may hold what an address can't. */
    private static Optional<String> fullName(String path) {
        Stream<String> names = JOB.matcher(path).results().map(match -> match.group(1));
        try {
            return Optional.of(
                    names.map(name -> URI.create("/" + name).getPath().substring(1))
                            .collect(Collectors.joining("/")));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
