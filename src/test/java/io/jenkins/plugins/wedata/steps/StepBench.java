package io.jenkins.plugins.wedata.steps;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.util.concurrent.Futures;
import com.google.common.util.concurrent.ListenableFuture;
import com.google.common.util.concurrent.SettableFuture;
import io.jenkins.plugins.wedata.BuildContext;
import io.jenkins.plugins.wedata.Leaks;
import io.jenkins.plugins.wedata.client.ApiKey;
import io.jenkins.plugins.wedata.client.Endpoint;
import io.jenkins.plugins.wedata.client.ManualTimeSource;
import io.jenkins.plugins.wedata.client.SteadyRetries;
import io.jenkins.plugins.wedata.client.Transport;
import io.jenkins.plugins.wedata.client.WeDataClient;
import io.jenkins.plugins.wedata.client.WireReply;
import io.jenkins.plugins.wedata.client.WireRequest;
import io.jenkins.plugins.wedata.emulator.BuiltInWeData;
import io.jenkins.plugins.wedata.emulator.Fault;
import io.jenkins.plugins.wedata.emulator.Pace;
import io.jenkins.plugins.wedata.environment.BackgroundWork;
import io.jenkins.plugins.wedata.environment.BuildConnection;
import io.jenkins.plugins.wedata.environment.BuildCredential;
import io.jenkins.plugins.wedata.environment.BuildEnvironment;
import io.jenkins.plugins.wedata.environment.BuildVariables;
import io.jenkins.plugins.wedata.environment.ConnectionUnusableException;
import io.jenkins.plugins.wedata.environment.EarlierBuild;
import io.jenkins.plugins.wedata.environment.WorkSettled;
import io.jenkins.plugins.wedata.environment.WorkspaceFileException;
import io.jenkins.plugins.wedata.journal.Journal;
import io.jenkins.plugins.wedata.journal.JournalReader;
import io.jenkins.plugins.wedata.journal.OperationTable;
import io.jenkins.plugins.wedata.operation.ProgressLog;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BiFunction;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;

/** What a step runs in: a build of the test's own, the real client, the built-in WeData, and a clock that is turned. */
final class StepBench implements AutoCloseable {

    /** Of those who write journals, and of those who look up keys. */
    private static final int THREADS_OF_EACH_KIND = 4;

    static final String PROJECT = "1460947878944567296";
    static final String WORKFLOW = "c3ebf6b9-d34b-4dff-bc5d-334f8ce11ad1";
    static final String INTEGRATION_TASK = "kb947c997-4f91-4a1f-913d-06f66a5fb927";
    static final String NEXT_SECRET = "stepBenchNextSecretKey";
    static final String SECRET = "stepBenchSecretKey";

    /** A temporary key of which no part may be seen anywhere. */
    static final ApiKey MARKED = new ApiKey(
            "AKID" + Leaks.MARK + "Id0123456789wxyz",
            Leaks.MARK + "SecretKey0123456789",
            Optional.of(Leaks.MARK + "Token+/0123456789=="));

    final ManualTimeSource time = new ManualTimeSource();
    final BuiltInWeData weData = BuiltInWeData.builder()
            .time(time)
            .seed(1)
            .key("AKIDstep", SECRET)
            .key("AKIDnext", NEXT_SECRET)
            .temporaryKey(MARKED.secretId(), MARKED.secretKey(), MARKED.token().orElseThrow())
            .build();
    final Build build = new Build();
    final Map<String, String> workspace = new ConcurrentHashMap<>();
    final List<WireRequest> sent = new CopyOnWriteArrayList<>();
    volatile Consumer<WireRequest> beforeSending = request -> {};

    /** Answers in the place of WeData, where it gives an answer. */
    volatile Function<WireRequest, Optional<WireReply>> instead = request -> Optional.empty();

    /** Changes WeData's answers on their way. */
    volatile BiFunction<WireRequest, WireReply, WireReply> changed = (request, reply) -> reply;

    WeDataClient client = newClient();
    Context context = new Context();

    StepBench() {
        weData.world().workflow(PROJECT, WORKFLOW, "nightly").integrationTask(PROJECT, INTEGRATION_TASK, "orders", 201);
        weData.switches().pace(Pace.byLooks(1));
        time.beforeEachTurn(new WorkSettled(() -> true));
    }

