package io.jenkins.plugins.wedata.operation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.wedata.client.Reply;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** How a task that is there is changed into the one that is wanted. */
interface Revision {

    /** The action that changes it. */
    String actionName();

    /** What is there: members by the name of the structure that they are in. */
    CompletableFuture<ObjectNode> present(Session session, String taskId);

    /** What is wanted, likewise. */
    ObjectNode wanted();

    /** What was given and can't be compared, since the action has no published place for it; in the step's words. */
    List<String> notCompared();

    /**
     * Fails when what is there can't become what is wanted.
     *
     * @param present as {@link #present} gave it
     */
    default void refuse(ObjectNode present) {}

    /** Sends what differs; the reply tells whether it was done. */
    CompletableFuture<Reply<Boolean>> send(Session session, String taskId, Difference difference);
}
