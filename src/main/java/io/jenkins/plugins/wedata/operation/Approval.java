package io.jenkins.plugins.wedata.operation;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** What an approval that is still to be given does to the build. */
final class Approval {

    static final String OTHERWISE = ". onApproval: 'UNSTABLE' or 'PROCEED' goes on without waiting for it";

    private Approval() {}

    /** Tells the log, and completes with the result or with the failure. */
    static CompletableFuture<OperationResult> pending(
            Session session, Reaction onApproval, String message, Map<String, Object> values) {
        session.log().milestone(message);
        session.log().awaitsApproval(message);
        if (onApproval == Reaction.FAIL) {
            return CompletableFuture.failedFuture(new OperationFailedException(message + OTHERWISE));
        }
        values.put("outcome", "APPROVAL_PENDING");
        return CompletableFuture.completedFuture(
                new OperationResult(values, onApproval == Reaction.UNSTABLE ? Optional.of(message) : Optional.empty()));
    }
}
