package io.jenkins.plugins.wedata.rehearsal.engine;

import com.cloudbees.groovy.cps.Outcome;
import hudson.model.Result;
import io.jenkins.plugins.wedata.client.TimeSource;
import java.util.Optional;
import java.util.concurrent.CompletionException;

/** Runs the text of a Jenkinsfile from its start to its result. */
public final class Pipeline {

    private final StepRegistry steps;
    private final Workspace workspace;
    private final BuildState build;
    private final BuildLog log;
    private final TimeSource time;

    /**
     * Prepares a run.
     *
     * @param steps what the Jenkinsfile may call
     * @param workspace what a node gives
     * @param build the build that it is
     * @param log where it is told
     * @param time the clock of sleeps and timeouts
     */
    public Pipeline(StepRegistry steps, Workspace workspace, BuildState build, BuildLog log, TimeSource time) {
        this.steps = steps;
        this.workspace = workspace;
        this.build = build;
        this.log = log;
        this.time = time;
    }

    /**
     * Runs.
     *
     * @param jenkinsfile its text
     * @return the build's result
     * @throws RefusedException when it can't be rehearsed; nothing has run unless only its run could show that
     */
    public Result run(String jenkinsfile) {
        CompiledJenkinsfile script = new JenkinsfileCompiler(steps).compile(jenkinsfile);
        build.declare(script.parameters(build.given()), script.secretParameters());
        if (script.declarative() != null) {
            script.declarative().notes().forEach(log::line);
        }
        log.pipeline("Start of Pipeline");
        try (Program program = new Program(steps, workspace, build, log, time)) {
            Outcome outcome = program.run(script).join();
            log.pipeline("End of Pipeline");
            if (outcome.isFailure()) {
                fail(outcome.getAbnormal(), program.lineOf(outcome.getAbnormal()));
            }
        } catch (CompletionException e) {
            if (e.getCause() instanceof RefusedException refused) {
                throw refused;
            }
            fail(e.getCause(), 0);
        }
        return build.result().orElse(Result.SUCCESS);
    }

    private void fail(Throwable failure, int line) {
        build.setResult(Failures.resultOf(failure));
        log.line(Failures.told(failure));
        Optional<Integer> own = Failures.line(failure);
        if (own.isPresent()) {
            log.line("The failure comes from line " + own.get() + " of the Jenkinsfile");
        } else if (line > 0) {
            log.line("The step that failed is called in line " + line + " of the Jenkinsfile");
        }
    }
}
