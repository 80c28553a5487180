package io.jenkins.plugins.wedata.rehearsal.declarative;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.model.Result;
import io.jenkins.plugins.wedata.rehearsal.binding.Results;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** What a Declarative Pipeline asks of the build that it runs in. */
public interface DeclarativeBuild {

    /**
     * Writes to the log, outside of any step.
     *
     * @param line what
     */
    void say(String line);

    /**
     * The build's result so far.
     *
     * @return null while nothing has gone wrong
     */
    @CheckForNull
    Result result();

    /**
     * Sets the build's result, also to a better one.
     *
     * @param result null for none
     */
    void force(@CheckForNull Result result);

    /**
     * The worst that a step said of the running stage without failing.
     *
     * @return success when no step said anything
     */
    Result worstWarning();

    /**
     * The environment variables that the running block sees.
     *
     * @return by name
     */
    Map<String, String> variables();

    /**
     * What a name means outside of an {@code environment}: a variable of the script, of the environment, or a parameter.
     *
     * @param name the variable's
     * @return null when nothing has the name
     */
    @CheckForNull
    Object outer(String name);

    /**
     * What the {@code withCredentials} step is given for a variable that stands for a credential.
     *
     * @param variable the variable's name
     * @param id the credential's
     * @return its bindings
     * @throws IOException when there is no such credential
     * @throws InterruptedException when the build is stopped meanwhile
     */
    List<Map<String, Object>> bindings(String variable, String id) throws IOException, InterruptedException;

    /**
     * Whether a step failed since no node is around it.
     *
     * @param failure the step's
     * @return whether it is that
     */
    boolean lacksNode(Throwable failure);

    /**
     * Tells a failure as its stack trace would.
     *
     * @param failure any
     * @return one line or several
     */
    String trace(Throwable failure);

    /**
     * The result as {@code post} sees it.
     *
     * @param error what has failed; null for nothing
     * @param withWarnings whether warnings of the running stage count
     * @return the worst of all
     */
    default Result combined(@CheckForNull Throwable error, boolean withWarnings) {
        Result so = result();
        Result base = so == null ? Result.SUCCESS : so;
        Result own = error != null ? resultOf(error) : withWarnings ? worstWarning() : Result.SUCCESS;
        return Results.isWorse(own, base) ? own : base;
    }

    /**
     * Whether any condition of a {@code post} is met.
     *
     * @param post by the conditions' names
     * @param error what has failed; null for nothing
     * @return false for no conditions
     */
    default boolean meets(Map<String, Integer> post, @CheckForNull Throwable error) {
        Result result = combined(error, false);
        return post.keySet().stream().anyMatch(condition -> PostConditions.met(condition, result));
    }

    /**
     * Takes a result back that was only there to be seen, unless something else has changed it.
     *
     * @param seen what was forced
     * @param before what was there before; null for none
     */
    default void unforce(Result seen, @CheckForNull Result before) {
        Result now = result();
        if ((now == null ? Result.SUCCESS : now) == seen && seen != before) {
            force(before);
        }
    }

    /**
     * What a failure makes of a build.
     *
     * @param failure any
     * @return its own result, or a failure
     */
    Result resultOf(Throwable failure);
}
