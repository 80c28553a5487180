package io.jenkins.plugins.wedata.steps;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.wedata.operation.BatchWaitOptions;
import io.jenkins.plugins.wedata.operation.Reaction;
import java.util.List;
import java.util.Optional;
import org.kohsuke.stapler.DataBoundSetter;

/** What the steps take that wait for a batch job. */
public abstract class JobWaitStep extends WeDataStep {

    private static final long serialVersionUID = 1L;

    private static final long DEFAULT_TIMEOUT = 60;

    /** Null for the default: what a job's file leaves out is read as null. */
    private Long timeout;

    private String onPartial;
    private String onApproval;

    JobWaitStep() {}

    /**
     * How long to wait at the most, from the job's start.
     *
     * @return minutes
     */
    public long getTimeout() {
        return timeout == null ? DEFAULT_TIMEOUT : timeout;
    }

    @DataBoundSetter
    public void setTimeout(long timeout) {
        this.timeout = timeout == DEFAULT_TIMEOUT ? null : timeout;
    }

    /**
     * What a job does of which some tasks failed: {@code FAIL} (default) or {@code UNSTABLE}.
     *
     * @return null when none was given
     */
    @CheckForNull
    public String getOnPartial() {
        return onPartial;
    }

    @DataBoundSetter
    public void setOnPartial(@CheckForNull String onPartial) {
        this.onPartial = FormText.orNull(onPartial);
    }

    /**
     * What versions that wait for an approver do: {@code FAIL} (default), {@code UNSTABLE} or {@code PROCEED}.
     *
     * @return null when none was given
     */
    @CheckForNull
    public String getOnApproval() {
        return onApproval;
    }

    @DataBoundSetter
    public void setOnApproval(@CheckForNull String onApproval) {
        this.onApproval = FormText.orNull(onApproval);
    }

    BatchWaitOptions waitOptions(StepInput input, boolean awaitEnd, Optional<String> mark) {
        return new BatchWaitOptions(
                awaitEnd,
                input.minutes("timeout", getTimeout()),
                input.choice("onPartial", onPartial, List.of(Reaction.FAIL, Reaction.UNSTABLE)),
                input.choice("onApproval", onApproval, Reaction.class),
                mark);
    }
}
