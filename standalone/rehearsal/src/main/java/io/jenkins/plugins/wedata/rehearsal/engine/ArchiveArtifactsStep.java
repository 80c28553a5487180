package io.jenkins.plugins.wedata.rehearsal.engine;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.AbortException;
import hudson.model.Result;
import io.jenkins.plugins.wedata.environment.WorkspaceFileException;
import io.jenkins.plugins.wedata.rehearsal.binding.Results;
import java.io.IOException;
import java.util.List;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;

/** Says which files Jenkins would archive, by the rules of its {@code ArtifactArchiver}; nothing is copied. */
public final class ArchiveArtifactsStep implements Activity {

    private final String artifacts;

    @CheckForNull
    private String excludes;

    private boolean allowEmptyArchive;
    private boolean onlyIfSuccessful;
    private boolean defaultExcludes = true;
    private boolean caseSensitive = true;

    @DataBoundConstructor
    public ArchiveArtifactsStep(@CheckForNull String artifacts) {
        if (artifacts == null) {
            throw new IllegalArgumentException("artifacts is missing");
        }
        this.artifacts = artifacts.strip();
    }

    @DataBoundSetter
    public void setExcludes(@CheckForNull String excludes) {
        this.excludes = excludes;
    }

    @DataBoundSetter
    public void setAllowEmptyArchive(boolean allowEmptyArchive) {
        this.allowEmptyArchive = allowEmptyArchive;
    }

    @DataBoundSetter
    public void setOnlyIfSuccessful(boolean onlyIfSuccessful) {
        this.onlyIfSuccessful = onlyIfSuccessful;
    }

    @DataBoundSetter
    public void setDefaultExcludes(boolean defaultExcludes) {
        this.defaultExcludes = defaultExcludes;
    }

    @DataBoundSetter
    public void setCaseSensitive(boolean caseSensitive) {
        this.caseSensitive = caseSensitive;
    }

    /** Checked by its type and left: fingerprints are of use in Jenkins' pages only. */
    @DataBoundSetter
    public void setFingerprint(boolean fingerprint) {
        // Nothing to do here.
    }

    /** Checked by its type and left: links within the workspace are followed, and none leads out of it. */
    @DataBoundSetter
    public void setFollowSymlinks(boolean followSymlinks) {
        // Nothing to do here.
    }

    @Override
    public void start(StepRun run) throws MissingNodeException, IOException, WorkspaceFileException {
        Workspace workspace = run.requiredWorkspace();
        if (artifacts.isEmpty()) {
            throw new AbortException("No artifacts are configured for archiving.\n"
                    + "You probably forgot to set the file pattern, so please go back to the configuration and specify"
                    + " it.\nIf you really did mean to archive all the files in the workspace, please specify \"**\"");
        }
        boolean failed = run.build()
                .result()
                .filter(result -> Results.isWorse(result, Result.UNSTABLE))
                .isPresent();
        if (onlyIfSuccessful && failed) {
            run.log("Skipped archiving because build is not successful");
            run.succeed(null);
            return;
        }
        run.log("Archiving artifacts");
        List<String> files = FilePatterns.of(artifacts, excludes, defaultExcludes, caseSensitive)
                .of(workspace.files());
        if (files.isEmpty() && !failed) {
            complain(run, workspace);
        }
        files.forEach(run.build()::archive);
        run.succeed(null);
    }

    private void complain(StepRun run, Workspace workspace) throws AbortException, IOException, WorkspaceFileException {
        new PatternAdvice(workspace.files(), caseSensitive).about(artifacts).ifPresent(run::log);
        String message = "No artifacts found that match the file pattern \"" + artifacts + "\". Configuration error?";
        if (!allowEmptyArchive) {
            throw new AbortException(message);
        }
        run.log(message);
    }
}
