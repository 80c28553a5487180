package io.jenkins.plugins.wedata.rehearsal.engine;

import io.jenkins.plugins.wedata.environment.BuildEnvironment;
import io.jenkins.plugins.wedata.rehearsal.engine.BlockSteps.DirStep;
import io.jenkins.plugins.wedata.rehearsal.engine.BlockSteps.NodeStep;
import io.jenkins.plugins.wedata.rehearsal.engine.BlockSteps.StageStep;
import io.jenkins.plugins.wedata.rehearsal.engine.BlockSteps.TimestampsStep;
import io.jenkins.plugins.wedata.rehearsal.engine.BlockSteps.WithEnvStep;
import io.jenkins.plugins.wedata.rehearsal.engine.CatchSteps.CatchErrorStep;
import io.jenkins.plugins.wedata.rehearsal.engine.CatchSteps.WarnErrorStep;
import io.jenkins.plugins.wedata.rehearsal.engine.PlainSteps.EchoStep;
import io.jenkins.plugins.wedata.rehearsal.engine.PlainSteps.ErrorStep;
import io.jenkins.plugins.wedata.rehearsal.engine.PlainSteps.ReadFileStep;
import io.jenkins.plugins.wedata.rehearsal.engine.PlainSteps.UnstableStep;
import java.util.List;
import java.util.function.Function;

/** Pipeline's own steps, as far as they are played here. */
final class PipelineSteps {

    private PipelineSteps() {}

    /**
     * All of them.
     *
     * @param environments gives a step what it may ask of the build
     */
    static List<StepDefinition> all(Function<StepRun, BuildEnvironment> environments) {
        return List.of(
                BuiltInStep.plain("echo", EchoStep.class),
                BuiltInStep.plain("error", ErrorStep.class),
                BuiltInStep.plain("input", InputStep.class),
                BuiltInStep.plain("readFile", ReadFileStep.class),
                BuiltInStep.plain("sleep", SleepStep.class),
                BuiltInStep.plain("unstable", UnstableStep.class),
                BuiltInStep.block("catchError", CatchErrorStep.class),
                BuiltInStep.block("dir", DirStep.class),
                BuiltInStep.block("node", NodeStep.class),
                BuiltInStep.block("retry", RetryStep.class),
                BuiltInStep.block("stage", StageStep.class),
                BuiltInStep.block("timeout", TimeoutStep.class),
                BuiltInStep.block("timestamps", TimestampsStep.class),
                BuiltInStep.block("warnError", WarnErrorStep.class),
                BuiltInStep.block("withEnv", WithEnvStep.class),
                new ParallelStep(),
                new WithCredentialsStep(environments));
    }
}
