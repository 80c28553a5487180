package io.jenkins.plugins.wedata.rehearsal.engine;

import com.cloudbees.groovy.cps.Continuable;
import com.cloudbees.groovy.cps.Outcome;
import com.cloudbees.groovy.cps.impl.CpsCallableInvocation;
import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.wedata.client.TimeSource;
import io.jenkins.plugins.wedata.environment.BuildEnvironment;
import io.jenkins.plugins.wedata.rehearsal.declarative.DeclarativePipeline;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * A Jenkinsfile under way. All its threads, and every event that reaches them, take turns on one Java thread, as on
 * Jenkins' {@code CpsVmExecutorService}.
 */
final class Program implements AutoCloseable {

    private static final Logger LOGGER = Logger.getLogger(Program.class.getName());

    private final StepRegistry steps;
    private final Workspace agentWorkspace;
    private final BuildState build;
    private final BuildLog log;
    private final TimeSource time;
    private final Set<ProgramThread> threads = new LinkedHashSet<>();
    private final Map<Throwable, Integer> failureLines = new IdentityHashMap<>();
    private final CompletableFuture<Outcome> end = new CompletableFuture<>();
    private final ExecutorService lane = Executors.newSingleThreadExecutor(this::laneThread);

    private final Scope outermost = Scope.outermost();

    private volatile Thread laneThread;
    private int lastId;

    @CheckForNull
    private ProgramThread current;

    Program(StepRegistry steps, Workspace agentWorkspace, BuildState build, BuildLog log, TimeSource time) {
        this.steps = steps;
        this.agentWorkspace = agentWorkspace;
        this.build = build;
        this.log = log;
        this.time = time;
    }

    private Thread laneThread(Runnable task) {
        laneThread = new Thread(task, "Rehearsal of a Jenkinsfile");
        laneThread.setDaemon(true);
        return laneThread;
    }

    /**
     * Runs a program to its end.
     *
     * @param file the compiled Jenkinsfile
     * @return completes with how it ended, or with {@link RefusedException}
     */
    CompletableFuture<Outcome> run(CompiledJenkinsfile file) {
        RehearsalScript main = file.script();
        onThread(() -> {
            CpsCallableInvocation.registerMismatchHandler(this::mismatch);
            main.attach(this);
            DeclarativePipeline declarative = file.declarative();
            if (declarative != null) {
                declarative.attach(main, new ProgramBuild(this, main), JenkinsfileCompiler.transformer());
            }
            fork(new Continuable(main), null, outermost);
        });
        return end;
    }

    /** A step was called from code that the engine can't park, such as a sort's comparator. */
    private void mismatch(Object expectedReceiver, String expected, Object actualReceiver, String actual) {
        log.line("expected to call " + expected + " but wound up catching " + actual
                + "; see: https://jenkins.io/redirect/pipeline-cps-method-mismatches/");
    }

    /** Runs something on the program's thread: at once when this is it, else in its turn. */
    void onThread(Runnable task) {
        if (isOnThread()) {
            task.run();
        } else {
            later(task);
        }
    }

    boolean isOnThread() {
        return Thread.currentThread() == laneThread;
    }

    /** Runs something on the program's thread after all that already waits for its turn. */
    void later(Runnable task) {
        try {
            lane.execute(() -> guarded(task));
        } catch (RejectedExecutionException e) {
            LOGGER.log(Level.FINE, "An event came after the program's end", e);
        }
    }

    private void guarded(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException | Error e) {
            end.completeExceptionally(e);
        }
    }

    ProgramThread fork(Continuable rest, @CheckForNull ProgramThread parent, Scope scope) {
        ProgramThread thread = new ProgramThread(this, parent, rest, scope);
        threads.add(thread);
        wake();
        return thread;
    }

    /** Sees to it that the runnable threads get their turn, after the events that already wait for theirs. */
    void wake() {
        later(this::turn);
    }

    private void turn() {
        for (ProgramThread thread : List.copyOf(threads)) {
            if (thread.isRunnable()) {
                current = thread;
                Outcome outcome = thread.runOn();
                current = null;
                if (!thread.isAlive()) {
                    threads.remove(thread);
                    if (threads.isEmpty()) {
                        end.complete(outcome);
                    }
                }
            }
        }
        if (threads.stream().anyMatch(ProgramThread::isRunnable)) {
            wake();
        }
    }

    /** Starts the step that a thread is parked with. */
    void call(ProgramThread thread, StepCall call) {
        StepDefinition step = steps.find(call.functionName()).orElse(null);
        if (step == null) {
            Refusal refusal = new Refusal(thread.line(), steps.refusal(call.functionName()));
            end.completeExceptionally(new RefusedException(List.of(refusal)));
            return;
        }
        Arguments arguments;
        Activity activity;
        try {
            arguments = step.arguments(call.packed());
            if (step.takesBody() && arguments.body() == null) {
                throw new IllegalStateException(step.functionName() + " step must be called with a body");
            }
            log.pipeline(step.functionName());
            new InterpolatedSecrets(thread.scope().secretNames(), variables())
                    .warning(step.functionName(), call.packed())
                    .ifPresent(warning -> log.line(thread.scope().branch(), warning));
            activity = step.bind(arguments);
        } catch (RuntimeException e) {
            failedAt(e, thread.line());
            thread.proceed(new Outcome(null, e));
            return;
        }
        thread.begin(new StepRun(thread, step, arguments, activity));
    }

    /** Remembers where a failure came up; the innermost step is the first to tell. */
    void failedAt(Throwable failure, int line) {
        failureLines.putIfAbsent(failure, line);
    }

    /** The line of the step that failed so, or 0 when no step did. */
    int lineOf(Throwable failure) {
        return failureLines.getOrDefault(failure, 0);
    }

    /** The environment variables that the running thread sees. */
    Map<String, String> variables() {
        Map<String, String> seen = new TreeMap<>(build.variables());
        Scope scope = scope();
        scope.workspace().ifPresent(at -> seen.put("WORKSPACE", at.root().toString()));
        seen.putAll(scope.variables());
        scope.variables().forEach((name, value) -> {
            if (value.isEmpty()) {
                seen.remove(name);
            }
        });
        return seen;
    }

    /** What the running thread may ask of the build. */
    BuildEnvironment environment() {
        StepDefinition asking = steps.find("getContext").orElseThrow();
        Arguments none = new Arguments(Map.of(), null);
        return steps.environment(new StepRun(Objects.requireNonNull(current), asking, none, asking.bind(none)));
    }

    /** What the running thread's block hands down. */
    Scope scope() {
        return current == null ? outermost : current.scope();
    }

    int nextId() {
        return ++lastId;
    }

    Workspace agentWorkspace() {
        return agentWorkspace;
    }

    Set<ProgramThread> threads() {
        return threads;
    }

    BuildState build() {
        return build;
    }

    BuildLog log() {
        return log;
    }

    TimeSource time() {
        return time;
    }

    @Override
    public void close() {
        lane.shutdownNow();
    }
}
