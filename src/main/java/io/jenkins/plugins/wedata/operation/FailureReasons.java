package io.jenkins.plugins.wedata.operation;

import io.jenkins.plugins.wedata.api.GetBatchDetailErrorLog;
import io.jenkins.plugins.wedata.api.Joined;
import io.jenkins.plugins.wedata.api.ListBatchDetail.AsyncResource;
import io.jenkins.plugins.wedata.api.PlainText;
import io.jenkins.plugins.wedata.client.CallException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;

/** Asks why each task of a batch job failed, and lays it out for people. */
final class FailureReasons {

    private static final int IN_SHORT = 5;
    private static final int LONGEST = 500;

    private final Session session;
    private final long jobId;
    private final String projectId;

    FailureReasons(Session session, long jobId, String projectId) {
        this.session = session;
        this.jobId = jobId;
        this.projectId = projectId;
    }

    /** Asks for the reasons, and writes them to the log as a table; a reason that can't be had is said to be so. */
    CompletableFuture<List<FailedTask>> of(List<AsyncResource> failed) {
        List<CompletableFuture<FailedTask>> asked =
                failed.stream().map(this::ask).toList();
        return CompletableFuture.allOf(asked.toArray(CompletableFuture[]::new)).thenApply(all -> {
            List<FailedTask> failures =
                    asked.stream().map(CompletableFuture::join).toList();
            if (!failures.isEmpty()) {
                table(failures).forEach(session.log()::milestone);
                session.log().failures(failures);
            }
            return failures;
        });
    }

    private CompletableFuture<FailedTask> ask(AsyncResource task) {
        String id = Objects.requireNonNullElse(task.resourceId(), "");
        String name = PlainText.line(Objects.requireNonNullElse(task.resourceName(), ""), LONGEST);
        if (id.isBlank()) {
            return CompletableFuture.completedFuture(new FailedTask(id, name, Messages.FailureReasons_NoTask()));
        }
        CompletableFuture<String> reason = session.call(new GetBatchDetailErrorLog(jobId, id, projectId))
                .thenApply(reply -> {
                    String text = reply.result().data();
                    return text == null || text.isBlank()
                            ? Messages.FailureReasons_NoReason()
                            : PlainText.line(text, LONGEST);
                });
        String shownId = PlainText.line(id, LONGEST);
        return Async.recover(
                        reason,
                        CallException.class,
                        unread ->
                                CompletableFuture.completedFuture(Messages.FailureReasons_NotRead(unread.getMessage())))
                .thenApply(text -> new FailedTask(shownId, name, text));
    }

    private static List<String> table(List<FailedTask> failures) {
        String task = Messages.FailureReasons_Task();
        String name = Messages.FailureReasons_Name();
        int idWidth = width(failures.stream().map(FailedTask::taskId).toList(), task);
        int nameWidth = width(failures.stream().map(FailedTask::taskName).toList(), name);
        List<String> lines = new ArrayList<>();
        lines.add(row(task, idWidth, name, nameWidth, Messages.FailureReasons_Reason()));
        failures.forEach(f -> lines.add(row(f.taskId(), idWidth, f.taskName(), nameWidth, f.reason())));
        return lines;
    }

    private static int width(List<String> cells, String heading) {
        return Math.max(
                columns(heading),
                cells.stream().mapToInt(FailureReasons::columns).max().orElse(0));
    }

    private static String row(String id, int idWidth, String name, int nameWidth, String reason) {
        return "  " + pad(id, idWidth) + "  " + pad(name, nameWidth) + "  " + reason;
    }

    private static String pad(String text, int width) {
        return text + " ".repeat(width - columns(text));
    }

    /** How wide a text is where every letter is as wide as the next: a Chinese character is as wide as two letters. */
    private static int columns(String text) {
        return text.length()
                + (int) text.codePoints().filter(Character::isIdeographic).count();
    }

    /** The first few failures, for a message. */
    static String inShort(List<FailedTask> failures, long total) {
        if (failures.isEmpty()) {
            return Messages.FailureReasons_NoneNamed();
        }
        Joined first = Joined.clauses(
                failures.stream().limit(IN_SHORT).map(FailureReasons::inShort).toList());
        String failed = String.valueOf(failures.size());
        int more = failures.size() - IN_SHORT;
        return more > 0
                ? Messages.FailureReasons_SomeFailed(failed, String.valueOf(total), first, String.valueOf(more))
                : Messages.FailureReasons_Failed(failed, String.valueOf(total), first);
    }

    private static String inShort(FailedTask task) {
        return task.taskName().isEmpty()
                ? Messages.FailureReasons_UnnamedTask(task.taskId(), task.reason())
                : Messages.FailureReasons_NamedTask(task.taskId(), task.taskName(), task.reason());
    }
}
