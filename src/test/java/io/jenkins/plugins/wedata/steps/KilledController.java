package io.jenkins.plugins.wedata.steps;

import com.google.common.util.concurrent.ListenableFuture;
import io.jenkins.plugins.wedata.BuildContext;
import io.jenkins.plugins.wedata.client.ApiKey;
import io.jenkins.plugins.wedata.client.Endpoint;
import io.jenkins.plugins.wedata.client.OkHttpTransport;
import io.jenkins.plugins.wedata.client.WeDataClient;
import io.jenkins.plugins.wedata.environment.BuildConnection;
import io.jenkins.plugins.wedata.environment.BuildCredential;
import io.jenkins.plugins.wedata.environment.BuildEnvironment;
import io.jenkins.plugins.wedata.environment.ConnectionUnusableException;
import io.jenkins.plugins.wedata.environment.WorkspaceFileException;
import io.jenkins.plugins.wedata.journal.Journal;
import io.jenkins.plugins.wedata.operation.ProgressLog;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import okhttp3.OkHttpClient;
import org.jenkinsci.plugins.workflow.steps.StepExecution;

/**
 * A process that runs one step as a controller does, and that is killed by the test: it keeps a program and a journal in a
 * folder, and goes on from them when it is started again. Its program may be saved always, or never, as a Pipeline's.
 */
final class KilledController {

    static final String SECRET = "killedControllerSecretKey";

    private KilledController() {}

    /** Takes the folder, WeData's address, whether the program is saved, the number of this start, and what to do. */
    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[0]);
        Build build =
                new Build(new Journal(() -> folder.resolve("wedata").resolve("journal")), arguments[1], arguments[3]);
        Path program = folder.resolve("program");
        Context context = new Context(build, Boolean.parseBoolean(arguments[2]) ? program : null);
        if (Files.exists(program)) {
            StepExecution revived = (StepExecution) StepBench.read(Files.readAllBytes(program), context);
            context.execution = revived;
            revived.onResume();
        } else {
            StepExecution execution = step(arguments[4]).start(context);
            context.execution = execution;
            execution.start();
        }
        String end = context.ended
                .handle((value, failure) -> failure == null ? "OK " + value : "FAILED " + failure)
                .get(60, TimeUnit.SECONDS);
        Path written = Files.writeString(folder.resolve("end.part"), end);
        Files.move(written, folder.resolve("end"), StandardCopyOption.ATOMIC_MOVE);
        Runtime.getRuntime().halt(0);
    }

    private static WeDataStep step(String what) {
        WeDataStep step;
        if (what.equals("batch")) {
            step = new BatchVersionStep(List.of(new VersionTask("20260302080000001")));
        } else {
            step = new CreateTaskStep(StepBench.WORKFLOW, "load", "SHELL");
        }
        step.setCredentialsId("release");
        step.setRegion("ap-guangzhou");
        step.setProjectId(StepBench.PROJECT);
        return step;
    }

    /** The step's context, which saves the program as Jenkins does: whole, or not at all. */
    private static final class Context extends BuildContext {

        private static final long serialVersionUID = 1L;

        private final transient Path program;
        transient volatile StepExecution execution;

        Context(Build build, Path program) {
            super(build);
            this.program = program;
        }

        @Override
        public synchronized ListenableFuture<Void> saveState() {
            if (program != null) {
                try {
                    Path part = program.resolveSibling("program.part");
                    Files.write(part, StepBench.write(execution));
                    Files.move(part, program, StandardCopyOption.ATOMIC_MOVE);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
            return super.saveState();
        }
    }

    /** The build. Each start gives the step another place in its graph, unless its program was saved. */
    private static final class Build implements BuildEnvironment {

        private final WeDataClient client = WeDataClient.over(OkHttpTransport.over(new OkHttpClient.Builder()));
        private final Journal journal;
        private final String endpoint;
        private final String start;

        Build(Journal journal, String endpoint, String start) {
            this.journal = journal;
            this.endpoint = endpoint;
            this.start = start;
        }

        @Override
        public WeDataClient client() {
            return client;
        }

        @Override
        public Optional<Endpoint> ownEndpoint() {
            return Optional.of(Endpoint.parse(endpoint));
        }

        @Override
        public BuildConnection connection(String id) throws ConnectionUnusableException {
            throw new ConnectionUnusableException(id, "none");
        }

        @Override
        public Optional<BuildConnection> defaultConnection() {
            return Optional.empty();
        }

        @Override
        public Optional<BuildCredential> credential(String credentialsId) {
            return Optional.of(BuildCredential.of(ApiKey.of("AKIDkilled", SECRET)));
        }

        @Override
        public String readWorkspaceFile(String path) throws WorkspaceFileException {
            throw new WorkspaceFileException("does not exist");
        }

        @Override
        public ProgressLog log() {
            return milestone -> {};
        }

        @Override
        public Optional<Journal> journal() {
            return Optional.of(journal);
        }

        @Override
        public String buildLink() {
            return "https://ci.example.org/job/release/7/";
        }

        @Override
        public String stepTag() {
            return "release#7." + start;
        }

        @Override
        public void markUnstable(String reason) {}
    }
}
