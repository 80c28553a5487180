package io.jenkins.plugins.wedata.steps;

import static io.jenkins.plugins.wedata.journal.JournalEntry.NOT_TOLD;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.wedata.api.Joined;
import io.jenkins.plugins.wedata.api.Problem;
import io.jenkins.plugins.wedata.api.Problems;
import io.jenkins.plugins.wedata.environment.BuildEnvironment;
import io.jenkins.plugins.wedata.environment.EarlierBuild;
import io.jenkins.plugins.wedata.journal.EarlierOperations;
import io.jenkins.plugins.wedata.journal.EarlierOperations.Found;
import io.jenkins.plugins.wedata.operation.Caller;
import io.jenkins.plugins.wedata.operation.EarlierOperation;
import io.jenkins.plugins.wedata.operation.EarlierWork;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Finds what {@code wedataAwaitJob} goes on with when it names another build, and calls as that build did in all that the
 * step leaves open.
 */
final class FromBuild {

    private static final String FIELD = "fromBuild";

    private final AwaitJobStep step;
    private final Problems problems = new Problems();

    private FromBuild(AwaitJobStep step) {
        this.step = step;
    }

    /**
     * What was found.
     *
     * @param work empty of jobs when something is wrong
     * @param problems what is wrong
     */
    record Result(EarlierWork work, List<Problem> problems) {}

    /** Looks, once for all: what was found at first is gone on with after a restart too. Blocks. */
    static Result find(AwaitJobStep step, BuildEnvironment build) throws IOException, InterruptedException {
        FromBuild search = new FromBuild(step);
        EarlierWork work = search.work(build);
        return new Result(work, search.problems.all());
    }

    private EarlierWork work(BuildEnvironment build) throws IOException, InterruptedException {
        String named = StepInput.expanded(build, problems, FIELD, step.getFromBuild());
        none("jobId", step.getJobId());
        none("tasks", step.getTasks());
        none("remark", step.getRemark());
        if (named != null && problems.isEmpty()) {
            try {
                return work(build, build.earlierBuild(named));
            } catch (IllegalArgumentException e) {
                problems.add(FIELD, named, e.getMessage());
            }
        }
        return new EarlierWork(String.valueOf(named), false, null, given(build), List.of(), List.of());
    }

    private void none(String field, @CheckForNull Object value) {
        if (value != null) {
            problems.add(field, value, Messages.FromBuild_NotBoth());
        }
    }

    private EarlierWork work(BuildEnvironment build, EarlierBuild earlier) {
        EarlierOperations operations = new EarlierOperations(earlier.operations());
        String connection = StepInput.expanded(build, problems, "connection", step.getConnection());
        Caller given = given(build);
        List<Found> all = operations.jobs();
        // What a damaged journal does not tell may be what is asked for.
        List<Found> lost = all.stream()
                .filter(job -> NOT_TOLD.equals(job.job().projectId()))
                .toList();
        List<Found> told = all.stream().filter(job -> !lost.contains(job)).toList();
        String projectId = StepInput.expanded(build, problems, "projectId", step.getProjectId());
        List<Found> asked = asked(ofProject(projectId, told, lost), connection, given);
        List<Found> ours = Stream.concat(asked.stream(), lost.stream()).toList();
        List<Found> callers = asked.isEmpty() ? lost : asked;
        return new EarlierWork(
                earlier.name(),
                earlier.isRunning(),
                filled("connection", connection, callers, Found::connection),
                isAnother(connection, callers) ? given : filled(given, callers),
                ours.stream().map(Found::job).toList(),
                Stream.concat(
                                all.stream().filter(job -> !ours.contains(job)).map(FromBuild::leftOut),
                                operations.others().stream())
                        .toList());
    }

    private static List<Found> asked(List<Found> jobs, @CheckForNull String connection, Caller given) {
        List<Found> asked = said(jobs, job -> connection != null && connection.equals(job.connection()));
        String credentialsId = given.credentialsId();
        asked = said(
                asked,
                job -> credentialsId != null
                        && credentialsId.equals(job.caller().credentialsId()));
        asked = said(asked, job -> isSame(given.region(), job.caller().region()));
        return said(asked, job -> isSame(given.site(), job.caller().site()));
    }

    private List<Found> ofProject(@CheckForNull String projectId, List<Found> jobs, List<Found> lost) {
        if (projectId == null || jobs.isEmpty()) {
            return jobs;
        }
        List<Found> ofIt = jobs.stream()
                .filter(job -> projectId.equals(job.job().projectId()))
                .toList();
        if (!ofIt.isEmpty() || !lost.isEmpty()) {
            return ofIt;
        }
        TreeSet<String> projects = new TreeSet<>();
        jobs.forEach(job -> projects.add(job.job().projectId()));
        problems.add("projectId", projectId, Messages.FromBuild_Project(Joined.values(projects)));
        return jobs;
    }

    /**
     * The jobs of whoever is named, and those that may be, since a damaged line does not tell whose they are; all where no
     * job had it: whoever names it knows better, since names change.
     */
    private static List<Found> said(List<Found> jobs, Predicate<Found> isNamed) {
        return jobs.stream().anyMatch(isNamed)
                ? jobs.stream()
                        .filter(job -> job.told() == null || isNamed.test(job))
                        .toList()
                : jobs;
    }

    private static boolean isSame(@CheckForNull String given, @CheckForNull String then) {
        return given != null && given.equalsIgnoreCase(then);
    }

    /** Another connection brings its own credential, region and site: with those of that build it would be neither. */
    private static boolean isAnother(@CheckForNull String connection, List<Found> jobs) {
        return connection != null && jobs.stream().noneMatch(job -> connection.equals(job.connection()));
    }

    private Caller filled(Caller given, List<Found> jobs) {
        return new Caller(
                filled(
                        "credentialsId",
                        given.credentialsId(),
                        jobs,
                        job -> job.caller().credentialsId()),
                filled("region", given.region(), jobs, job -> job.caller().region()),
                filled("site", given.site(), jobs, job -> job.caller().site()));
    }

    private static EarlierOperation leftOut(Found found) {
        return new EarlierOperation(
                "wedataBatchVersion",
                found.job().projectId(),
                "NOT_AWAITED",
                Optional.ofNullable(found.job().jobId()).map(String::valueOf).orElse(null),
                null);
    }

    private Caller given(BuildEnvironment build) {
        return new Caller(
                step.getCredentialsId(),
                StepInput.expanded(build, problems, "region", step.getRegion()),
                step.getSite());
    }

    /** What the step says, else what that build's steps said if they said the same. */
    @CheckForNull
    private String filled(String field, @CheckForNull String given, List<Found> jobs, Function<Found, String> then) {
        if (given != null) {
            return given;
        }
        List<String> said = jobs.stream().map(then).distinct().toList();
        if (said.size() > 1) {
            TreeSet<String> names =
                    new TreeSet<>(said.stream().filter(Objects::nonNull).toList());
            problems.add(field, null, Messages.FromBuild_Several(Joined.values(names)));
        }
        return said.isEmpty() ? null : said.get(0);
    }

    /** The step with what that build's steps said of who calls, and where. */
    static AwaitJobStep filledIn(AwaitJobStep step, Result found) {
        AwaitJobStep filled = step.goingOnWith(found);
        EarlierWork work = found.work();
        filled.setConnection(work.connection() == null ? step.getConnection() : work.connection());
        filled.setCredentialsId(work.caller().credentialsId());
        filled.setRegion(work.caller().region());
        filled.setSite(work.caller().site());
        return filled;
    }
}
