package io.jenkins.plugins.wedata.rehearsal.engine;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.kohsuke.stapler.DataBoundConstructor;

/** Pipeline's steps that change what their block sees, or how it ends; each behaves as its namesake in Jenkins. */
final class BlockSteps {

    private BlockSteps() {}

    /** Gives its block a workspace. */
    public static final class NodeStep implements Activity {
        /** What Jenkins' own node sets. */
        private static final Map<String, String> BUILT_IN =
                Map.of("NODE_NAME", "built-in", "NODE_LABELS", "built-in", "EXECUTOR_NUMBER", "0");

        @DataBoundConstructor
        public NodeStep(@CheckForNull String label) {
            // Any label is served by this machine.
        }

        @Override
        public void start(StepRun run) {
            Workspace workspace = run.agentWorkspace();
            run.log("Running on Rehearsal in " + workspace.root());
            run.runBody(run.scope().in(workspace).with(BUILT_IN, Map.of()), BodyCallback.endOf(run));
        }
    }

    /** Names its block. */
    public static final class StageStep implements Activity {
        private final String name;

        @DataBoundConstructor
        public StageStep(@CheckForNull String name) {
            if (name == null || name.isEmpty()) {
                throw new IllegalArgumentException("must specify name");
            }
            this.name = name;
        }

        @Override
        public void start(StepRun run) {
            run.runBody(name, run.scope().inStage(), BodyCallback.endOf(run));
        }
    }

    /** Changes its block's current directory. */
    public static final class DirStep implements Activity {
        private final String path;

        @DataBoundConstructor
        public DirStep(String path) {
            this.path = path;
        }

        @Override
        public void start(StepRun run) throws MissingNodeException, IOException {
            Workspace directory = run.directory(path);
            run.log("Running in " + directory.current());
            run.runBody(run.scope().in(directory), BodyCallback.endOf(run));
        }
    }

    /** Sets its block's environment variables. */
    public static final class WithEnvStep implements Activity {
        private final Map<String, String> overrides = new LinkedHashMap<>();

        @DataBoundConstructor
        public WithEnvStep(List<String> overrides) {
            for (String pair : overrides) {
                int split = pair.indexOf('=');
                if (split < 0) {
                    throw new IllegalArgumentException(pair);
                }
                this.overrides.put(pair.substring(0, split), pair.substring(split + 1));
            }
        }

        @Override
        public void start(StepRun run) {
            run.runBody(run.scope().with(overrides, run.build().variables()), BodyCallback.endOf(run));
        }
    }

    /** Puts the time before each line that its block says. */
    public static final class TimestampsStep implements Activity {
        @DataBoundConstructor
        public TimestampsStep() {}

        @Override
        public void start(StepRun run) {
            run.runBody(run.scope().stampedWithTheTime(), BodyCallback.endOf(run));
        }
    }
}
