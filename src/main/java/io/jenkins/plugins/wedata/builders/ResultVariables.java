package io.jenkins.plugins.wedata.builders;

import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.EnvVars;
import hudson.model.AbstractBuild;
import hudson.model.EnvironmentContributingAction;
import hudson.model.InvisibleAction;
import hudson.model.Run;
import java.util.Map;
import java.util.TreeMap;

/** What the WeData build steps of a build have come to, for the build steps after them. Kept with the build. */
public final class ResultVariables extends InvisibleAction implements EnvironmentContributingAction {

    private final TreeMap<String, String> variables = new TreeMap<>();
    private int steps;

    ResultVariables() {}

    /** The one of a build; made when there is none. */
    static ResultVariables of(AbstractBuild<?, ?> build) {
        synchronized (build) {
            ResultVariables known = build.getAction(ResultVariables.class);
            if (known == null) {
                known = new ResultVariables();
                build.addAction(known);
            }
            return known;
        }
    }

    /** Counts the WeData build steps that the build has begun, this one too. */
    synchronized int beginStep() {
        steps++;
        return steps;
    }

    /** Takes in a result; of two with the same prefix the later one counts. */
    synchronized void take(ResultValues result) {
        variables.keySet().removeAll(result.absent());
        variables.putAll(result.variables());
    }

    /**
     * The variables.
     *
     * @return a copy
     */
    public synchronized Map<String, String> variables() {
        return new TreeMap<>(variables);
    }

    @Override
    public void buildEnvironment(@NonNull Run<?, ?> run, @NonNull EnvVars env) {
        env.putAll(variables());
    }
}
