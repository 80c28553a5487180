package io.jenkins.plugins.wedata.rehearsal.engine;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.model.Result;
import io.jenkins.plugins.wedata.rehearsal.binding.Results;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jenkinsci.plugins.workflow.steps.FlowInterruptedException;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;

/** Pipeline's steps that change what their block sees, or how it ends; each behaves as its namesake in Jenkins. */
final class BlockSteps {

    private BlockSteps() {}

    /** Gives its block a workspace. */
    public static final class NodeStep implements Activity {
        @DataBoundConstructor
        public NodeStep(@CheckForNull String label) {
            // Any label is served by this machine.
        }

        @Override
        public void start(StepRun run) {
            Workspace workspace = run.agentWorkspace();
            run.log("Running on Rehearsal in " + workspace.root());
            run.runBody(run.scope().in(workspace), BodyCallback.endOf(run));
        }
    }

    /** Names its block. */
    public static final class StageStep implements Activity {
        private final String name;

        @DataBoundConstructor
        public StageStep(@CheckForNull String name) {
            if (name == null || name.isEmpty()) {
                throw new IllegalArgumentException("must specify name");
            }
            this.name = name;
        }

        @Override
        public void start(StepRun run) {
            run.runBody(name, run.scope(), BodyCallback.endOf(run));
        }
    }

    /** Changes its block's current directory. */
    public static final class DirStep implements Activity {
        private final String path;

        @DataBoundConstructor
        public DirStep(String path) {
            this.path = path;
        }

        @Override
        public void start(StepRun run) throws MissingNodeException, IOException {
            Workspace directory = run.directory(path);
            run.log("Running in " + directory.current());
            run.runBody(run.scope().in(directory), BodyCallback.endOf(run));
        }
    }

    /** Sets its block's environment variables. */
    public static final class WithEnvStep implements Activity {
        private final Map<String, String> overrides = new LinkedHashMap<>();

        @DataBoundConstructor
        public WithEnvStep(List<String> overrides) {
            for (String pair : overrides) {
                int split = pair.indexOf('=');
                if (split < 0) {
                    throw new IllegalArgumentException(pair);
                }
                this.overrides.put(pair.substring(0, split), pair.substring(split + 1));
            }
        }

        @Override
        public void start(StepRun run) {
            run.runBody(run.scope().with(overrides, run.build().variables()), BodyCallback.endOf(run));
        }
    }

    /** Goes on after its block failed. */
    public static final class CatchErrorStep implements Activity {
        @CheckForNull
        private String message;

        private Result buildResult = Result.FAILURE;
        private boolean catchInterruptions = true;

        @DataBoundConstructor
        public CatchErrorStep() {}

        @DataBoundSetter
        public void setMessage(@CheckForNull String message) {
            this.message = message == null || message.isBlank() ? null : message.strip();
        }

        @DataBoundSetter
        public void setBuildResult(@CheckForNull String buildResult) {
            this.buildResult = result("buildResult", buildResult);
        }

        /** Checked and left: the result of a stage is seen in Jenkins' pages only. */
        @DataBoundSetter
        public void setStageResult(@CheckForNull String stageResult) {
            result("stageResult", stageResult);
        }

        @DataBoundSetter
        public void setCatchInterruptions(boolean catchInterruptions) {
            this.catchInterruptions = catchInterruptions;
        }

        private static Result result(String field, @CheckForNull String name) {
            Result result = name == null ? Result.SUCCESS : Results.parse(name);
            if (name != null && !name.equalsIgnoreCase(result.toString())) {
                throw new IllegalArgumentException(field + " is invalid: " + name
                        + ". Valid options are SUCCESS, UNSTABLE, FAILURE, NOT_BUILT and ABORTED.");
            }
            return result;
        }

        @Override
        public void start(StepRun run) {
            run.runBody(new BodyCallback() {
                @Override
                public void onSuccess(Object result) {
                    run.succeed(null);
                }

                @Override
                public void onFailure(Throwable failure) {
                    if (!catchInterruptions && Failures.isActualInterruption(failure)) {
                        run.fail(failure);
                    } else {
                        settle(run, failure);
                    }
                }
            });
        }

        private void settle(StepRun run, Throwable failure) {
            if (message != null) {
                run.log("ERROR: " + message);
            }
            run.log(Failures.told(failure));
            Result result = failure instanceof FlowInterruptedException e ? e.getResult() : buildResult;
            if (Results.isWorse(result, Result.SUCCESS)) {
                if (run.build().result().map(so -> Results.isWorse(result, so)).orElse(true)) {
                    run.log("Setting overall build result to " + result);
                }
                run.build().setResult(result);
            }
            run.succeed(null);
        }
    }
}
