package io.jenkins.plugins.wedata.builders;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.wedata.BuildContext;
import io.jenkins.plugins.wedata.client.ApiKey;
import io.jenkins.plugins.wedata.client.Endpoint;
import io.jenkins.plugins.wedata.client.ManualTimeSource;
import io.jenkins.plugins.wedata.client.SteadyRetries;
import io.jenkins.plugins.wedata.client.WeDataClient;
import io.jenkins.plugins.wedata.emulator.BuiltInWeData;
import io.jenkins.plugins.wedata.emulator.Fault;
import io.jenkins.plugins.wedata.emulator.Pace;
import io.jenkins.plugins.wedata.environment.BuildConnection;
import io.jenkins.plugins.wedata.environment.BuildCredential;
import io.jenkins.plugins.wedata.environment.BuildEnvironment;
import io.jenkins.plugins.wedata.environment.BuildVariables;
import io.jenkins.plugins.wedata.environment.ConnectionUnusableException;
import io.jenkins.plugins.wedata.environment.WorkSettled;
import io.jenkins.plugins.wedata.environment.WorkspaceFileException;
import io.jenkins.plugins.wedata.operation.ProgressLog;
import io.jenkins.plugins.wedata.steps.WeDataStep;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** What a build step runs in: a build of the test's own, a thread for it, the built-in WeData, and a clock that is turned. */
final class BuilderBench implements AutoCloseable {

    static final String PROJECT = "1460947878944567296";
    static final String WORKFLOW = "c3ebf6b9-d34b-4dff-bc5d-334f8ce11ad1";
    static final String INTEGRATION_TASK = "kb947c997-4f91-4a1f-913d-06f66a5fb927";
    static final String TASK = "20260302080000001";

    private static final String SECRET = "builderBenchSecretKey";

    final ManualTimeSource time = new ManualTimeSource();
    final BuiltInWeData weData = BuiltInWeData.builder()
            .time(time)
            .seed(1)
            .key("AKIDbuilder", SECRET)
            .build();
    final WeDataClient client = WeDataClient.over(weData.transport(), time, SteadyRetries.policy());
    final Build build = new Build();
    final ResultVariables variables = new ResultVariables();
    final List<String> log = new CopyOnWriteArrayList<>();
    final List<String> unstable = new CopyOnWriteArrayList<>();
    final CountDownLatch hung = new CountDownLatch(1);
    volatile boolean hungStore;
    volatile boolean jenkinsIsEnding;
    private volatile CompletableFuture<Boolean> ended;
    private volatile Thread executor;

    BuilderBench() {
        weData.world()
                .workflow(PROJECT, WORKFLOW, "nightly")
                .integrationTask(PROJECT, INTEGRATION_TASK, "orders", 201)
                .task(WORKFLOW, TASK, "load", 35);
        weData.switches().pace(Pace.byLooks(1));
        time.beforeEachTurn(new WorkSettled(this::isExecutorAtRest));
    }

    private boolean isExecutorAtRest() {
        return executor == null || executor.getState() != Thread.State.RUNNABLE;
    }

    BuilderBench fault(String text) {
        weData.faults().add(Fault.parse(text));
        return this;
    }

    <S extends WeDataStep> S called(S step) {
        step.setCredentialsId("release");
        step.setRegion("ap-guangzhou");
        step.setProjectId(PROJECT);
        return step;
    }

    /** Begins on a thread of its own, which stands for the build's. */
    void start(WeDataBuilder<?> builder) {
        CompletableFuture<Boolean> own = new CompletableFuture<>();
        ended = own;
        executor = new Thread(
                () -> {
                    try {
                        own.complete(builder.perform(build, variables));
                    } catch (Throwable e) {
                        own.completeExceptionally(e);
                    }
                },
                "Executor #0");
        executor.start();
    }

    void run(WeDataBuilder<?> builder) throws Throwable {
        start(builder);
        end();
    }

    /** Turns the clock until the build step has ended, and throws what it failed with. */
    void end() throws Throwable {
        time.advanceUntil(ended, Duration.ofSeconds(1), Duration.ofHours(2));
        endedByItself();
    }

    /** Waits for the end while the clock stands. */
    void endedByItself() throws Throwable {
        try {
            assertThat(ended.get(1, TimeUnit.MINUTES)).isTrue();
        } catch (java.util.concurrent.ExecutionException e) {
            throw e.getCause();
        }
    }

    boolean isOver() {
        return ended.isDone();
    }

    void abort() {
        executor.interrupt();
    }

    void until(BooleanSupplier seen) {
        time.advanceUntil(seen, Duration.ofMillis(100), Duration.ofHours(1));
    }

    /** What a Pipeline's step fails with in the same build. */
    Throwable failureInPipeline(WeDataStep step) throws Exception {
        BuildContext context = new BuildContext(build);
        step.start(context).start();
        CompletableFuture<Throwable> failure = context.ended.handle((result, thrown) -> thrown);
        time.advanceUntil(failure, Duration.ofSeconds(1), Duration.ofHours(2));
        return failure.join();
    }

    @Override
    public void close() {
        hung.countDown();
        client.close();
        weData.close();
    }

    /** The build. */
    final class Build implements BuildEnvironment {

        private final BuildVariables known = new BuildVariables(Map.of("NAME", "extract"), Set.of());

        @Override
        public WeDataClient client() {
            if (jenkinsIsEnding) {
                throw new java.util.concurrent.CancellationException("Jenkins is ending");
            }
            return client;
        }

        @Override
        public Optional<Endpoint> ownEndpoint() {
            return Optional.empty();
        }

        @Override
        public BuildConnection connection(String id) throws ConnectionUnusableException {
            throw new ConnectionUnusableException(id, "the id of a connection");
        }

        @Override
        public Optional<BuildConnection> defaultConnection() {
            return Optional.empty();
        }

        @Override
        public Optional<BuildCredential> credential(String credentialsId) {
            boolean interrupted = false;
            while (hungStore && hung.getCount() > 0) {
                try {
                    hung.await();
                } catch (InterruptedException e) {
                    // A store that heeds nothing.
                    interrupted = true;
                }
            }
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
            return Optional.of(BuildCredential.of(ApiKey.of("AKIDbuilder", SECRET)));
        }

        @Override
        public String readWorkspaceFile(String path) throws WorkspaceFileException {
            throw new WorkspaceFileException("does not exist below the workspace");
        }

        @Override
        public String expand(String text) {
            return known.putInto(text);
        }

        @Override
        public ProgressLog log() {
            return log::add;
        }

        @Override
        public String buildLink() {
            return "https://ci.example.org/job/release/7/";
        }

        @Override
        public String stepTag() {
            return "release#7.step1";
        }

        @Override
        public void markUnstable(String reason) {
            unstable.add(reason);
        }
    }
}
