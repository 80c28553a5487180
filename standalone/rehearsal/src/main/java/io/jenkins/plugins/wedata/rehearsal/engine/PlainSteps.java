package io.jenkins.plugins.wedata.rehearsal.engine;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.AbortException;
import hudson.model.Result;
import io.jenkins.plugins.wedata.environment.WorkspaceFileException;
import java.io.IOException;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;

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

    /** Reads a file of the workspace, as UTF-8 whatever the machine. */
    public static final class ReadFileStep implements Activity {
        private final String file;

        @CheckForNull
        private String encoding;

        @DataBoundConstructor
        public ReadFileStep(String file) {
            this.file = file;
        }

        @DataBoundSetter
        public void setEncoding(String encoding) {
            this.encoding = encoding;
        }

        @Override
        public void start(StepRun run) throws MissingNodeException, IOException {
            if (encoding != null && !encoding.isBlank() && !"UTF-8".equalsIgnoreCase(encoding.strip())) {
                throw new IllegalArgumentException(
                        "readFile is rehearsed with encoding 'UTF-8' only, not '" + encoding + "'");
            }
            try {
                run.succeed(run.requiredWorkspace().read(file));
            } catch (WorkspaceFileException e) {
                throw new IOException(file + " " + e.getMessage(), e);
            }
        }
    }
}
