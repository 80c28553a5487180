package io.jenkins.plugins.wedata.jenkins;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.ExtensionList;
import hudson.model.FreeStyleBuild;
import hudson.model.FreeStyleProject;
import hudson.model.TaskListener;
import io.jenkins.plugins.wedata.connection.ConnectionSite;
import io.jenkins.plugins.wedata.connection.WeDataConnection;
import io.jenkins.plugins.wedata.connection.WeDataGlobalConfiguration;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** The job of docs/freestyle, as it stands there. */
@WithJenkins
class FreestyleExampleTest {

    @Test
    void theExampleRunsAsItIs(JenkinsRule jenkins) throws Exception {
        WeDataConnection prod = new WeDataConnection("prod");
        prod.setSite(ConnectionSite.REHEARSAL);
        prod.setProjectId(WeDataAtHand.PROJECT);
        ExtensionList.lookupSingleton(WeDataGlobalConfiguration.class).setConnections(List.of(prod));
        FreeStyleProject job;
        try (InputStream config = Files.newInputStream(Path.of("docs/freestyle/config.xml"))) {
            job = (FreeStyleProject) jenkins.jenkins.createProjectFromXML("release", config);
        }

        FreeStyleBuild build = jenkins.buildAndAssertSuccess(job);

        jenkins.assertLogContains("REHEARSAL: Created task 'load-orders': ", build);
        assertThat(build.getEnvironment(TaskListener.NULL))
                .containsEntry("WEDATA_CREATED", "true")
                .containsEntry("VERSION_OUTCOME", "SUCCESS");
        assertThat(build.getEnvironment(TaskListener.NULL).get("VERSION_SUCCEEDED"))
                .isEqualTo(build.getEnvironment(TaskListener.NULL).get("WEDATA_TASK_ID"));
    }
}
