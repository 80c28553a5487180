package io.jenkins.plugins.wedata.emulator;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** The ways in which a call can go wrong. */
public enum FaultKind {
    /** The work is done and the connection ends without a reply. */
    LOST_REPLY("lost-reply", Value.NONE, true),
    /** The same, on a connection's first request only. */
    LOST_REPLY_FRESH("lost-reply-fresh", Value.NONE, true),
    /** The same, on a connection that has carried a request before. In process every connection has. */
    LOST_REPLY_REUSED("lost-reply-reused", Value.NONE, true),
    /** The work is done and the connection ends in the midst of the reply. */
    CUT_REPLY("cut-reply", Value.NONE, true),
    /** The connection ends before the work. */
    DROP("drop", Value.NONE, false),
    /** The connection ends without a reply, and the work is done later. */
    LATE_EFFECT("late-effect", Value.DURATION, true),
    /** The work is done and the reply comes later. */
    SLOW("slow", Value.DURATION, true),
    /** HTTP 408. */
    STATUS_408("408", Value.DONE, false),
    /** HTTP 429. */
    STATUS_429("429", Value.DONE, false),
    /** HTTP 502 with a page of HTML. */
    STATUS_502("502", Value.DONE, false),
    /** HTTP 503. */
    STATUS_503("503", Value.DONE, false),
    /** HTTP 302 to another host. */
    REDIRECT("302", Value.DONE, false),
    /** The work is done and the reply's body is empty. */
    EMPTY("empty", Value.NONE, true),
    /** The work is done and the reply's body is an object without members. */
    EMPTY_OBJECT("empty-object", Value.NONE, true),
    /** The work is done and the reply's JSON ends in its midst, though HTTP calls it whole. */
    CUT_JSON("cut-json", Value.NONE, true),
    /** The work is done and every member of the reply is of another JSON kind. */
    WRONG_KIND("wrong-kind", Value.NONE, true),
    /** The work is done and every member of the reply but the RequestId is null. */
    NULL_DATA("null-data", Value.NONE, true),
    /** The work is done and the reply has no RequestId. */
    NO_REQUEST_ID("no-request-id", Value.NONE, true),
    /** The call is refused with a code, before the work. */
    ERROR("error", Value.CODE, false),
    /** The work is done, and the call answers with a code nevertheless. */
    ERROR_AFTER_WORK("error-after-work", Value.CODE, true),
    /** The call is refused as one too many in a second. */
    THROTTLE("throttle", Value.NONE, false),
    /** The service's clock is ahead for this call, or behind. */
    CLOCK_SKEW("clock-skew", Value.DURATION, true);

    /** What a kind asks for besides its name. */
    enum Value {
        NONE,
        DURATION,
        DONE,
        CODE
    }

    private final String text;
    private final Value value;
    private final boolean afterWork;

    FaultKind(String text, Value value, boolean afterWork) {
        this.text = text;
        this.value = value;
        this.afterWork = afterWork;
    }

    /**
     * The kind's name in a fault's text.
     *
     * @return such as {@code lost-reply}
     */
    public String text() {
        return text;
    }

    Value value() {
        return value;
    }

    boolean afterWork() {
        return afterWork;
    }

    boolean strikes(boolean reusedConnection) {
        return switch (this) {
            case LOST_REPLY_FRESH -> !reusedConnection;
            case LOST_REPLY_REUSED -> reusedConnection;
            default -> true;
        };
    }

    static Optional<FaultKind> named(String text) {
        return Arrays.stream(values()).filter(kind -> kind.text.equals(text)).findFirst();
    }

    static String names() {
        return Arrays.stream(values()).map(FaultKind::text).collect(Collectors.joining(", "));
    }
}
