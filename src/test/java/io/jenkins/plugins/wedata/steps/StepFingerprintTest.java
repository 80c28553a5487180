package io.jenkins.plugins.wedata.steps;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StepFingerprintTest {

    private static CreateTaskStep create() {
        CreateTaskStep step = new CreateTaskStep("workflow", "load", "SHELL");
        step.setContent("select 1");
        return step;
    }

    @Test
    void whatAsksTheSameHasTheSame() {
        assertThat(StepFingerprint.of(create()))
                .isEqualTo(StepFingerprint.of(create()))
                .matches("[0-9a-f]{64}");
    }

    @Test
    void itStaysTheSameFromOneVersionOfThePluginToTheNext() {
        assertThat(StepFingerprint.of(new AwaitJobStep("17")))
                .as("else an update between two starts of a controller loses what was under way")
                .isEqualTo("1ea706b8440c5ddb12ec2d45c8cedac65b5f0a6ac57c65caae11a311077c73dc");
    }

    @Test
    void whateverDiffersMakesAnother() {
        Set<String> all = new HashSet<>();
        all.add(StepFingerprint.of(create()));
        CreateTaskStep content = create();
        content.setContent("select 2");
        all.add(StepFingerprint.of(content));
        CreateTaskStep connection = create();
        connection.setConnection("prod");
        all.add(StepFingerprint.of(connection));
        CreateTaskStep named = new CreateTaskStep("workflow", "load2", "SHELL");
        all.add(StepFingerprint.of(named));
        all.add(StepFingerprint.of(new CreateTaskStep("workflowload", "", "SHELL")));
        all.add(StepFingerprint.of(new AwaitJobStep("workflow")));
        all.add(StepFingerprint.of(new BatchVersionStep(List.of(new VersionTask("1"), new VersionTask("2")))));
        all.add(StepFingerprint.of(new BatchVersionStep(List.of(new VersionTask("12")))));
        all.add(StepFingerprint.of(new BatchVersionStep(List.of())));
        all.add(StepFingerprint.of(new BatchVersionStep(null)));
        assertThat(all).hasSize(10);
    }

    @Test
    void nothingOfWhatIsAskedCanBeReadInIt() {
        assertThat(StepFingerprint.of(create())).doesNotContain("load", "select");
    }
}
