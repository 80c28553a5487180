package io.jenkins.plugins.wedata.steps;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Extension;
import hudson.model.Item;
import hudson.util.FormValidation;
import io.jenkins.plugins.wedata.api.ListBatchDetail;
import io.jenkins.plugins.wedata.environment.BuildEnvironment;
import io.jenkins.plugins.wedata.operation.AwaitEarlierOperation;
import io.jenkins.plugins.wedata.operation.AwaitJobOperation;
import io.jenkins.plugins.wedata.operation.EarlierWork;
import io.jenkins.plugins.wedata.operation.Operation;
import io.jenkins.plugins.wedata.operation.Progress;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.kohsuke.stapler.AncestorInPath;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/**
 * {@code wedataAwaitJob}: waits for a batch job of any kind that was started before - by another step, another build, or by hand. The
 * result is that of {@code wedataBatchVersion}.
 */
public final class AwaitJobStep extends JobWaitStep {

    private static final long serialVersionUID = 1L;

    private static final String FUNCTION_NAME = "wedataAwaitJob";

    private final String jobId;
    private ArrayList<String> tasks;
    private String remark;
    private String fromBuild;

    /** What that build left, once it was looked for. */
    private transient FromBuild.Result found;

    /**
     * Takes what is required; the rest is set.
     *
     * @param jobId the job's number
     */
    @DataBoundConstructor
    public AwaitJobStep(String jobId) {
        this.jobId = FormText.orNull(jobId);
    }

    /**
     * The job's number.
     *
     * @return as given
     */
    public String getJobId() {
        return jobId;
    }

    /**
     * The ids of the job's tasks; needed only where WeData does not tell how far a job is.
     *
     * @return null when none was given
     */
    @CheckForNull
    public List<String> getTasks() {
        return tasks;
    }

    @DataBoundSetter
    public void setTasks(@CheckForNull List<String> tasks) {
        this.tasks = FormText.lines(tasks);
    }

    /**
     * A text in the remarks of the job's versions that no other version carries; needed only where WeData does not tell
     * how far a job is.
     *
     * @return null when none was given
     */
    @CheckForNull
    public String getRemark() {
        return remark;
    }

    @DataBoundSetter
    public void setRemark(@CheckForNull String remark) {
        this.remark = FormText.orNull(remark);
    }

    /**
     * Another build, whose batch jobs are waited for: its number in the same job, its address, or its job's full name, # and
     * its number. In the place of {@code jobId}.
     *
     * @return null when none was given
     */
    @CheckForNull
    public String getFromBuild() {
        return fromBuild;
    }

    @DataBoundSetter
    public void setFromBuild(@CheckForNull String fromBuild) {
        this.fromBuild = FormText.orNull(fromBuild);
    }

    @Override
    WeDataStep filledIn(BuildEnvironment build, Optional<Progress> reached) throws IOException, InterruptedException {
        if (fromBuild == null) {
            return this;
        }
        Optional<EarlierWork> before = reached.flatMap(EarlierWork::of);
        return FromBuild.filledIn(
                this, before.isPresent() ? new FromBuild.Result(before.get(), List.of()) : FromBuild.find(this, build));
    }

    /** A build that called without a connection is gone on with without one: no default takes its place. */
    @Override
    @CheckForNull
    String connectionInItsPlace() {
        if (found == null || found.work().jobs().isEmpty()) {
            return null;
        }
        return Optional.ofNullable(found.work().connection()).orElse("");
    }

    /** The same with what was found. */
    AwaitJobStep goingOnWith(FromBuild.Result work) {
        AwaitJobStep same = new AwaitJobStep(jobId);
        same.fromBuild = fromBuild;
        same.found = work;
        same.setProjectId(getProjectId());
        same.setTimeout(getTimeout());
        same.setOnPartial(getOnPartial());
        same.setOnApproval(getOnApproval());
        return same;
    }

    @Override
    String functionName() {
        return FUNCTION_NAME;
    }

    @Override
    Operation operation(StepInput input) throws IOException, InterruptedException {
        if (fromBuild != null) {
            FromBuild.Result earlier = found == null ? FromBuild.find(this, input.build()) : found;
            earlier.problems().forEach(wrong -> input.problems().add(wrong.field(), wrong.value(), wrong.expected()));
            return new AwaitEarlierOperation(earlier.work(), waitOptions(input, true, Optional.empty()));
        }
        return new AwaitJobOperation(
                new ListBatchDetail(input.jobNumber("jobId", jobId), input.projectId()),
                Optional.ofNullable(input.expandedEach("tasks", tasks)).orElse(List.of()),
                waitOptions(
                        input,
                        true,
                        Optional.ofNullable(input.expanded("remark", remark)).filter(text -> !text.isBlank())));
    }

    /** What Jenkins knows of this step. */
    @Extension
    public static final class DescriptorImpl extends JobWaitForm {

        @Override
        public String getFunctionName() {
            return FUNCTION_NAME;
        }

        @Override
        public String getDisplayName() {
            return Messages.AwaitJobStep_DisplayName();
        }

        @POST
        public FormValidation doCheckJobId(
                @AncestorInPath Item item, @QueryParameter String value, @QueryParameter String fromBuild) {
            AwaitJobStep tried = new AwaitJobStep(value);
            tried.setFromBuild(fromBuild);
            return FieldCheck.of(item, "jobId", tried);
        }

        @POST
        public FormValidation doCheckFromBuild(@AncestorInPath Item item, @QueryParameter String value) {
            AwaitJobStep tried = new AwaitJobStep(null);
            tried.setFromBuild(value);
            return FieldCheck.of(item, "fromBuild", tried);
        }

        @POST
        public FormValidation doCheckTasks(@AncestorInPath Item item, @QueryParameter String value) {
            AwaitJobStep tried = new AwaitJobStep(null);
            tried.setTasks(List.of(value));
            return FieldCheck.of(item, "tasks", tried);
        }
    }
}
