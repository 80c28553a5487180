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
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
     * @param jenkinsfile its directory is the workspace, where nothing is changed
     * @param credentialIds what the build may use; empty for every id
     * @param log where it is told; its last line is {@code Finished:} and the result
     */
    ExitStatus play(Path jenkinsfile, Set<String> credentialIds, BuildLog log) {
        return play(jenkinsfile, credentialIds, Map.of(), Map.of(), log).status();
    }

    /**
     * Plays a file with parameters.
     *
     * @param jenkinsfile its directory is the workspace, where nothing is changed
     * @param credentialIds what the build may use; empty for every id
     * @param parameters by name
     * @param variables what else is in the build's environment, by name
     * @param log where it is told; its last line is {@code Finished:} and the result
     */
    Played play(
            Path jenkinsfile,
            Set<String> credentialIds,
            Map<String, String> parameters,
            Map<String, String> variables,
            BuildLog log) {
        String text;
        Workspace workspace;
        try {
            text = Files.readString(jenkinsfile);
            workspace = Workspace.at(directoryOf(jenkinsfile));
        } catch (IOException e) {
            log.line(jenkinsfile + " can't be read: "
                    + (e instanceof CharacterCodingException ? "it is not UTF-8 text" : e));
            Refusal refusal = new Refusal(0, "it can't be read");
            return finish(log, new Played(Result.FAILURE, ExitStatus.REFUSED, Map.of(), List.of(refusal), List.of()));
        }
        String name = Optional.ofNullable(jenkinsfile.getFileName())
                .map(Path::toString)
                .orElse("");
        log.line("Rehearsing " + workspace.root().resolve(name)
                + " on the built-in WeData; nothing here reaches Tencent Cloud");
        weData.notices().forEach(log::line);
        Credentials credentials = new Credentials(weData.key(), credentialIds);
        BuildState build = new BuildState(jobName(workspace), parameters);
        build.add(variables);
        try (workspace;
                AtExit leftover = AtExit.close(workspace)) {
            return finish(log, play(name, text, workspace, build, credentials, log));
        } catch (IOException e) {
            throw new UncheckedIOException("What the build wrote can't be deleted", e);
        }
    }

    private Played play(
            String name, String text, Workspace workspace, BuildState build, Credentials credentials, BuildLog log) {
        Connections connections = new Connections(weData.endpoint(), weData.key());
        StepRegistry steps = new StepRegistry(
                descriptors,
                run -> new RehearsalBuildEnvironment(run, client, weData.endpoint(), credentials, connections));
        try {
            Result result = new Pipeline(steps, workspace, build, log, time).run(text);
            tellSummary(log);
            return new Played(result, ExitStatus.of(result), build.shownParameters(), List.of(), build.artifacts());
        } catch (RefusedException e) {
            log.line("The rehearsal can't play this file:");
            for (Refusal refusal : e.refusals()) {
                log.line(name + (refusal.line() > 0 ? ":" + refusal.line() : "") + ": " + refusal.reason());
            }
            return new Played(
                    Result.FAILURE, ExitStatus.REFUSED, build.shownParameters(), e.refusals(), build.artifacts());
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
