package io.jenkins.plugins.wedata.environment;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.model.Item;
import hudson.model.Job;
import hudson.model.Run;
import io.jenkins.plugins.wedata.report.OperationsAction;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jenkins.model.Jenkins;
import org.springframework.security.access.AccessDeniedException;

/**
 * Finds the build that somebody names: by its number, its address or its job's name and its number. Nothing is asked over the
 * network, and whoever may not see a build is answered as if there were none.
 */
final class NamedBuild {

    private static final Pattern NUMBER = Pattern.compile("#?([0-9]{1,9})");
    private static final Pattern JOB_AND_NUMBER = Pattern.compile("/?([^#]+)#([0-9]{1,9})");
    private static final Pattern PATH = Pattern.compile("((?:job/[^/?#]+/)+)([0-9]{1,9})(?:/[^?#]*)?");
    private static final Pattern JOB = Pattern.compile("job/([^/]+)/");

    private NamedBuild() {}

    /**
     * Finds a build for whoever asks now, see {@link Jenkins#getAuthentication2()}.
     *
     * @param named what somebody wrote
     * @param own the job whose builds a number alone means; null when there is none
     * @throws IllegalArgumentException when it names none that may be seen; the message is what would be right
     */
    static EarlierBuild find(String named, @CheckForNull Job<?, ?> own) throws IOException {
        Run<?, ?> run = existing(named, own);
        return new EarlierBuild(run.getExternalizableId(), run.isBuilding(), OperationsAction.operationsOf(run));
    }

    /** As {@link #find}, for whoever only wants to know whether it is there: its journal, which may be long, is not read. */
    static EarlierBuild findWithoutOperations(String named, @CheckForNull Job<?, ?> own) {
        Run<?, ?> run = existing(named, own);
        return new EarlierBuild(run.getExternalizableId(), run.isBuilding(), List.of());
    }

    private static Run<?, ?> existing(String named, @CheckForNull Job<?, ?> own) {
        return run(named.strip(), own)
                .orElseThrow(() -> new IllegalArgumentException(EarlierBuild.EXPECTED.toString()));
    }

    private static Optional<Run<?, ?>> run(String named, @CheckForNull Job<?, ?> own) {
        Matcher number = NUMBER.matcher(named);
        if (number.matches()) {
            return Optional.ofNullable(own).flatMap(job -> build(job, number.group(1)));
        }
        if (named.contains("://")) {
            return addressed(named);
        }
        Matcher job = JOB_AND_NUMBER.matcher(named);
        return job.matches() ? visible(job.group(1), job.group(2)) : Optional.empty();
    }

    private static Optional<Run<?, ?>> addressed(String address) {
        String root = Jenkins.get().getRootUrl();
        if (root == null || !address.startsWith(root)) {
            return Optional.empty();
        }
        Matcher path = PATH.matcher(address.substring(root.length()));
        return path.matches() ? visible(fullName(path.group(1)), path.group(2)) : Optional.empty();
    }

    private static Optional<Run<?, ?>> visible(String fullName, String number) {
        try {
            Job<?, ?> job = Jenkins.get().getItemByFullName(fullName, Job.class);
            return Optional.ofNullable(job)
                    .filter(known -> known.hasPermission(Item.READ))
                    .flatMap(known -> build(known, number));
        } catch (AccessDeniedException e) {
            // Whoever may know of a job, but not see it, is told no more than anybody else.
            return Optional.empty();
        }
    }

    private static Optional<Run<?, ?>> build(Job<?, ?> job, String number) {
        return Optional.ofNullable(job.getBuildByNumber(Integer.parseInt(number)));
    }

    /** The names of an address, each of which may hold what an address can't. */
    private static String fullName(String path) {
        Stream<String> names = JOB.matcher(path).results().map(match -> match.group(1));
        try {
            return names.map(name -> URI.create("/" + name).getPath().substring(1))
                    .collect(Collectors.joining("/"));
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}
