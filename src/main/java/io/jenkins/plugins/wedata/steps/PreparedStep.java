package io.jenkins.plugins.wedata.steps;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.wedata.api.Problems;
import io.jenkins.plugins.wedata.client.Account;
import io.jenkins.plugins.wedata.client.InvalidInputException;
import io.jenkins.plugins.wedata.client.WeDataClient;
import io.jenkins.plugins.wedata.environment.BuildConnection;
import io.jenkins.plugins.wedata.environment.BuildEnvironment;
import io.jenkins.plugins.wedata.operation.Caller;
import io.jenkins.plugins.wedata.operation.Checkpoint;
import io.jenkins.plugins.wedata.operation.Operation;
import io.jenkins.plugins.wedata.operation.OperationResult;
import io.jenkins.plugins.wedata.operation.Progress;
import io.jenkins.plugins.wedata.operation.Session;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** A step that was read: what it is to do, in whose name, and for which build. */
public final class PreparedStep {

    private final String functionName;
    private final BuildEnvironment build;
    private final WeDataClient client;
    private final Operation operation;
    private final Optional<Account> account;
    private final Caller caller;
    private final Problems problems;
    private final String connectionId;
    private final Optional<Progress> reached;
    private final StepTrail trail;
    private final WaitStatus status;

    private PreparedStep(WeDataStep step, StepInput input, StepMemory memory) throws IOException, InterruptedException {
        functionName = step.functionName();
        build = input.build();
        connectionId = input.caller().connection().map(BuildConnection::id).orElse("");
        client = build.client();
        account = input.caller().account();
        caller = input.caller().asGiven();
        operation = step.operation(input);
        problems = input.problems();
        reached = memory.soFar();
        status = new WaitStatus(client.timeSource()::now);
        trail = StepTrail.of(memory, client.timeSource()::now);
    }

    /**
     * Reads a step. Blocks.
     *
     * @param step what the user gave
     * @param build the build
     * @param begunWith the connection that the step began with before a restart, empty for none; null for what the step
     *     says
     * @param resuming whether the step goes on after its write
     * @return the step, not checked yet
     */
    public static PreparedStep of(
            WeDataStep step, BuildEnvironment build, @CheckForNull String begunWith, boolean resuming)
            throws IOException, InterruptedException {
        StepMemory memory = StepMemory.without(step, build, resuming);
        WeDataStep filled = step.filledIn(build, Optional.empty());
        return new PreparedStep(filled, input(filled, build, begunWith, resuming, memory), memory);
    }

    private static StepInput input(
            WeDataStep filled,
            BuildEnvironment build,
            @CheckForNull String begunWith,
            boolean resuming,
            StepMemory memory) {
        String connection = begunWith == null ? filled.connectionInItsPlace() : begunWith;
        return new StepInput(build, filled, connection, resuming, memory.tag());
    }

    /**
     * Reads a step that may have begun before. Blocks.
     *
     * @param step what the user gave
     * @param build the build
     * @param begunWith the connection that the program says the step began with, empty for none; null when it says nothing
     * @param memory what is known of the step besides
     * @return the step, not checked yet
     */
    static PreparedStep of(WeDataStep step, BuildEnvironment build, @CheckForNull String begunWith, StepMemory memory)
            throws IOException, InterruptedException {
        String connection = begunWith == null ? memory.connection() : begunWith;
        boolean resuming = memory.soFar().isPresent();
        WeDataStep filled = step.filledIn(build, memory.soFar());
        return new PreparedStep(filled, input(filled, build, connection, resuming, memory), memory);
    }

    /**
     * Names everything that is wrong with what the user gave, in the build's journal too. Blocks.
     *
     * @throws InvalidInputException when anything is
     */
    public void check() {
        operation.check(problems);
        if (account.isEmpty() || !problems.isEmpty()) {
            InvalidInputException wrong = new InvalidInputException(functionName, problems.all());
            begin(reached);
            trail.end(null, wrong, operation::leftBehind).join();
            throw wrong;
        }
    }

    /**
     * What is wrong, as far as it is known: whoever reads more than the step notes it here before {@link #check}.
     *
     * @return collects what is wrong
     */
    public Problems problems() {
        return problems;
    }

    /**
     * What is to be done.
     *
     * @return the operation, wrong as its input may be
     */
    public Operation operation() {
        return operation;
    }

    /**
     * The build.
     *
     * @return one that rehearses when the connection does
     */
    public BuildEnvironment build() {
        return build;
    }

    /**
     * The connection that the step goes by.
     *
     * @return its name; empty when there is none
     */
    public String connectionId() {
        return connectionId;
    }

    /**
     * A new line to WeData. Only after {@link #check}.
     *
     * @return a line that ends by itself alone
     */
    public Session open() {
        return new Session(client, account.orElseThrow(), status.listening(trail.log(build.log())));
    }

    /** What the step is doing, for people. */
    WaitStatus status() {
        return status;
    }

    /**
     * Does what is to be done, or goes on with it. Only after {@link #check}. What it is about to write, has written and
     * came to is in the build's journal before anybody else is told.
     *
     * @param line from {@link #open}
     * @param reached what was reached before an interruption; empty to begin
     * @param checkpoint is told how far it is
     * @return completes as the operation does
     */
    public CompletableFuture<OperationResult> start(Session line, Optional<Progress> reached, Checkpoint checkpoint) {
        Checkpoint noting = trail.checkpoint(checkpoint);
        return begin(reached)
                .thenCompose(begun -> reached.isPresent()
                        ? operation.resume(line, reached.get(), noting)
                        : operation.run(line, noting))
                .handle((result, failure) ->
                        trail.end(result, failure, operation::leftBehind).thenCompose(told -> end(result, failure)))
                .thenCompose(end -> end);
    }

    private CompletableFuture<Void> begin(Optional<Progress> reached) {
        return trail.begin(
                functionName, operation.description(), connectionId, StepTrail.site(build, account), caller, reached);
    }

    private static CompletableFuture<OperationResult> end(
            @CheckForNull OperationResult result, @CheckForNull Throwable failure) {
        return failure == null
                ? CompletableFuture.completedFuture(result)
                : CompletableFuture.failedFuture(
                        failure instanceof CompletionException && failure.getCause() != null
                                ? failure.getCause()
                                : failure);
    }

    /**
     * Notes that whoever may do so has given the operation up: a user, a time limit. Does not block. To be called before
     * its line is cancelled; the end of the controller's process is no giving up.
     *
     * @param leftBehind what goes on in WeData; null when nothing does
     */
    public void givenUp(@CheckForNull String leftBehind) {
        trail.givenUp(leftBehind);
    }
}
