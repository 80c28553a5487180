package io.jenkins.plugins.wedata.rehearsal.engine;

import org.kohsuke.stapler.DataBoundConstructor;

/** Steps that Declarative Pipelines bring along. */
final class DeclarativeSteps {

    private DeclarativeSteps() {}

    /** Holds code that is more than steps. */
    public static final class ScriptStep implements Activity {
        @DataBoundConstructor
        public ScriptStep() {}

        @Override
        public void start(StepRun run) {
            run.runBody(BodyCallback.endOf(run));
        }
    }

    /** Is called by Jenkins' interpreter for each stage that is skipped, which its log shows. */
    public static final class GetContextStep implements Activity {
        @DataBoundConstructor
        public GetContextStep() {}

        @Override
        public void start(StepRun run) {
            run.succeed(null);
        }
    }
}
