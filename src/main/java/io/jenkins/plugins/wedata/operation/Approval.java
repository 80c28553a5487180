package io.jenkins.plugins.wedata.operation;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** What an approval that is still to be given does to the build. */
final class Approval {

    private Approval() {}

    /** Tells the log, and completes with the result or with the failure. */
    static CompletableFuture<OperationResult> pending(
            Session session, Reaction onApproval, String message, Map<String, Object> values) {
        session.log().milestone(message);
        session.log().awaitsApproval(message);
        if (onApproval == Reaction.FAIL) {
            return CompletableFuture.failedFuture(new OperationFailedException(refused(message)));
        }
        values.put("outcome", "APPROVAL_PENDING");
        return CompletableFuture.completedFuture(
                new OperationResult(values, onApproval == Reaction.UNSTABLE ? Optional.of(message) : Optional.empty()));
    }

    /** The message, and how a build goes on although the approval is still to be given. */
    static String refused(String message) {
        return Messages.Approval_Refused(message);
    }
}
