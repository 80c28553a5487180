package io.jenkins.plugins.wedata.operation;

import java.time.Duration;
import java.util.Optional;

/**
 * How to wait for a batch job, and what to make of its end.
 *
 * @param awaitEnd whether to wait at all
 * @param timeout how long at the most, from the job's start
 * @param onPartial what a job does to the build of which some tasks failed
 * @param onApproval what versions that wait for an approver do to the build
 * @param mark the text in the versions' remarks that no other version carries, when there is one
 */
public record BatchWaitOptions(
        boolean awaitEnd, Duration timeout, Reaction onPartial, Reaction onApproval, Optional<String> mark) {}
