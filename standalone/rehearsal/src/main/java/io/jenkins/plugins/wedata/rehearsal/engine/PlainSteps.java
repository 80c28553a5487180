package io.jenkins.plugins.wedata.rehearsal.engine;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.AbortException;
import hudson.model.Result;
import org.kohsuke.stapler.DataBoundConstructor;

/** Pipeline's basic steps without a block and without a wait; each behaves as its namesake in workflow-basic-steps. */
final class PlainSteps {

    private PlainSteps() {}

    /** Writes a message. */
    public static final class EchoStep implements Activity {
        private final String message;

        @DataBoundConstructor
        public EchoStep(String message) {
            this.message = message;
        }

        @Override
        public void start(StepRun run) {
            run.log(String.valueOf(message));
            run.succeed(null);
        }
    }

    /** Fails with a message and no stack trace. */
    public static final class ErrorStep implements Activity {
        private final String message;

        @DataBoundConstructor
        public ErrorStep(String message) {
            this.message = message;
        }

        @Override
        public void start(StepRun run) throws AbortException {
            throw new AbortException(message);
        }
    }

    /** Makes the build unstable and goes on. */
    public static final class UnstableStep implements Activity {
        private final String message;

        @DataBoundConstructor
        public UnstableStep(@CheckForNull String message) {
            if (message == null || message.isBlank()) {
                throw new IllegalArgumentException("A non-empty message is required");
            }
            this.message = message;
        }

        @Override
        public void start(StepRun run) {
            run.log("WARNING: " + message);
            run.build().setResult(Result.UNSTABLE);
            run.scope().warnings().add(Result.UNSTABLE);
            run.succeed(null);
        }
    }
}
