package io.jenkins.plugins.wedata.rehearsal;

import hudson.model.Result;
import io.jenkins.plugins.wedata.client.TimeSource;
import io.jenkins.plugins.wedata.client.WeDataClient;
import io.jenkins.plugins.wedata.rehearsal.engine.BuildLog;
import io.jenkins.plugins.wedata.rehearsal.engine.BuildState;
import io.jenkins.plugins.wedata.rehearsal.engine.Pipeline;
import io.jenkins.plugins.wedata.rehearsal.engine.Refusal;
import io.jenkins.plugins.wedata.rehearsal.engine.RefusedException;
import io.jenkins.plugins.wedata.rehearsal.engine.StepRegistry;
import io.jenkins.plugins.wedata.rehearsal.engine.Workspace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jenkinsci.plugins.workflow.steps.StepDescriptor;

/** Plays one Jenkinsfile, tells it, and says what it left behind. */
final class Rehearsal {

    private final RehearsalWeData weData;
    private final WeDataClient client;
    private final List<? extends StepDescriptor> descriptors;
    private final TimeSource time;

    /**
     * Prepares a stage.
     *
     * @param weData what the steps reach
     * @param client how they reach it
     * @param descriptors the plugin's steps
     * @param time the clock of the Jenkinsfile's own sleeps and timeouts
     */
    Rehearsal(
            RehearsalWeData weData, WeDataClient client, List<? extends StepDescriptor> descriptors, TimeSource time) {
        this.weData = weData;
        this.client = client;
        this.descriptors = descriptors;
        this.time = time;
    }

    /**
     * Plays a file.
     *
     * @param line its file's directory is the workspace, where nothing is changed
     * @param log where it is told; its last line is {@code Finished:} and the result
     */
    Played play(CommandLine line, BuildLog log) {
        Path jenkinsfile = line.jenkinsfile();
        String text;
        Workspace workspace;
        try {
            text = Files.readString(jenkinsfile);
            workspace = Workspace.at(directoryOf(jenkinsfile));
        } catch (IOException e) {
            log.line(jenkinsfile + " can't be read: " + e);
            Refusal refusal = new Refusal(0, "it can't be read");
            return finish(log, new Played(Result.FAILURE, ExitStatus.REFUSED, List.of(refusal), List.of()));
        }
        try (workspace) {
            return finish(log, play(line, text, workspace, log));
        } catch (IOException e) {
            throw new UncheckedIOException("What the build wrote can't be deleted", e);
        }
    }

    private Played play(CommandLine line, String text, Workspace workspace, BuildLog log) {
        String name = Optional.ofNullable(line.jenkinsfile().getFileName())
                .map(Path::toString)
                .orElse("");
        log.line("Rehearsing " + workspace.root().resolve(name)
                + " on the built-in WeData; nothing here reaches Tencent Cloud");
        weData.notices().forEach(log::line);
        if (line.speed() > 1) {
            log.line("Time runs " + line.speed() + " times faster; every time below is the rehearsal's own");
        }
        Credentials credentials = new Credentials(weData.key(), line.credentialIds());
        StepRegistry steps = new StepRegistry(
                descriptors, run -> new RehearsalBuildEnvironment(run, client, weData.endpoint(), credentials));
        BuildState build = new BuildState(jobName(workspace), line.parameters());
        try {
            Result result = new Pipeline(steps, workspace, build, log, time).run(text);
            tellSummary(log);
            return new Played(result, ExitStatus.of(result), List.of(), build.artifacts());
        } catch (RefusedException e) {
            log.line("The rehearsal can't play this file:");
            for (Refusal refusal : e.refusals()) {
                log.line(name + (refusal.line() > 0 ? ":" + refusal.line() : "") + ": " + refusal.reason());
            }
            return new Played(Result.FAILURE, ExitStatus.REFUSED, e.refusals(), build.artifacts());
        }
    }

    private void tellSummary(BuildLog log) {
        log.line("");
        List<String> strikes = weData.strikes();
        if (!strikes.isEmpty()) {
            log.line("Faults:");
            strikes.forEach(line -> log.line("  " + line));
        }
        log.line("What now exists in the built-in WeData:");
        weData.summary().forEach(line -> log.line("  " + line));
        log.line("");
    }

    private static Played finish(BuildLog log, Played played) {
        log.line("Finished: " + played.result());
        return played;
    }

    private static Path directoryOf(Path file) throws IOException {
        return Optional.ofNullable(file.toRealPath().getParent()).orElseThrow(() -> new IOException("no directory"));
    }

    private static String jobName(Workspace workspace) {
        return Optional.ofNullable(workspace.root().getFileName())
                .map(Path::toString)
                .orElse("rehearsal");
    }
}
