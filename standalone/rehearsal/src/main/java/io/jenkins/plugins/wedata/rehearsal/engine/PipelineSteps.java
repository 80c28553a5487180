package io.jenkins.plugins.wedata.rehearsal.engine;

import io.jenkins.plugins.wedata.environment.BuildEnvironment;
import io.jenkins.plugins.wedata.rehearsal.engine.BlockSteps.DirStep;
import io.jenkins.plugins.wedata.rehearsal.engine.BlockSteps.NodeStep;
import io.jenkins.plugins.wedata.rehearsal.engine.BlockSteps.StageStep;
import io.jenkins.plugins.wedata.rehearsal.engine.BlockSteps.TimestampsStep;
import io.jenkins.plugins.wedata.rehearsal.engine.BlockSteps.WithEnvStep;
import io.jenkins.plugins.wedata.rehearsal.engine.CatchSteps.CatchErrorStep;
import io.jenkins.plugins.wedata.rehearsal.engine.CatchSteps.WarnErrorStep;
import io.jenkins.plugins.wedata.rehearsal.engine.DataSteps.ReadJsonStep;
import io.jenkins.plugins.wedata.rehearsal.engine.DataSteps.ReadYamlStep;
import io.jenkins.plugins.wedata.rehearsal.engine.FileSteps.DeleteDirStep;
import io.jenkins.plugins.wedata.rehearsal.engine.FileSteps.FileExistsStep;
import io.jenkins.plugins.wedata.rehearsal.engine.FileSteps.IsUnixStep;
import io.jenkins.plugins.wedata.rehearsal.engine.FileSteps.PwdStep;
import io.jenkins.plugins.wedata.rehearsal.engine.FileSteps.ReadFileStep;
import io.jenkins.plugins.wedata.rehearsal.engine.FileSteps.WriteFileStep;
import io.jenkins.plugins.wedata.rehearsal.engine.PlainSteps.EchoStep;
import io.jenkins.plugins.wedata.rehearsal.engine.PlainSteps.ErrorStep;
import io.jenkins.plugins.wedata.rehearsal.engine.PlainSteps.UnstableStep;
import io.jenkins.plugins.wedata.rehearsal.engine.ScmSteps.CheckoutStep;
import io.jenkins.plugins.wedata.rehearsal.engine.ScmSteps.GitStep;
import io.jenkins.plugins.wedata.rehearsal.engine.StashSteps.StashStep;
import io.jenkins.plugins.wedata.rehearsal.engine.StashSteps.UnstashStep;
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
                BuiltInStep.plain("archiveArtifacts", ArchiveArtifactsStep.class),
                BuiltInStep.plain("checkout", CheckoutStep.class),
                BuiltInStep.plain("cleanWs", CleanWsStep.class),
                BuiltInStep.plain("deleteDir", DeleteDirStep.class),
                BuiltInStep.plain("echo", EchoStep.class),
                BuiltInStep.plain("error", ErrorStep.class),
                BuiltInStep.plain("fileExists", FileExistsStep.class),
                BuiltInStep.plain("git", GitStep.class),
                BuiltInStep.plain("input", InputStep.class),
                BuiltInStep.plain("isUnix", IsUnixStep.class),
                BuiltInStep.plain("pwd", PwdStep.class),
                BuiltInStep.plain("readFile", ReadFileStep.class),
                BuiltInStep.plain("readJSON", ReadJsonStep.class),
                BuiltInStep.plain("readYaml", ReadYamlStep.class),
                BuiltInStep.plain("sleep", SleepStep.class),
                BuiltInStep.plain("stash", StashStep.class),
                BuiltInStep.plain("unstable", UnstableStep.class),
                BuiltInStep.plain("unstash", UnstashStep.class),
                BuiltInStep.plain("writeFile", WriteFileStep.class),
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
