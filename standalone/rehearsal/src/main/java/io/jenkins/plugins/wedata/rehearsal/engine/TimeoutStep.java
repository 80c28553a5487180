package io.jenkins.plugins.wedata.rehearsal.engine;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.model.Result;
import io.jenkins.plugins.wedata.client.TimeSource;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import jenkins.model.CauseOfInterruption;
import org.jenkinsci.plugins.workflow.steps.FlowInterruptedException;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;

/**
 * Ends its block when time is up: the steps in it are told to stop, and those that don't within a minute are ended without
 * asking.
 */
public final class TimeoutStep implements Activity {

    private static final Duration GRACE = Duration.ofMinutes(1);

    private final int time;
    private TimeUnit unit = TimeUnit.MINUTES;
    private final ExceededTimeout exceeded = new ExceededTimeout();

    @CheckForNull
    private TimeSource.Alarm killer;

    @DataBoundConstructor
    public TimeoutStep(int time) {
        this.time = time;
    }

    @DataBoundSetter
    public void setUnit(TimeUnit unit) {
        this.unit = unit;
    }

    @Override
    public void start(StepRun run) {
        Duration limit = Duration.of(time, unit.toChronoUnit());
        if (limit.isZero() || limit.isNegative()) {
            throw new IllegalArgumentException("timeout is rehearsed with a positive time, not " + time + " " + unit);
        }
        run.log("Timeout set to expire in " + Spans.told(limit));
        Body body = run.runBody(new BodyCallback() {
            @Override
            public void onSuccess(Object result) {
                disarm();
                run.succeed(result);
            }

            @Override
            public void onFailure(Throwable failure) {
                disarm();
                if (failure instanceof FlowInterruptedException e
                        && e.getCauses().contains(exceeded)) {
                    e.setActualInterruption(false);
                }
                run.fail(failure);
            }
        });
        if (!run.isEnded()) {
            killer = run.after(limit, () -> expire(run, body));
        }
    }

    private void expire(StepRun run, Body body) {
        if (run.isEnded()) {
            return;
        }
        run.log("Cancelling nested steps due to timeout");
        killer = run.after(GRACE, () -> {
            if (!run.isEnded()) {
                run.log("Body did not finish within grace period; terminating with extreme prejudice");
                body.kill(interruption());
            }
        });
        body.cancel(interruption());
    }

    private FlowInterruptedException interruption() {
        return new FlowInterruptedException(Result.ABORTED, true, exceeded);
    }

    private void disarm() {
        if (killer != null) {
            killer.cancel();
        }
    }

    /** Why the block was ended; the words are Jenkins' own. */
    private static final class ExceededTimeout extends CauseOfInterruption {
        private static final long serialVersionUID = 1L;

        @Override
        public String getShortDescription() {
            return "Timeout has been exceeded";
        }
    }
}
