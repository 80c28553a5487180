package org.jenkinsci.plugins.workflow.steps;

import hudson.ExtensionPoint;
import java.io.IOException;

/** Bare signatures of workflow-step-api's type. */
public interface DynamicContext extends ExtensionPoint {

    <T> T get(Class<T> key, DelegatedContext context) throws IOException, InterruptedException;

    /** Bare signatures of workflow-step-api's type. */
    interface DelegatedContext {
        <T> T get(Class<T> key) throws IOException, InterruptedException;
    }

    /** Bare signatures of workflow-step-api's type. */
    abstract class Typed<T> implements DynamicContext {

        protected Typed() {}

        protected abstract Class<T> type();

        protected abstract T get(DelegatedContext context) throws IOException, InterruptedException;

        @Override
        public final <U> U get(Class<U> key, DelegatedContext context) throws IOException, InterruptedException {
            throw new UnsupportedOperationException();
        }
    }
}
