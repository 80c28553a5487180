package io.jenkins.plugins.wedata.rehearsal.engine;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.model.Result;
import io.jenkins.plugins.wedata.client.TimeSource;
import io.jenkins.plugins.wedata.rehearsal.binding.Results;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The Jenkinsfile's {@code currentBuild}, as a Pipeline reads it: the first build of its job, which nobody and no change
 * started.
 */
public final class CurrentBuild {

    private final BuildState build;
    private final TimeSource time;
    private final Instant start;
    private final Map<String, String> variablesAtFirst;
    private String displayName = "#1";
    private boolean keepLog;

    @CheckForNull
    private String description;

    CurrentBuild(BuildState build, TimeSource time) {
        this.build = build;
        this.time = time;
        this.start = time.now();
        this.variablesAtFirst = Map.copyOf(build.variables());
    }

    /**
     * The result so far.
     *
     * @return null while nothing has gone wrong
     */
    @CheckForNull
    public String getResult() {
        return build.result().map(Result::toString).orElse(null);
    }

    /**
     * Makes the result worse; a better one changes nothing.
     *
     * @param result such as {@code UNSTABLE}
     */
    public void setResult(String result) {
        build.setResult(Results.parse(result));
    }

    /**
     * The result so far.
     *
     * @return {@code SUCCESS} while nothing has gone wrong
     */
    public String getCurrentResult() {
        return build.result().orElse(Result.SUCCESS).toString();
    }

    /**
     * Compares the result so far.
     *
     * @param other such as {@code UNSTABLE}
     * @return whether the build is not worse
     */
    public boolean resultIsBetterOrEqualTo(String other) {
        return !Results.isWorse(build.result().orElse(Result.SUCCESS), Results.parse(other));
    }

    /**
     * Compares the result so far.
     *
     * @param other such as {@code UNSTABLE}
     * @return whether the build is not better
     */
    public boolean resultIsWorseOrEqualTo(String other) {
        return !Results.isWorse(Results.parse(other), build.result().orElse(Result.SUCCESS));
    }

    /**
     * The build's number.
     *
     * @return 1
     */
    public int getNumber() {
        return 1;
    }

    /**
     * The build's name in lists.
     *
     * @return {@code #1} until the Jenkinsfile sets another
     */
    public String getDisplayName() {
        return displayName;
    }

    /**
     * Names the build.
     *
     * @param displayName for lists
     */
    public void setDisplayName(String displayName) {
        this.displayName = displayName;
    }

    /**
     * What the Jenkinsfile says of the build.
     *
     * @return null until it says something
     */
    @CheckForNull
    public String getDescription() {
        return description;
    }

    /**
     * Says something of the build.
     *
     * @param description for its page
     */
    public void setDescription(@CheckForNull String description) {
        this.description = description;
    }

    /**
     * Job and number.
     *
     * @return for people
     */
    public String getFullDisplayName() {
        return build.jobName() + " " + displayName;
    }

    /**
     * Where the build would be found.
     *
     * @return a URL of no real host
     */
    public String getAbsoluteUrl() {
        return build.url();
    }

    /**
     * The build's number as a text.
     *
     * @return {@code 1}
     */
    public String getId() {
        return "1";
    }

    /**
     * Job and number, as Jenkins stores them.
     *
     * @return {@code job#1}
     */
    public String getExternalizableId() {
        return build.jobName() + "#1";
    }

    /**
     * The job's name.
     *
     * @return without folders
     */
    public String getProjectName() {
        return build.jobName();
    }

    /**
     * The job's name with its folders, of which there are none.
     *
     * @return the job's name
     */
    public String getFullProjectName() {
        return build.jobName();
    }

    /**
     * When the build began.
     *
     * @return milliseconds since 1970, by the rehearsal's clock
     */
    public long getStartTimeInMillis() {
        return start.toEpochMilli();
    }

    /**
     * When the build was scheduled, which is when it began.
     *
     * @return milliseconds since 1970, by the rehearsal's clock
     */
    public long getTimeInMillis() {
        return start.toEpochMilli();
    }

    /**
     * How long the build has been under way.
     *
     * @return milliseconds of the rehearsal's clock
     */
    public long getDuration() {
        return lasted().toMillis();
    }

    /**
     * How long the build has been under way, for people.
     *
     * @return in Jenkins' words
     */
    public String getDurationString() {
        return Spans.told(lasted()) + " and counting";
    }

    private Duration lasted() {
        return Duration.between(start, time.now());
    }

    /**
     * The variables that the Jenkinsfile has set with {@code env}.
     *
     * @return by name
     */
    public Map<String, String> getBuildVariables() {
        Map<String, String> set = new TreeMap<>(build.variables());
        set.entrySet().removeAll(variablesAtFirst.entrySet());
        return set;
    }

    /**
     * Whether the build is kept for ever.
     *
     * @return false until the Jenkinsfile says so
     */
    public boolean isKeepLog() {
        return keepLog;
    }

    /**
     * Keeps the build for ever, which means nothing here.
     *
     * @param keepLog whether
     */
    public void setKeepLog(boolean keepLog) {
        this.keepLog = keepLog;
    }

    /**
     * What changed since the build before.
     *
     * @return nothing
     */
    public List<Object> getChangeSets() {
        return List.of();
    }

    /**
     * What started the build.
     *
     * @return nothing that Jenkins knows
     */
    public List<Object> getBuildCauses() {
        return List.of();
    }

    /**
     * What of a kind started the build.
     *
     * @param className the kind
     * @return nothing
     */
    public List<Object> getBuildCauses(String className) {
        return List.of();
    }

    /**
     * The builds that started this one.
     *
     * @return none
     */
    public List<CurrentBuild> getUpstreamBuilds() {
        return List.of();
    }

    /**
     * The build before.
     *
     * @return null: there is only this one
     */
    @CheckForNull
    public CurrentBuild getPreviousBuild() {
        return null;
    }

    /**
     * A build before that still runs.
     *
     * @return null: there is only this one
     */
    @CheckForNull
    public CurrentBuild getPreviousBuildInProgress() {
        return null;
    }

    /**
     * The build before that was built.
     *
     * @return null: there is only this one
     */
    @CheckForNull
    public CurrentBuild getPreviousBuiltBuild() {
        return null;
    }

    /**
     * The build before that is over.
     *
     * @return null: there is only this one
     */
    @CheckForNull
    public CurrentBuild getPreviousCompletedBuild() {
        return null;
    }

    /**
     * The build before that failed.
     *
     * @return null: there is only this one
     */
    @CheckForNull
    public CurrentBuild getPreviousFailedBuild() {
        return null;
    }

    /**
     * The build before that did not fail.
     *
     * @return null: there is only this one
     */
    @CheckForNull
    public CurrentBuild getPreviousNotFailedBuild() {
        return null;
    }

    /**
     * The build before that succeeded.
     *
     * @return null: there is only this one
     */
    @CheckForNull
    public CurrentBuild getPreviousSuccessfulBuild() {
        return null;
    }

    /**
     * The build after.
     *
     * @return null: there is only this one
     */
    @CheckForNull
    public CurrentBuild getNextBuild() {
        return null;
    }
}
