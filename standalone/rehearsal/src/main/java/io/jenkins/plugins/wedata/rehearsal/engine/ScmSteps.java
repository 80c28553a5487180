package io.jenkins.plugins.wedata.rehearsal.engine;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.util.LinkedHashMap;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;

/** Steps that fetch sources: the Jenkinsfile's own directory stands for what they would fetch, so they only say so. */
final class ScmSteps {

    private ScmSteps() {}

    private static void skip(StepRun run, String what) throws MissingNodeException {
        run.log("Not rehearsed: " + what + "; " + run.requiredWorkspace().root() + " stands for it");
        run.succeed(new LinkedHashMap<String, String>());
    }

    /** The variable {@code scm}: where the Jenkinsfile comes from. */
    public static final class Scm {
        @Override
        public String toString() {
            return "scm";
        }
    }

    /** Any source: {@code scm}, a symbol, or a map with {@code $class}. */
    public static final class CheckoutStep implements Activity {
        @DataBoundConstructor
        public CheckoutStep(@CheckForNull Object scm) {
            if (scm == null) {
                throw new IllegalArgumentException("scm is missing");
            }
        }

        /** Checked by its type and left. */
        @DataBoundSetter
        public void setPoll(boolean poll) {
            // Nothing to do here.
        }

        /** Checked by its type and left. */
        @DataBoundSetter
        public void setChangelog(boolean changelog) {
            // Nothing to do here.
        }

        @Override
        public void start(StepRun run) throws MissingNodeException {
            skip(run, "a checkout");
        }
    }

    /** A repository of Git by its URL. */
    public static final class GitStep implements Activity {
        private final String url;

        @DataBoundConstructor
        public GitStep(@CheckForNull String url) {
            if (url == null || url.isBlank()) {
                throw new IllegalArgumentException("url is missing");
            }
            this.url = url;
        }

        /** Left: nothing is fetched. */
        @DataBoundSetter
        public void setBranch(@CheckForNull String branch) {
            // Nothing to do here.
        }

        /** Left: nothing is fetched. */
        @DataBoundSetter
        public void setCredentialsId(@CheckForNull String credentialsId) {
            // Nothing to do here.
        }

        /** Checked by its type and left. */
        @DataBoundSetter
        public void setPoll(boolean poll) {
            // Nothing to do here.
        }

        /** Checked by its type and left. */
        @DataBoundSetter
        public void setChangelog(boolean changelog) {
            // Nothing to do here.
        }

        @Override
        public void start(StepRun run) throws MissingNodeException {
            skip(run, "a checkout of " + url.replaceFirst("//[^/@]*@", "//****@"));
        }
    }
}
