package io.jenkins.plugins.wedata.rehearsal.engine;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.model.Result;
import io.jenkins.plugins.wedata.rehearsal.binding.Results;

/** The Jenkinsfile's {@code currentBuild}, as far as a release needs it. */
public final class CurrentBuild {

    private final BuildState build;
    private String displayName = "#1";

    @CheckForNull
    private String description;

    CurrentBuild(BuildState build) {
        this.build = build;
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
     * @return whether the result so far is as good or better
     */
    public boolean resultIsBetterOrEqualTo(String other) {
        return !Results.isWorse(Results.parse(getCurrentResult()), Results.parse(other));
    }

    /**
     * Compares the result so far.
     *
     * @param other such as {@code UNSTABLE}
     * @return whether the result so far is as bad or worse
     */
    public boolean resultIsWorseOrEqualTo(String other) {
        return !Results.isWorse(Results.parse(other), Results.parse(getCurrentResult()));
    }

    /**
     * The build before this one.
     *
     * @return null: every rehearsal is a first build
     */
    @CheckForNull
    public CurrentBuild getPreviousBuild() {
        return null;
    }

    /**
     * The build's number as a text.
     *
     * @return {@code 1}
     */
    public String getId() {
        return Integer.toString(getNumber());
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
}
