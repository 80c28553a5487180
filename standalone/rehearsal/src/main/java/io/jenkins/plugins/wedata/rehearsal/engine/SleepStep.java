package io.jenkins.plugins.wedata.rehearsal.engine;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.wedata.client.TimeSource;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;

/** Waits, in seconds unless told otherwise. */
public final class SleepStep implements Activity {

    private final int time;
    private TimeUnit unit = TimeUnit.SECONDS;

    @CheckForNull
    private TimeSource.Alarm alarm;

    @DataBoundConstructor
    public SleepStep(int time) {
        this.time = time;
    }

    @DataBoundSetter
    public void setUnit(TimeUnit unit) {
        this.unit = unit;
    }

    @Override
    public void start(StepRun run) {
        Duration length = Duration.of(time, unit.toChronoUnit());
        if (length.isNegative() || length.isZero()) {
            run.log("No need to sleep any longer");
            run.succeed(null);
        } else {
            run.log("Sleeping for " + Spans.told(length));
            alarm = run.after(length, () -> run.succeed(null));
        }
    }

    @Override
    public void stop(StepRun run, Throwable cause) {
        if (alarm != null) {
            alarm.cancel();
        }
        run.fail(cause);
    }
}
