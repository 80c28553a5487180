package io.jenkins.plugins.wedata.client;

/** What all calls of a client share. */
record CallTools(
        Transport transport,
        TimeSource time,
        RetryPolicy retryPolicy,
        Json json,
        OutcomeClassifier classifier,
        SignedRequests requests,
        CallPacer pacer,
        ClockOffsets clockOffsets) {

    CallTools(Transport transport, TimeSource time, RetryPolicy retryPolicy) {
        this(transport, time, retryPolicy, new Json());
    }

    private CallTools(Transport transport, TimeSource time, RetryPolicy retryPolicy, Json json) {
        this(
                transport,
                time,
                retryPolicy,
                json,
                new OutcomeClassifier(json),
                new SignedRequests(),
                new CallPacer(time),
                new ClockOffsets());
    }
}
