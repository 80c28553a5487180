package io.jenkins.plugins.wedata.client;

/** Production's retries without chance, so that a test goes the same way each time. */
public final class SteadyRetries {

    private SteadyRetries() {}

    /** Every pause, and every span from look to look, is in the middle of what chance would choose from. */
    public static RetryPolicy policy() {
        RetryPolicy standard = RetryPolicy.standard();
        return new RetryPolicy(standard.base(), standard.cap(), standard.budget(), () -> 0.5);
    }
}