    WeDataClient newClient() {
        Transport wire = weData.transport();
        Transport noting = new Transport() {
            @Override
            public CompletableFuture<WireReply> send(WireRequest request) {
                sent.add(request);
                beforeSending.accept(request);
                return instead.apply(request)
                        .map(CompletableFuture::completedFuture)
                        .orElseGet(() -> wire.send(request).thenApply(reply -> changed.apply(request, reply)));
            }

            @Override
            public void close() {
                wire.close();
            }
        };
        return WeDataClient.over(noting, time, SteadyRetries.policy());
    }

    StepBench fault(String text) {
        weData.faults().add(Fault.parse(text));
        return this;
    }

    <S extends WeDataStep> S called(S step) {
        step.setCredentialsId("release");
        step.setRegion("ap-guangzhou");
        step.setProjectId(PROJECT);
        return step;
    }

    StepExecution start(WeDataStep step) throws Exception {
        StepExecution execution = step.start(context);
        assertThat(execution.start()).as("ends later").isFalse();
        return execution;
    }

    Map<?, ?> run(WeDataStep step) throws Exception {
        start(step);
        return end();
    }

    /** Runs a step, and is ready for another. */
    Map<?, ?> runAndForget(WeDataStep step) throws Exception {
        Map<?, ?> result = run(step);
        context = new Context();
        return result;
    }

    /** Turns the clock until the step has ended, and throws what it failed with. */
    Map<?, ?> end() throws Exception {
        return end(Duration.ofSeconds(1));
    }

    /** The same with so much at a turn: large turns end long waits soon. */
    Map<?, ?> end(Duration turn) throws Exception {
        time.advanceUntil(context.ended, turn, Duration.ofHours(2));
        try {
            return (Map<?, ?>) context.ended.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof Exception cause ? cause : e;
        }
    }

    /** Turns the clock until something can be seen. */
    void until(BooleanSupplier seen) {
        time.advanceUntil(seen, Duration.ofMillis(500), Duration.ofHours(1));
    }

    /** What a restart does: the client is closed, and what is kept with the build comes back in another context. */
    StepExecution restart(StepExecution execution) throws IOException, ClassNotFoundException {
        return revive(write(execution));
    }

    /** The same from what was kept at another moment. */
    StepExecution revive(byte[] kept) throws IOException, ClassNotFoundException {
        client.close();
        client = newClient();
        context = new Context();
        return read(kept, context) instanceof StepExecution revived ? revived : null;
    }

