package io.jenkins.plugins.wedata.rehearsal.engine;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.model.Result;
import io.jenkins.plugins.wedata.rehearsal.binding.Results;
import org.jenkinsci.plugins.workflow.steps.FlowInterruptedException;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;

/** Pipeline's steps that go on after their block failed; each behaves as its namesake in Jenkins. */
final class CatchSteps {

    private CatchSteps() {}

    /** Goes on after its block failed. */
    public static final class CatchErrorStep implements Activity {
        @CheckForNull
        private String message;

        private Result buildResult = Result.FAILURE;
        private Result stageResult = Result.SUCCESS;
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

        /** What the stage's post sees. */
        @DataBoundSetter
        public void setStageResult(@CheckForNull String stageResult) {
            this.stageResult = result("stageResult", stageResult);
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
            new Catch(message, buildResult, stageResult, catchInterruptions).run(run);
        }
    }

    /** Makes the build unstable when its block failed, and goes on. */
    public static final class WarnErrorStep implements Activity {
        private final String message;
        private boolean catchInterruptions = true;

        @DataBoundConstructor
        public WarnErrorStep(@CheckForNull String message) {
            if (message == null || message.isBlank()) {
                throw new IllegalArgumentException("A non-empty message is required");
            }
            this.message = message.strip();
        }

        @DataBoundSetter
        public void setCatchInterruptions(boolean catchInterruptions) {
            this.catchInterruptions = catchInterruptions;
        }

        @Override
        public void start(StepRun run) {
            new Catch(message, Result.UNSTABLE, Result.UNSTABLE, catchInterruptions).run(run);
        }
    }

    /**
     * What both do.
     *
     * @param message is told when the block failed; null for none
     * @param buildResult is the build's then
     * @param stageResult is what the stage is warned of then
     * @param interruptions whether an abort or a timeout is caught, too
     */
    private record Catch(@CheckForNull String message, Result buildResult, Result stageResult, boolean interruptions) {

        void run(StepRun run) {
            run.runBody(new BodyCallback() {
                @Override
                public void onSuccess(Object result) {
                    run.succeed(null);
                }

                @Override
                public void onFailure(Throwable failure) {
                    if (!interruptions && Failures.isActualInterruption(failure)) {
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
            run.scope().warnings().add(failure instanceof FlowInterruptedException e ? e.getResult() : stageResult);
            run.succeed(null);
        }
    }
}
