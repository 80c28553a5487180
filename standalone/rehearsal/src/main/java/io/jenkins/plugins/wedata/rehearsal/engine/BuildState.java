package io.jenkins.plugins.wedata.rehearsal.engine;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.model.Result;
import io.jenkins.plugins.wedata.rehearsal.binding.Results;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;

/** The build as its steps see it: a result that only gets worse, and its environment variables. */
public final class BuildState {

    private final String jobName;
    private final Map<String, String> given;
    private final Map<String, String> variables = new ConcurrentHashMap<>();
    private final Map<String, Object> parameters = new LinkedHashMap<>();
    private final Set<String> shown = new HashSet<>();
    private final Set<String> artifacts = new ConcurrentSkipListSet<>();
    private Result result;

    /**
     * Begins the first build of a job.
     *
     * @param jobName not blank
     */
    public BuildState(String jobName) {
        this(jobName, Map.of());
    }

    /**
     * Begins the first build of a job with parameters.
     *
     * @param jobName not blank
     * @param given values that the user gives, by the parameters' names
     */
    public BuildState(String jobName, Map<String, String> given) {
        this.jobName = jobName;
        this.given = new LinkedHashMap<>(given);
        variables.putAll(Map.of(
                "BUILD_ID",
                "1",
                "BUILD_NUMBER",
                "1",
                "BUILD_DISPLAY_NAME",
                "#1",
                "BUILD_TAG",
                "jenkins-" + jobName + "-1",
                "BUILD_URL",
                url(),
                "JOB_NAME",
                jobName,
                "JOB_BASE_NAME",
                jobName));
    }

    /**
     * The job's name.
     *
     * @return not blank
     */
    String jobName() {
        return jobName;
    }

    /**
     * Adds to the build's environment.
     *
     * @param more values by name
     */
    public void add(Map<String, String> more) {
        variables.putAll(more);
    }

    /** What the user gives. */
    Map<String, String> given() {
        return given;
    }

    /**
     * Where the build would be found. There is no such host.
     *
     * @return a URL
     */
    public String url() {
        return "http://rehearsal.invalid/job/" + jobName.replace(" ", "%20") + "/1/";
    }

    /**
     * The result so far.
     *
     * @return empty while nothing has gone wrong
     */
    public synchronized Optional<Result> result() {
        return Optional.ofNullable(result);
    }

    /**
     * Makes the result worse; a better one changes nothing.
     *
     * @param wanted the result
     */
    public synchronized void setResult(Result wanted) {
        if (result == null || Results.isWorse(wanted, result)) {
            result = wanted;
        }
    }

    /** Sets the result, also to a better one or to none. */
    synchronized void force(@CheckForNull Result wanted) {
        result = wanted;
    }

    /**
     * Sets the values of the parameters, which are variables of the environment, too.
     *
     * @param values texts and booleans, by name
     * @param secrets the names of those that nobody is to read
     */
    void declare(Map<String, Object> values, Set<String> secrets) {
        parameters.putAll(values);
        shown.addAll(values.keySet());
        shown.removeAll(secrets);
        values.forEach((name, value) -> variables.put(name, value.toString()));
    }

    /** The values of the parameters: texts and booleans. */
    Map<String, Object> parameters() {
        return Collections.unmodifiableMap(parameters);
    }

    /**
     * What the user gave, for people: what may be secret, or is not known to be none, is not shown.
     *
     * @return texts by the parameters' names, in the order they were given
     */
    public Map<String, String> shownParameters() {
        Map<String, String> texts = new LinkedHashMap<>(given);
        texts.replaceAll((name, value) -> shown.contains(name) ? value : "****");
        return texts;
    }

    /** Notes a file that Jenkins would archive. */
    void archive(String file) {
        artifacts.add(file);
    }

    /**
     * The files that Jenkins would archive.
     *
     * @return sorted, relative to the directories that they were archived from
     */
    public List<String> artifacts() {
        return List.copyOf(artifacts);
    }

    /** The build's own variables; a Jenkinsfile may set more. */
    Map<String, String> variables() {
        return variables;
    }
}
