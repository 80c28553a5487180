package org.jenkinsci.plugins.workflow.steps;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import edu.umd.cs.findbugs.annotations.Nullable;
import hudson.ExtensionPoint;
import java.io.IOException;

/** Bare signatures of workflow-step-api's type. */
public interface DynamicContext extends ExtensionPoint {
    @CheckForNull
    <T> T get(Class<T> key, DelegatedContext context) throws IOException, InterruptedException;

    /** Bare signatures of workflow-step-api's type. */
    interface DelegatedContext {
        @Nullable
        <T> T get(Class<T> key) throws IOException, InterruptedException;
    }

    /** Bare signatures of workflow-step-api's type. */
    abstract class Typed<T> implements DynamicContext {

        @NonNull
        protected abstract Class<T> type();

        @CheckForNull
        protected abstract T get(DelegatedContext context) throws IOException, InterruptedException;

        @Override
        public final <U> U get(Class<U> key, DelegatedContext context) throws IOException, InterruptedException {
            throw new UnsupportedOperationException();
        }
    }
}
