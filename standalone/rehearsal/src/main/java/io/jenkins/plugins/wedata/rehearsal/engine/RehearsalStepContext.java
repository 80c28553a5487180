package io.jenkins.plugins.wedata.rehearsal.engine;

import com.google.common.util.concurrent.Futures;
import com.google.common.util.concurrent.ListenableFuture;
import hudson.model.Result;
import io.jenkins.plugins.wedata.environment.BuildEnvironment;
import org.jenkinsci.plugins.workflow.steps.BodyInvoker;
import org.jenkinsci.plugins.workflow.steps.StepContext;

/** What a plugin's step sees of the rehearsal: its build environment, and where its result goes. */
final class RehearsalStepContext extends StepContext {

    private static final long serialVersionUID = 1L;

    private final transient StepRun run;
    private final transient BuildEnvironment environment;

    RehearsalStepContext(StepRun run, BuildEnvironment environment) {
        this.run = run;
        this.environment = environment;
    }

    /** Gives the build environment; of everything else, nothing, as Jenkins does when a context has no such object. */
    @Override
    public <T> T get(Class<T> key) {
        return key == BuildEnvironment.class ? key.cast(environment) : null;
    }

    @Override
    public void onSuccess(Object result) {
        run.succeed(result);
    }

    @Override
    public void onFailure(Throwable failure) {
        run.fail(failure);
    }

    @Override
    public boolean isReady() {
        return true;
    }

    /** A rehearsal is not resumed: there is nothing to save. */
    @Override
    public ListenableFuture<Void> saveState() {
        return Futures.immediateFuture(null);
    }

    @Override
    public BodyInvoker newBodyInvoker() {
        throw new IllegalStateException("no step of this plugin has a body");
    }

    @Override
    public void setResult(Result result) {
        run.build().setResult(result);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RehearsalStepContext that && that.run == run;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(run);
    }
}
