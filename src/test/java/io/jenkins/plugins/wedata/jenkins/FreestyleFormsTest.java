package io.jenkins.plugins.wedata.jenkins;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.ExtensionList;
import hudson.model.FreeStyleProject;
import hudson.model.Item;
import hudson.model.TaskListener;
import hudson.model.User;
import hudson.security.ACL;
import hudson.security.ACLContext;
import hudson.tasks.Builder;
import hudson.util.FormValidation;
import io.jenkins.plugins.wedata.builders.AwaitJobBuilder;
import io.jenkins.plugins.wedata.builders.BatchVersionBuilder;
import io.jenkins.plugins.wedata.builders.CommitIntegrationBuilder;
import io.jenkins.plugins.wedata.builders.CreateIntegrationTaskBuilder;
import io.jenkins.plugins.wedata.builders.CreateTaskBuilder;
import io.jenkins.plugins.wedata.builders.CreateTriggerTaskBuilder;
import io.jenkins.plugins.wedata.builders.WeDataBuilder;
import io.jenkins.plugins.wedata.steps.AwaitJobStep;
import io.jenkins.plugins.wedata.steps.BatchVersionStep;
import io.jenkins.plugins.wedata.steps.CommitIntegrationStep;
import io.jenkins.plugins.wedata.steps.CreateIntegrationTaskStep;
import io.jenkins.plugins.wedata.steps.CreateTaskStep;
import io.jenkins.plugins.wedata.steps.CreateTriggerTaskStep;
import io.jenkins.plugins.wedata.steps.TriggerTaskBaseAttribute;
import io.jenkins.plugins.wedata.steps.TriggerTaskConfiguration;
import io.jenkins.plugins.wedata.steps.TriggerTaskSchedulerConfiguration;
import io.jenkins.plugins.wedata.steps.VersionTask;
import io.jenkins.plugins.wedata.steps.WeDataStep;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import jenkins.model.Jenkins;
import org.jenkinsci.plugins.structs.describable.DescribableModel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.MockAuthorizationStrategy;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** The build steps' forms, their config.xml, and what else configures them. */
@WithJenkins
class FreestyleFormsTest {

    private JenkinsRule jenkins;

    /** Whom the fields of every form ask, so that no call leaves this machine. */
    private WeDataAtHand forms;

    @BeforeEach
    void start(JenkinsRule rule) throws Exception {
        jenkins = rule;
        forms = new WeDataAtHand();
    }

    static Stream<WeDataBuilder<?>> builders() {
        CreateTaskStep create = who(new CreateTaskStep("$FLOW", "load-${NAME}", "SHELL"));
        create.setContent("select '$day'\nfrom t");
        create.setIfExists("REUSE");
        CreateTriggerTaskStep trigger =
                who(new CreateTriggerTaskStep(new TriggerTaskBaseAttribute("load", "SHELL", "flow")));
        TriggerTaskConfiguration runs = new TriggerTaskConfiguration();
        runs.setCode("ls");
        trigger.setConfiguration(runs);
        TriggerTaskSchedulerConfiguration schedule = new TriggerTaskSchedulerConfiguration();
        schedule.setMaxRetryNumber(3L);
        trigger.setSchedulerConfiguration(schedule);
        CreateIntegrationTaskStep integration = who(new CreateIntegrationTaskStep());
        integration.setFile("orders.yaml");
        CommitIntegrationStep commit = who(new CommitIntegrationStep("$WEDATA_TASK_ID"));
        commit.setCommitType("START");
        commit.setWaitUntilRunning(true);
        commit.setTimeout(7);
        VersionTask second = new VersionTask("2");
        second.setRemark("by $BUILD_USER");
        BatchVersionStep batch = who(new BatchVersionStep(List.of(new VersionTask("1"), second)));
        batch.setOnPartial("UNSTABLE");
        batch.setMarkRemark(false);
        AwaitJobStep await = who(new AwaitJobStep("$WEDATA_JOB_ID"));
        await.setTimeout(90);
        return Stream.of(
                new CreateTaskBuilder(create),
                new CreateTriggerTaskBuilder(trigger),
                new CreateIntegrationTaskBuilder(integration),
                new CommitIntegrationBuilder(commit),
                new BatchVersionBuilder(batch),
                new AwaitJobBuilder(await));
    }

    private static <S extends WeDataStep> S who(S step) {
        step.setProjectId("$PROJECT");
        step.setRegion("ap-guangzhou");
        return step;
    }

