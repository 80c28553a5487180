package io.jenkins.plugins.wedata;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.util.concurrent.Futures;
import com.google.common.util.concurrent.ListenableFuture;
import hudson.model.Result;
import io.jenkins.plugins.wedata.environment.BuildEnvironment;
import java.util.concurrent.CompletableFuture;
import org.jenkinsci.plugins.workflow.steps.BodyInvoker;
import org.jenkinsci.plugins.workflow.steps.StepContext;

/** The context of a step in a build of a test's own; its program is saved at once, which is to say not at all. */
public class BuildContext extends StepContext {

    private static final long serialVersionUID = 1L;

    /** What the step gives, or what it fails with. */
    public final transient CompletableFuture<Object> ended = new CompletableFuture<>();

    private final transient BuildEnvironment build;

    /**
     * A context in which nothing has happened.
     *
     * @param build what the step finds in it
     */
    public BuildContext(BuildEnvironment build) {
        this.build = build;
    }

    @Override
    public final <T> T get(Class<T> key) {
        return key == BuildEnvironment.class ? key.cast(build) : null;
    }

    @Override
    public final void onSuccess(Object result) {
        assertThat(ended.complete(result)).as("ends once").isTrue();
    }

    @Override
    public final void onFailure(Throwable failure) {
        assertThat(ended.completeExceptionally(failure)).as("ends once").isTrue();
    }

    @Override
    public final boolean isReady() {
        return true;
    }

    @Override
    public ListenableFuture<Void> saveState() {
        return Futures.immediateFuture(null);
    }

    @Override
    public final BodyInvoker newBodyInvoker() {
        throw new IllegalStateException("no step of this plugin has a body");
    }

    @Override
    public final void setResult(Result r) {
        throw new UnsupportedOperationException();
    }

    @Override
    public final boolean equals(Object other) {
        return this == other;
    }

    @Override
    public final int hashCode() {
        return 1;
    }
}
