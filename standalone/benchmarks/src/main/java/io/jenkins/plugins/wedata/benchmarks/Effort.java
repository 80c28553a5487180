package io.jenkins.plugins.wedata.benchmarks;

import java.time.Duration;

/**
 * How much time a run takes itself.
 *
 * @param warmups iterations of each that do not count
 * @param iterations of each that do
 * @param iteration how long each takes
 * @param starts of a virtual machine of each kind
 */
record Effort(int warmups, int iterations, Duration iteration, int starts) {

    /** For the page. */
    static final Effort FULL = new Effort(10, 5, Duration.ofSeconds(1), 7);

    /** For a look, in a minute. */
    static final Effort QUICK = new Effort(1, 1, Duration.ofMillis(800), 3);
}
