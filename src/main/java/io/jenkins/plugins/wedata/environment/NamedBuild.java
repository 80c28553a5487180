package io.jenkins.plugins.wedata.environment;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.model.Item;
import hudson.model.Job;
import hudson.model.Run;
import io.jenkins.plugins.wedata.report.OperationsAction;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import jenkins.model.Jenkins;
import org.springframework.security.access.AccessDeniedException;

/**
 * Finds the build that somebody names: by its number, its address or its job's name and its number. Nothing is asked over the
 * network, and whoever may not see a build is answered as if there were none.
 */
final class NamedBuild {

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
        return run(named, own).orElseThrow(() -> new IllegalArgumentException(EarlierBuild.EXPECTED.toString()));
    }

    private static Optional<Run<?, ?>> run(String named, @CheckForNull Job<?, ?> own) {
        String root = BuildName.isAddress(named) ? Jenkins.get().getRootUrl() : null;
        return BuildName.parse(named, root).flatMap(name -> run(name, own));
    }

    private static Optional<Run<?, ?>> run(BuildName name, @CheckForNull Job<?, ?> own) {
        String job = name.job();
        if (job != null) {
            return visible(job, name.number());
        }
        return own == null ? Optional.empty() : build(own, name.number());
    }

    private static Optional<Run<?, ?>> visible(String fullName, int number) {
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

    private static Optional<Run<?, ?>> build(Job<?, ?> job, int number) {
        return Optional.ofNullable(job.getBuildByNumber(number));
    }
}
