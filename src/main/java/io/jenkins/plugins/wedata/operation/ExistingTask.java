package io.jenkins.plugins.wedata.operation;

import io.jenkins.plugins.wedata.api.Joined;
import io.jenkins.plugins.wedata.api.PlainText;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** What becomes of a creation whose name is taken. */
final class ExistingTask {

    private static final int LONGEST = 500;

    private final Session session;
    private final Draft draft;
    private final IfExists ifExists;
    private final Checkpoint checkpoint;

    ExistingTask(Session session, Draft draft, IfExists ifExists, Checkpoint checkpoint) {
        this.session = session;
        this.draft = draft;
        this.ifExists = ifExists;
        this.checkpoint = checkpoint;
    }

    CompletableFuture<OperationResult> of(List<String> ids) {
        String shown = PlainText.line(Joined.values(ids).toString(), LONGEST);
        if (ifExists == IfExists.FAIL) {
            return draft.placeOfNamesake(session)
                    .thenCompose(place -> CompletableFuture.failedFuture(new OperationFailedException(
                            Messages.ExistingTask_Refused(draft.subject(), place, shown))));
        }
        if (ids.size() > 1) {
            return CompletableFuture.failedFuture(new OperationFailedException(Messages.ExistingTask_Ambiguous(
                    String.valueOf(ids.size()), draft.kind(), draft.name(), draft.place(), shown)));
        }
        return ifExists == IfExists.REUSE ? reused(ids.get(0), shown) : updated(ids.get(0));
    }

    private CompletableFuture<OperationResult> reused(String id, String shown) {
        session.log().milestone(Messages.ExistingTask_Reused(draft.subject(), shown));
        return CompletableFuture.completedFuture(CreationResult.reused(id));
    }

    private CompletableFuture<OperationResult> updated(String id) {
        return new TaskUpdate(session, draft, id)
                .run(checkpoint)
                .thenApply(written -> written.map(CreationResult::updated).orElseGet(() -> CreationResult.same(id)));
    }
}
