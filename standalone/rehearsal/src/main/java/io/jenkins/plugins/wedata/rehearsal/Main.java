package io.jenkins.plugins.wedata.rehearsal;

import io.jenkins.plugins.wedata.client.OkHttpTransport;
import io.jenkins.plugins.wedata.client.SystemTimeSource;
import io.jenkins.plugins.wedata.client.WeDataClient;
import io.jenkins.plugins.wedata.rehearsal.engine.BuildLog;
import io.jenkins.plugins.wedata.steps.AwaitJobStep;
import io.jenkins.plugins.wedata.steps.BatchVersionStep;
import io.jenkins.plugins.wedata.steps.CommitIntegrationStep;
import io.jenkins.plugins.wedata.steps.CreateIntegrationTaskStep;
import io.jenkins.plugins.wedata.steps.CreateTaskStep;
import io.jenkins.plugins.wedata.steps.CreateTriggerTaskStep;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import okhttp3.OkHttpClient;
import org.jenkinsci.plugins.workflow.steps.StepDescriptor;

/**
 * Rehearses a Jenkinsfile from the command line. Exit status: 0 success, 1 failure or aborted, 2 unstable, 3 the file can't
 * be rehearsed.
 */
public final class Main {

    private static final List<StepDescriptor> STEPS = List.of(
            new CreateTaskStep.DescriptorImpl(),
            new CreateTriggerTaskStep.DescriptorImpl(),
            new CommitIntegrationStep.DescriptorImpl(),
            new BatchVersionStep.DescriptorImpl(),
            new AwaitJobStep.DescriptorImpl(),
            new CreateIntegrationTaskStep.DescriptorImpl());

    private Main() {}

    /**
     * Rehearses, and ends the virtual machine with the result.
     *
     * @param args see {@link CommandLine}
     */
    public static void main(String[] args) {
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);
        System.exit(run(args, new BuildLog(out)).code());
    }

    static ExitStatus run(String[] args, BuildLog log) {
        CommandLine line;
        try {
            line = CommandLine.parse(args);
        } catch (IllegalArgumentException e) {
            log.line(e.getMessage());
            return ExitStatus.REFUSED;
        }
        try (RehearsalWeData weData = BuiltInStage.open();
                SystemTimeSource time = new SystemTimeSource();
                WeDataClient client = WeDataClient.over(OkHttpTransport.over(new OkHttpClient.Builder()))) {
            return new Rehearsal(weData, client, STEPS, time).play(line.jenkinsfile(), line.credentialIds(), log);
        } catch (IOException e) {
            log.line("The built-in WeData can't be opened: " + e);
            return ExitStatus.REFUSED;
        }
    }
}
