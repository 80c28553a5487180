package io.jenkins.plugins.wedata.steps;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.wedata.operation.Progress;
import java.io.Serializable;
import java.time.Instant;

/**
 * An operation's progress as a build's program keeps it: one immutable object of plain values, so that it is whole
 * whenever the program is saved.
 */
final class KeptProgress implements Serializable {

    private static final long serialVersionUID = 1L;

    private final String stage;

    @CheckForNull
    private final String id;

    @CheckForNull
    private final String requestId;

    @CheckForNull
    private final String ticket;

    @CheckForNull
    private final String memo;

    private final long since;

    KeptProgress(Progress progress) {
        stage = progress.stage().name();
        id = progress.id();
        requestId = progress.requestId();
        ticket = progress.ticket();
        memo = progress.memo();
        since = progress.since().toEpochMilli();
    }

    Progress progress() {
        return new Progress(Progress.Stage.valueOf(stage), id, requestId, ticket, memo, Instant.ofEpochMilli(since));
    }
}
