package io.jenkins.plugins.wedata.benchmarks;

import java.time.Duration;

/**
 * How much time a run takes itself.
 *
 * @param rounds of JMH, at the most
 * @param whole no round begins that would end later than this after the run's beginning; the first one always does
 * @param warmups iterations of each that do not count
 * @param iterations of each that do
 * @param iteration how long each takes
 * @param starts of a virtual machine of each kind
 */
record Effort(int rounds, Duration whole, int warmups, int iterations, Duration iteration, int starts) {

    /** For the page. */
    static final Effort FULL = new Effort(3, Duration.ofMinutes(13), 6, 3, Duration.ofSeconds(1), 7);

    /** For a look, in a minute. */
    static final Effort QUICK = new Effort(1, Duration.ZERO, 1, 1, Duration.ofMillis(800), 3);
}
