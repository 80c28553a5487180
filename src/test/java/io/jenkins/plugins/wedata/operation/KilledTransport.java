package io.jenkins.plugins.wedata.operation;

import io.jenkins.plugins.wedata.client.Transport;
import io.jenkins.plugins.wedata.client.WireReply;
import io.jenkins.plugins.wedata.client.WireRequest;
import java.util.concurrent.CompletableFuture;

/**
 * The wire and the disk of a process that is killed at a chosen point: from then on nothing leaves it, nothing is answered,
 * and nothing is kept.
 */
final class KilledTransport implements Transport {

    /** When the process is killed. */
    enum Point {
        NEVER,
        /** The intent is kept, and the write was not sent. */
        BEFORE_SENDING,
        /** The write has arrived, and its reply has not. */
        BEFORE_THE_REPLY,
        /** The reply is there, and what it says was not kept. */
        BEFORE_THE_ID_IS_KEPT,
        /** A look after the write. */
        AT_THE_FIRST_LOOK,
        /** A later one. */
        AT_THE_THIRD_LOOK
    }

    private final Transport wire;
    private final String write;
    private final Point point;
    private Progress kept;
    private boolean isSent;
    private int looks;
    private boolean isDead;

    KilledTransport(Transport wire, String write, Point point) {
        this.wire = wire;
        this.write = write;
        this.point = point;
    }

    boolean isDead() {
        return isDead;
    }

    /** The last progress that outlives the process; null for none. */
    Progress kept() {
        return kept;
    }

    CompletableFuture<Void> keep(Progress progress) {
        boolean isWritten = progress.stage() == Progress.Stage.WRITTEN;
        if (isDead || (isWritten && point == Point.BEFORE_THE_ID_IS_KEPT)) {
            return die();
        }
        kept = progress;
        return progress.stage() == Progress.Stage.INTENT && point == Point.BEFORE_SENDING
                ? die()
                : CompletableFuture.completedFuture(null);
    }

    @Override
    public CompletableFuture<WireReply> send(WireRequest request) {
        if (isDead) {
            return die();
        }
        if (request.headers().get("X-TC-Action").equals(write)) {
            isSent = true;
            CompletableFuture<WireReply> reply = wire.send(request);
            return point == Point.BEFORE_THE_REPLY ? die() : reply;
        }
        if (isSent) {
            looks++;
        }
        boolean dies =
                (point == Point.AT_THE_FIRST_LOOK && looks == 1) || (point == Point.AT_THE_THIRD_LOOK && looks == 3);
        return dies ? die() : wire.send(request);
    }

    private <T> CompletableFuture<T> die() {
        isDead = true;
        return new CompletableFuture<>();
    }
}
