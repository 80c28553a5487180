package io.jenkins.plugins.wedata.builders;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.AbortException;
import hudson.Launcher;
import hudson.model.AbstractBuild;
import hudson.model.BuildListener;
import hudson.tasks.Builder;
import io.jenkins.plugins.wedata.api.Joined;
import io.jenkins.plugins.wedata.environment.BuildEnvironment;
import io.jenkins.plugins.wedata.environment.FreestyleEnvironment;
import io.jenkins.plugins.wedata.operation.OperationResult;
import io.jenkins.plugins.wedata.steps.WeDataStep;
import java.io.IOException;
import org.kohsuke.stapler.DataBoundSetter;

/**
 * A build step of a freestyle job that does what a Pipeline's step does. It holds that very step, so that parameters, forms
 * and rules are the same. No {@code SimpleBuildStep}: that would offer Pipelines a second way, which no restart survives.
 *
 * @param <S> the step
 */
public abstract class WeDataBuilder<S extends WeDataStep> extends Builder {

    @CheckForNull
    private final S step;

    private String resultPrefix;

    WeDataBuilder(@CheckForNull S step) {
        this.step = step;
    }

    /** The step. Each build step has a getter of its own type: that type's form is shown. */
    @CheckForNull
    final S step() {
        return step;
    }

    /**
     * What the names of the variables begin with that hold the result for the build steps after this one.
     *
     * @return {@code WEDATA} when nothing else was given
     */
    public final String getResultPrefix() {
        return ResultPrefix.orDefault(resultPrefix);
    }

    @DataBoundSetter
    public final void setResultPrefix(@CheckForNull String resultPrefix) {
        this.resultPrefix = resultPrefix == null || resultPrefix.equals(ResultPrefix.DEFAULT) ? null : resultPrefix;
    }

    @Override
    public final boolean perform(AbstractBuild<?, ?> build, Launcher launcher, BuildListener listener)
            throws InterruptedException, IOException {
        ResultVariables variables = ResultVariables.of(build);
        return perform(FreestyleEnvironment.of(build, listener, variables.beginStep()), variables);
    }

    final boolean perform(BuildEnvironment environment, ResultVariables variables)
            throws InterruptedException, IOException {
        if (step == null) {
            throw new AbortException(Messages.WeDataBuilder_NoStep(getClass().getSimpleName()));
        }
        OperationResult result = new BuildStepRun(step, getResultPrefix(), environment).complete();
        ResultValues values = new ResultValues(getResultPrefix(), result.values());
        variables.take(values);
        if (!values.tooLong().isEmpty()) {
            environment.log().milestone(Messages.WeDataBuilder_TooLong(Joined.values(values.tooLong())));
        }
        return true;
    }
}
