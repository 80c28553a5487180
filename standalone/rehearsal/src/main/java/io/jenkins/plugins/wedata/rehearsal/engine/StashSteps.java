package io.jenkins.plugins.wedata.rehearsal.engine;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.AbortException;
import io.jenkins.plugins.wedata.environment.WorkspaceFileException;
import java.io.IOException;
import java.util.List;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;

/** Puts files aside and brings them back; each step behaves as its namesake in workflow-basic-steps. */
final class StashSteps {

    private static final String UNSAFE = "?*/\\%!@#$^&|<>[]:;";

    private StashSteps() {}

    /** Jenkins' rule for names. */
    private static String goodName(@CheckForNull String name) {
        if (name == null || name.isBlank()) {
            throw new IllegalArgumentException("No name is specified");
        }
        if (".".equals(name.strip()) || "..".equals(name.strip())) {
            throw new IllegalArgumentException("‘" + name.strip() + "’ is not an allowed name");
        }
        name.chars()
                .filter(c -> Character.isISOControl(c) || UNSAFE.indexOf(c) >= 0)
                .findFirst()
                .ifPresent(c -> {
                    throw new IllegalArgumentException("‘" + Character.toString(c) + "’ is an unsafe character");
                });
        return name;
    }

    /** Puts files aside. */
    public static final class StashStep implements Activity {
        private final String name;
        private String includes = "**";

        @CheckForNull
        private String excludes;

        private boolean useDefaultExcludes = true;
        private boolean allowEmpty;

        @DataBoundConstructor
        public StashStep(@CheckForNull String name) {
            this.name = goodName(name);
        }

        @DataBoundSetter
        public void setIncludes(@CheckForNull String includes) {
            this.includes = includes == null || includes.isEmpty() ? "**" : includes;
        }

        @DataBoundSetter
        public void setExcludes(@CheckForNull String excludes) {
            this.excludes = excludes;
        }

        @DataBoundSetter
        public void setUseDefaultExcludes(boolean useDefaultExcludes) {
            this.useDefaultExcludes = useDefaultExcludes;
        }

        @DataBoundSetter
        public void setAllowEmpty(boolean allowEmpty) {
            this.allowEmpty = allowEmpty;
        }

        @Override
        public void start(StepRun run) throws MissingNodeException, IOException, WorkspaceFileException {
            Workspace workspace = run.requiredWorkspace();
            if (workspace.stashes().contains(name)) {
                run.log("Warning: overwriting stash ‘" + name + "’");
            }
            List<String> files = FilePatterns.of(includes, excludes, useDefaultExcludes, true)
                    .of(workspace.files());
            if (files.isEmpty() && !allowEmpty) {
                throw new AbortException("No files included in stash ‘" + name + "’");
            }
            workspace.stashes().put(name, workspace, files);
            run.log("Stashed " + files.size() + " file(s)");
            run.succeed(null);
        }
    }

    /** Brings files back. */
    public static final class UnstashStep implements Activity {
        private final String name;

        @DataBoundConstructor
        public UnstashStep(@CheckForNull String name) {
            this.name = goodName(name);
        }

        @Override
        public void start(StepRun run) throws MissingNodeException, IOException, WorkspaceFileException {
            Workspace workspace = run.requiredWorkspace();
            if (!workspace.stashes().restore(name, workspace)) {
                throw new AbortException("No such saved stash ‘" + name + "’");
            }
            run.succeed(null);
        }
    }
}
