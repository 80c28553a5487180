package io.jenkins.plugins.wedata.rehearsal.engine;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.wedata.environment.WorkspaceFileException;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;

/**
 * Pipeline's steps that read and write files; each behaves as its namesake in workflow-basic-steps, with UTF-8 whatever
 * the machine. What they write and delete is so for the build alone: see {@link Workspace}.
 */
final class FileSteps {

    private static final String BASE64 = "Base64";

    private FileSteps() {}

    private static boolean isBase64(String step, @CheckForNull String encoding) {
        String wanted = encoding == null ? "" : encoding.strip();
        if (!wanted.isEmpty() && !BASE64.equals(wanted) && !"UTF-8".equalsIgnoreCase(wanted)) {
            throw new IllegalArgumentException(
                    step + " is rehearsed with encoding 'UTF-8' and 'Base64' only, not '" + wanted + "'");
        }
        return BASE64.equals(wanted);
    }

    /** Names the file that is wrong. */
    private static IOException named(String file, WorkspaceFileException e) {
        return new IOException(file + " " + e.getMessage(), e);
    }

    private static String required(String name, @CheckForNull String value) {
        if (value == null) {
            throw new IllegalArgumentException(name + " is missing");
        }
        return value;
    }

    /** Reads a file of the workspace. */
    public static final class ReadFileStep implements Activity {
        private final String file;

        @CheckForNull
        private String encoding;

        @DataBoundConstructor
        public ReadFileStep(@CheckForNull String file) {
            this.file = required("file", file);
        }

        @DataBoundSetter
        public void setEncoding(@CheckForNull String encoding) {
            this.encoding = encoding;
        }

        @Override
        public void start(StepRun run) throws MissingNodeException, IOException {
            boolean base64 = isBase64("readFile", encoding);
            Workspace workspace = run.requiredWorkspace();
            try {
                run.succeed(base64 ? Base64.getEncoder().encodeToString(workspace.bytes(file)) : workspace.read(file));
            } catch (WorkspaceFileException e) {
                throw named(file, e);
            }
        }
    }

    /** Writes a file. */
    public static final class WriteFileStep implements Activity {
        private final String file;
        private final String text;

        @CheckForNull
        private String encoding;

        @DataBoundConstructor
        public WriteFileStep(@CheckForNull String file, @CheckForNull String text) {
            this.file = required("file", file);
            this.text = required("text", text);
        }

        @DataBoundSetter
        public void setEncoding(@CheckForNull String encoding) {
            this.encoding = encoding;
        }

        @Override
        public void start(StepRun run) throws MissingNodeException, IOException {
            byte[] bytes = isBase64("writeFile", encoding)
                    ? Base64.getDecoder().decode(text)
                    : text.getBytes(StandardCharsets.UTF_8);
            try {
                run.requiredWorkspace().write(file, bytes);
            } catch (WorkspaceFileException e) {
                throw named(file, e);
            }
            run.succeed(null);
        }
    }

    /** Says whether there is a file or a directory. */
    public static final class FileExistsStep implements Activity {
        private final String file;

        @DataBoundConstructor
        public FileExistsStep(@CheckForNull String file) {
            this.file = file == null ? "" : file;
        }

        @Override
        public void start(StepRun run) throws MissingNodeException, IOException {
            Workspace workspace = run.requiredWorkspace();
            if (file.isEmpty()) {
                run.log("The fileExists step was called with a null or empty string, so the current directory will be"
                        + " checked instead.");
            }
            try {
                run.succeed(workspace.exists(file));
            } catch (WorkspaceFileException e) {
                throw named(file, e);
            }
        }
    }

    /** Deletes the current directory. */
    public static final class DeleteDirStep implements Activity {
        @DataBoundConstructor
        public DeleteDirStep() {}

        @Override
        public void start(StepRun run) throws MissingNodeException, IOException, WorkspaceFileException {
            run.requiredWorkspace().delete();
            run.succeed(null);
        }
    }

    /** Tells the current directory. */
    public static final class PwdStep implements Activity {
        private boolean tmp;

        @DataBoundConstructor
        public PwdStep() {}

        @DataBoundSetter
        public void setTmp(boolean tmp) {
            this.tmp = tmp;
        }

        @Override
        public void start(StepRun run) throws MissingNodeException {
            run.succeed(run.requiredWorkspace().current() + (tmp ? "@tmp" : ""));
        }
    }

    /** Says whether this machine is one of Unix. */
    public static final class IsUnixStep implements Activity {
        @DataBoundConstructor
        public IsUnixStep() {}

        @Override
        public void start(StepRun run) throws MissingNodeException {
            run.requiredWorkspace();
            run.succeed(File.pathSeparatorChar == ':');
        }
    }
}
