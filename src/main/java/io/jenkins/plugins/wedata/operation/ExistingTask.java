package io.jenkins.plugins.wedata.operation;

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
        String shown = PlainText.line(String.join(", ", ids), LONGEST);
        if (ifExists == IfExists.FAIL) {
            return draft.placeOfNamesake(session)
                    .thenCompose(place -> CompletableFuture.failedFuture(new OperationFailedException(
                            draft.subject() + " is there already in " + place + ": " + shown
                                    + ". Nothing was created. ifExists: 'REUSE' takes it for the one wanted, 'UPDATE'"
                                    + " makes it the one wanted")));
        }
        if (ids.size() > 1) {
            return CompletableFuture.failedFuture(new OperationFailedException("There are " + ids.size() + " "
                    + draft.kind() + "s named '" + draft.name() + "' in " + draft.place() + ": " + shown
                    + ". Nothing was created, and none can be reused for sure"));
        }
        return ifExists == IfExists.REUSE ? reused(ids.get(0), shown) : updated(ids.get(0));
    }

    private CompletableFuture<OperationResult> reused(String id, String shown) {
        session.log().milestone(draft.subject() + " is there already and is reused: " + shown);
        return CompletableFuture.completedFuture(CreationResult.reused(id));
    }

    private CompletableFuture<OperationResult> updated(String id) {
        return new TaskUpdate(session, draft, id)
                .run(checkpoint)
                .thenApply(written -> written.map(CreationResult::updated).orElseGet(() -> CreationResult.same(id)));
    }
}
