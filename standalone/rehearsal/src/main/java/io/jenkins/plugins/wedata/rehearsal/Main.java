package io.jenkins.plugins.wedata.rehearsal;

import io.jenkins.plugins.wedata.client.OkHttpTransport;
import io.jenkins.plugins.wedata.client.SystemTimeSource;
import io.jenkins.plugins.wedata.client.WeDataClient;
import io.jenkins.plugins.wedata.rehearsal.engine.BuildLog;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
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
        List<StepDescriptor> steps = List.of();
        try (RehearsalWeData weData = new AbsentWeData();
                SystemTimeSource time = new SystemTimeSource();
                WeDataClient client = WeDataClient.over(OkHttpTransport.over(new OkHttpClient.Builder()))) {
            return new Rehearsal(weData, client, steps, time).play(line.jenkinsfile(), line.credentialIds(), log);
        }
    }
}