    @ParameterizedTest
    @MethodSource("builders")
    void whatIsConfiguredIsReadBackFromConfigXml(WeDataBuilder<?> builder) throws Exception {
        builder.setResultPrefix("MINE");
        FreeStyleProject job = jenkins.createFreeStyleProject("release");
        job.getBuildersList().add(builder);
        job.save();
        String before = job.getConfigFile().asString();
        assertThat(before).contains("<step", "<resultPrefix>MINE</resultPrefix>");
        job.doReload();
        Builder read = job.getBuildersList().get(0);
        assertThat(read).isNotSameAs(builder).isInstanceOf(builder.getClass());
        jenkins.assertEqualDataBoundBeans(builder, read);
        job.save();
        assertThat(job.getConfigFile().asString()).isEqualTo(before);
    }

    @ParameterizedTest
    @MethodSource("builders")
    void theFormChangesNothingThatNobodyChanged(WeDataBuilder<?> builder) throws Exception {
        builder.setResultPrefix("MINE");
        FreeStyleProject job = jenkins.createFreeStyleProject("release");
        job.getBuildersList().add(builder);
        job.save();
        String before = builders(job);
        jenkins.configRoundtrip(job);
        Builder read = job.getBuildersList().get(0);
        assertThat(read).isNotSameAs(builder).isInstanceOf(builder.getClass());
        jenkins.assertEqualDataBoundBeans(builder, read);
        assertThat(builders(job)).isEqualTo(before);
    }

    /** The job's build steps as its file has them: the rest of a job's form has defaults of its own. */
    private static String builders(FreeStyleProject job) throws IOException {
        String file = job.getConfigFile().asString();
        return file.substring(file.indexOf("<builders>"), file.indexOf("</builders>"));
    }

    @AfterEach
    void end() {
        forms.close();
    }

    @Test
    void codeThatBindsDataMakesABuildStepWithItsStep() throws Exception {
        CreateTaskBuilder builder = new DescribableModel<>(CreateTaskBuilder.class)
                .instantiate(
                        Map.of(
                                "step",
                                Map.of("workflowId", "w", "taskName", "load", "taskType", 35, "region", "ap-guangzhou"),
                                "resultPrefix",
                                "LOAD"),
                        TaskListener.NULL);
        assertThat(builder.getResultPrefix()).isEqualTo("LOAD");
        assertThat(builder.getStep().getTaskType()).isEqualTo("35");
        assertThat(builder.getStep().getRegion()).isEqualTo("ap-guangzhou");
    }

    @Test
    void aWrongPrefixIsToldToWhoeverMayConfigureTheJobAndToNobodyElse() throws Exception {
        jenkins.jenkins.setSecurityRealm(jenkins.createDummySecurityRealm());
        jenkins.jenkins.setAuthorizationStrategy(new MockAuthorizationStrategy()
                .grant(Jenkins.READ, Item.READ, Item.CONFIGURE)
                .everywhere()
                .to("alice")
                .grant(Jenkins.READ, Item.READ)
                .everywhere()
                .to("bob"));
        FreeStyleProject job = jenkins.createFreeStyleProject("release");
        AwaitJobBuilder.DescriptorImpl descriptor = ExtensionList.lookupSingleton(AwaitJobBuilder.DescriptorImpl.class);
        try (ACLContext ignored = ACL.as2(User.getById("alice", true).impersonate2())) {
            FormValidation told = descriptor.doCheckResultPrefix(job, "1ST");
            assertThat(told.kind).isEqualTo(FormValidation.Kind.ERROR);
            assertThat(told.getMessage()).contains("is not valid; give what names of environment variables may begin");
            assertThat(descriptor.doCheckResultPrefix(job, "").kind).isEqualTo(FormValidation.Kind.OK);
            assertThat(descriptor.doCheckResultPrefix(null, "1ST").kind)
                    .as("without a job only an administrator is told")
                    .isEqualTo(FormValidation.Kind.OK);
        }
        try (ACLContext ignored = ACL.as2(User.getById("bob", true).impersonate2())) {
            assertThat(descriptor.doCheckResultPrefix(job, "1ST").kind).isEqualTo(FormValidation.Kind.OK);
        }
    }

    @Test
    void whatAJobsFileLeavesOutHasItsDefault() {
        BatchVersionBuilder batch = (BatchVersionBuilder) read(BatchVersionBuilder.class, BatchVersionStep.class);
        CommitIntegrationBuilder commit =
                (CommitIntegrationBuilder) read(CommitIntegrationBuilder.class, CommitIntegrationStep.class);

        assertThat(batch.getStep().isWait()).isTrue();
        assertThat(batch.getStep().isMarkRemark()).isTrue();
        assertThat(batch.getStep().getTimeout()).isEqualTo(60);
        assertThat(commit.getStep().getTimeout()).isEqualTo(60);
        assertThat(batch.getResultPrefix()).isEqualTo("WEDATA");
    }

    private static Object read(Class<?> builder, Class<?> step) {
        return Jenkins.XSTREAM2.fromXML(
                "<" + builder.getName() + "><step class='" + step.getName() + "'/></" + builder.getName() + ">");
    }
}
