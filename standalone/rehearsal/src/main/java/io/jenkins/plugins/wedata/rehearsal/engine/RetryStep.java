package io.jenkins.plugins.wedata.rehearsal.engine;

import org.kohsuke.stapler.DataBoundConstructor;

/** Runs its block again after a failure, a number of times in all; never after an interruption. */
public final class RetryStep implements Activity, BodyCallback {

    private int left;
    private StepRun run;

    @DataBoundConstructor
    public RetryStep(int count) {
        this.left = count;
    }

    @Override
    public void start(StepRun call) {
        run = call;
        run.runBody(this);
    }

    @Override
    public void onSuccess(Object result) {
        run.succeed(result);
    }

    @Override
    public void onFailure(Throwable failure) {
        left--;
        if (left > 0 && !Failures.isActualInterruption(failure)) {
            run.log(Failures.told(failure));
            run.log("Retrying");
            run.runBody(this);
        } else {
            run.fail(failure);
        }
    }
}