    static byte[] write(Object kept) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes) {
            {
                enableReplaceObject(true);
            }

            @Override
            protected Object replaceObject(Object object) {
                return object instanceof StepContext ? "the step's context" : object;
            }
        }) {
            out.writeObject(kept);
        }
        return bytes.toByteArray();
    }

    static Object read(byte[] kept, StepContext context) throws IOException, ClassNotFoundException {
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(kept)) {
            {
                enableResolveObject(true);
            }

            @Override
            protected Object resolveObject(Object object) {
                return "the step's context".equals(object) ? context : object;
            }
        }) {
            return in.readObject();
        }
    }

    List<String> log() {
        return build.log;
    }

    @Override
    public void close() {
        build.agents.countDown();
        if (client != null) {
            client.close();
        }
        weData.close();
        if (build.journal != null) {
            writeToTheEnd();
        }
    }

    /** What steps had to write is on the disk. */
    private static void writeToTheEnd() {
        finish(BackgroundWork.JOURNAL);
    }

    /** Every step that has asked for its key has it, and has gone on with it. */
    static void handOutKeys() {
        finish(BackgroundWork.CREDENTIALS);
    }

    /** What was handed in is done: each of the threads has come to a task that was handed in later. */
    private static void finish(BackgroundWork work) {
        CyclicBarrier later = new CyclicBarrier(THREADS_OF_EACH_KIND + 1);
        for (int i = 0; i < THREADS_OF_EACH_KIND; i++) {
            work.execute(() -> meet(later, work));
        }
        meet(later, work);
    }

    private static void meet(CyclicBarrier barrier, BackgroundWork work) {
        try {
            barrier.await(60, TimeUnit.SECONDS);
        } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
            throw new AssertionError(work + " is still at work", e);
        }
    }

    /** The build. */
    final class Build implements BuildEnvironment {

        final List<String> log = new CopyOnWriteArrayList<>();
        final List<String> unstable = new CopyOnWriteArrayList<>();
        final List<String> threads = new CopyOnWriteArrayList<>();
        volatile Optional<Endpoint> ownEndpoint = Optional.empty();
        volatile String badEndpoint;
        final Map<String, BuildConnection> connections = new ConcurrentHashMap<>();
        volatile String byDefault;
        volatile ApiKey key = ApiKey.of("AKIDstep", SECRET);
        volatile Error linkage;
        volatile boolean hungStore;
        volatile Journal journal;
        volatile String stepTag = "release#7.12";
        volatile Set<String> underWay = Set.of();
        volatile IOException journalFailure;
        /** The journals of other builds. */
        final Map<String, Path> earlier = new ConcurrentHashMap<>();

        final Set<String> running = ConcurrentHashMap.newKeySet();
        final List<String> logThreads = new CopyOnWriteArrayList<>();
        final CountDownLatch agents = new CountDownLatch(1);
        final List<String> expanded = new CopyOnWriteArrayList<>();
        volatile Optional<BuildVariables> variables = Optional.empty();

        /** Lets go of whatever was noted so far. */
        void forget() {
            List.of(log, unstable, threads, logThreads, expanded).forEach(List::clear);
        }

        @Override
        public WeDataClient client() {
            if (client == null) {
                throw new CancellationException("Jenkins is ending");
            }
            return client;
        }

        @Override
        public Optional<Endpoint> ownEndpoint() {
            return badEndpoint == null ? ownEndpoint : Optional.of(Endpoint.parse(badEndpoint));
        }

        @Override
        public BuildConnection connection(String id) throws ConnectionUnusableException {
            BuildConnection connection = connections.get(id);
            if (connection == null) {
                throw new ConnectionUnusableException(id, "the id of a connection");
            }
            return connection;
        }

        @Override
        public Optional<BuildConnection> defaultConnection() throws ConnectionUnusableException {
            return byDefault == null ? Optional.empty() : Optional.of(connection(byDefault));
        }

        @Override
        public Optional<BuildCredential> credential(String credentialsId) throws InterruptedException {
            if (hungStore) {
                agents.await();
            }
            threads.add(Thread.currentThread().getName());
            if (linkage != null) {
                throw linkage;
            }
            return switch (credentialsId) {
                case "release" -> Optional.ofNullable(key).map(BuildCredential::of);
                case "blank" -> Optional.of(BuildCredential.of(ApiKey.of("my user", SECRET)));
                default -> Optional.empty();
            };
        }

        @Override
        public String readWorkspaceFile(String path) throws WorkspaceFileException, InterruptedException {
            if (path.equals("on a hung agent")) {
                agents.await();
            }
            String text = workspace.get(path);
            if (text == null) {
                throw new WorkspaceFileException("does not exist below the workspace");
            }
            return text;
        }

        @Override
        public String expand(String text) {
            expanded.add(text);
            return variables.map(known -> known.putInto(text)).orElse(text);
        }

        @Override
        public ProgressLog log() {
            return line -> {
                logThreads.add(Thread.currentThread().getName());
                log.add(line);
            };
        }

        @Override
        public Optional<Journal> journal() throws IOException {
            if (journalFailure != null) {
                throw journalFailure;
            }
            return Optional.ofNullable(journal);
        }

        @Override
        public EarlierBuild earlierBuild(String named) throws IOException {
            Path kept = earlier.get(named);
            if (kept == null) {
                throw new IllegalArgumentException(EarlierBuild.EXPECTED.toString());
            }
            OperationTable table = new OperationTable();
            new JournalReader().read(kept, table::add);
            return new EarlierBuild("release#" + named, running.contains(named), table.rows());
        }

        @Override
        public String buildLink() {
            return "https://ci.example.org/job/release/7/";
        }

        @Override
        public String stepTag() {
            return stepTag;
        }

        @Override
        public Set<String> tagsUnderWay() {
            return underWay;
        }

        @Override
        public void markUnstable(String reason) {
            unstable.add(reason);
        }
    }

    /** The step's context. */
    final class Context extends BuildContext {

        private static final long serialVersionUID = 1L;

        volatile boolean cannotSave;
        volatile SettableFuture<Void> saving;
        volatile int saves;

        Context() {
            super(build);
        }

        @Override
        public ListenableFuture<Void> saveState() {
            saves = saves + 1;
            if (saving != null) {
                return saving;
            }
            return cannotSave ? Futures.immediateFailedFuture(new IOException("disk full")) : super.saveState();
        }
    }
}
