package io.jenkins.plugins.wedata.rehearsal.engine;

import hudson.model.Result;
import io.jenkins.plugins.wedata.environment.WorkspaceFileException;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;

/** Empties the current directory, as ws-cleanup does, for the build alone and without patterns. */
public final class CleanWsStep implements Activity {

    private final Set<Result> keptAfter = new HashSet<>();

    @DataBoundConstructor
    public CleanWsStep() {}

    private void clean(boolean wanted, Result result) {
        if (wanted) {
            keptAfter.remove(result);
        } else {
            keptAfter.add(result);
        }
    }

    @DataBoundSetter
    public void setCleanWhenSuccess(boolean clean) {
        clean(clean, Result.SUCCESS);
    }

    @DataBoundSetter
    public void setCleanWhenUnstable(boolean clean) {
        clean(clean, Result.UNSTABLE);
    }

    @DataBoundSetter
    public void setCleanWhenFailure(boolean clean) {
        clean(clean, Result.FAILURE);
    }

    @DataBoundSetter
    public void setCleanWhenNotBuilt(boolean clean) {
        clean(clean, Result.NOT_BUILT);
    }

    @DataBoundSetter
    public void setCleanWhenAborted(boolean clean) {
        clean(clean, Result.ABORTED);
    }

    /** Checked by its type and left: nothing here can fail to be deleted. */
    @DataBoundSetter
    public void setNotFailBuild(boolean notFailBuild) {
        // Nothing to do here.
    }

    /** Checked by its type and left: without patterns all directories go. */
    @DataBoundSetter
    public void setDeleteDirs(boolean deleteDirs) {
        // Nothing to do here.
    }

    /** Checked by its type and left. */
    @DataBoundSetter
    public void setDisableDeferredWipeout(boolean disableDeferredWipeout) {
        // Nothing to do here.
    }

    @Override
    public void start(StepRun run) throws MissingNodeException, IOException, WorkspaceFileException {
        Workspace workspace = run.requiredWorkspace();
        Result result = run.build().result().orElse(Result.SUCCESS);
        if (keptAfter.contains(result)) {
            run.log("[WS-CLEANUP] Skipped based on build state " + result);
        } else {
            run.log("[WS-CLEANUP] Deleting project workspace...");
            workspace.delete();
            run.log("[WS-CLEANUP] done");
        }
        run.succeed(null);
    }
}
