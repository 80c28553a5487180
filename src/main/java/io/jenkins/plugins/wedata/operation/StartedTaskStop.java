package io.jenkins.plugins.wedata.operation;

import io.jenkins.plugins.wedata.api.CommitIntegrationTask;
import io.jenkins.plugins.wedata.api.PlainText;
import io.jenkins.plugins.wedata.api.StopIntegrationTask;
import io.jenkins.plugins.wedata.client.Reply;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;

/** Stops what a commit started, and never fails for it: the step's own end stands, and the log tells what came of it. */
final class StartedTaskStop {

    /** How long it may take. */
    static final Duration LONGEST = Duration.ofSeconds(60);

    private static final int LONGEST_TEXT = 100;

    private final Session session;
    private final CommitIntegrationTask commit;

    StartedTaskStop(Session session, CommitIntegrationTask commit) {
        this.session = session;
        this.commit = commit;
    }

    /** Completes when the task is stopped, or the log says that it may not be; after {@link #LONGEST} at the latest. */
    CompletableFuture<Void> stop() {
        session.log().milestone(Messages.StartedTaskStop_Stopping(commit.taskId()));
        CompletableFuture<Void> stopped =
                Async.recover(session.call(order()).thenAccept(this::told), Exception.class, this::warn);
        CompletableFuture<Void> limit = session.pause(LONGEST);
        // Where the line is cancelled, nobody knows yet: whoever goes on, or gives back, stops it again.
        return CompletableFuture.anyOf(stopped, limit)
                .thenRun(() -> {
                    if (!stopped.isDone()) {
                        stopped.cancel(false);
                        warn(Messages.StartedTaskStop_NoAnswer(Durations.inWords(LONGEST)));
                    }
                })
                .whenComplete((over, failure) -> limit.cancel(false));
    }

    private StopIntegrationTask order() {
        return new StopIntegrationTask(commit.taskId(), commit.projectId());
    }

    private void told(Reply<StopIntegrationTask.Result> reply) {
        if (Boolean.TRUE.equals(reply.result().data())) {
            session.log().milestone(Messages.StartedTaskStop_Stopped(commit.taskId()));
        } else {
            warn(Messages.StartedTaskStop_DataFalse(PlainText.line(reply.requestId(), LONGEST_TEXT)));
        }
    }

    private CompletableFuture<Void> warn(Exception failure) {
        if (failure instanceof CancellationException) {
            return CompletableFuture.failedFuture(failure);
        }
        warn(failure.getMessage());
        return CompletableFuture.completedFuture(null);
    }

    private void warn(String why) {
        session.log().milestone(Messages.StartedTaskStop_NotSure(commit.taskId(), commit.projectId(), why));
    }
}
