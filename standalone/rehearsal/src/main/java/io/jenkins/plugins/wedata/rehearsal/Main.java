package io.jenkins.plugins.wedata.rehearsal;

import io.jenkins.plugins.wedata.client.OkHttpTransport;
import io.jenkins.plugins.wedata.client.RetryPolicy;
import io.jenkins.plugins.wedata.client.SystemTimeSource;
import io.jenkins.plugins.wedata.client.TimeSource;
import io.jenkins.plugins.wedata.client.Transport;
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
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
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

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);
    private static final Duration CALL_TIMEOUT = Duration.ofSeconds(60);
    private static final Duration SHORTEST_TIMEOUT = Duration.ofSeconds(2);

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
        try {
            CommandLine line = CommandLine.parse(args);
            if (line.isHelp()) {
                log.line(CommandLine.help());
                return ExitStatus.SUCCESS;
            }
            return rehearse(line, log);
        } catch (IllegalArgumentException e) {
            log.line(e.getMessage());
            return ExitStatus.REFUSED;
        } catch (IOException | UncheckedIOException e) {
            log.line("The rehearsal can't go on: " + e);
            return ExitStatus.REFUSED;
        }
    }

    private static ExitStatus rehearse(CommandLine line, BuildLog log) throws IOException {
        line.json().ifPresent(ReportFile::check);
        try (SystemTimeSource system = new SystemTimeSource()) {
            TimeSource time = new ScaledTime(system, line.speed());
            try (RehearsalWeData weData = BuiltInStage.open(line.stage(), time);
                    WeDataClient client = WeDataClient.over(transport(line.speed()), time, RetryPolicy.standard())) {
                Instant start = time.now();
                if (line.speed() > 1) {
                    log.line("Time runs " + line.speed() + " times faster; every time below is the rehearsal's own");
                }
                Played played = new Rehearsal(weData, client, STEPS, time)
                        .play(line.jenkinsfile(), line.credentialIds(), line.parameters(), line.variables(), log);
                if (line.json().isPresent()) {
                    report(line, played, start, time.now(), weData)
                            .write(line.json().get());
                }
                return played.status();
            }
        }
    }

    /** The limit of a whole exchange runs with the other clocks, and leaves a slow machine enough. */
    private static Transport transport(int speed) {
        Duration limit = CALL_TIMEOUT.dividedBy(speed);
        return OkHttpTransport.over(
                new OkHttpClient.Builder(),
                CONNECT_TIMEOUT,
                limit.compareTo(SHORTEST_TIMEOUT) < 0 ? SHORTEST_TIMEOUT : limit);
    }

    private static Report report(CommandLine line, Played played, Instant start, Instant end, RehearsalWeData weData) {
        return new Report(
                Report.SCHEMA,
                line.jenkinsfile().toString(),
                played.result().toString(),
                played.status().code(),
                start.truncatedTo(ChronoUnit.MILLIS).toString(),
                Duration.between(start, end).toMillis() / 1000.0,
                line.speed(),
                played.parameters(),
                played.refusals(),
                played.artifacts(),
                weData.report());
    }
}
