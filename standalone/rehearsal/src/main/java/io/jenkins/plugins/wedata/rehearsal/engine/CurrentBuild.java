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
