package io.jenkins.plugins.wedata.rehearsal.engine;

import hudson.model.Result;
import io.jenkins.plugins.wedata.environment.BuildEnvironment;
import io.jenkins.plugins.wedata.rehearsal.ManualTime;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jenkinsci.plugins.workflow.steps.StepDescriptor;

/** Plays the text of a Jenkinsfile through the real engine, with a clock that the test turns. */
final class PlayedPipeline implements AutoCloseable {

    final ManualTime time = new ManualTime();
    final BuildState build;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final Workspace workspace;
    private final Pipeline pipeline;

    PlayedPipeline(Path directory, StepDescriptor... descriptors) {
        this(directory, Map.of(), descriptors);
    }

    PlayedPipeline(Path directory, Map<String, String> parameters, StepDescriptor... descriptors) {
        this(directory, parameters, run -> new NoEnvironment(run), descriptors);
    }

    private PlayedPipeline(
            Path directory,
            Map<String, String> parameters,
            Function<StepRun, BuildEnvironment> environments,
            StepDescriptor... descriptors) {
        build = new BuildState("played", parameters);
        BuildLog log = new BuildLog(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        try {
            workspace = Workspace.at(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        pipeline = new Pipeline(new StepRegistry(List.of(descriptors), environments), workspace, build, log, time);
    }

    Result play(String jenkinsfile) {
        return await(start(jenkinsfile));
    }

    CompletableFuture<Result> start(String jenkinsfile) {
        return CompletableFuture.supplyAsync(() -> {
            try (this) {
                return pipeline.run(jenkinsfile);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    static Result await(CompletableFuture<Result> result) {
        return result.orTimeout(30, TimeUnit.SECONDS).join();
    }

    List<String> lines() {
        return bytes.toString(StandardCharsets.UTF_8).lines().toList();
    }

    /** What the steps said, without what the program did. */
    List<String> said() {
        return lines().stream().filter(line -> !line.startsWith("[Pipeline]")).toList();
    }

    /** Forgets what the build wrote. */
    @Override
    public void close() throws IOException {
        workspace.close();
    }
}
