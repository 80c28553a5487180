package io.jenkins.plugins.wedata.chaos;

import io.jenkins.plugins.wedata.emulator.Fault;
import io.jenkins.plugins.wedata.emulator.FaultKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Faults by chance: every kind at every action. */
final class FaultPlan {

    /** How long the longest fault lasts. */
    static final Duration LONGEST = Duration.ofMinutes(5);

    private static final List<String> CODES = List.of(
            "InternalError",
            "InternalError.InvalidParameter",
            "FailedOperation",
            "FailedOperation.ConnectionTimeOutError",
            "FailedOperation.NoLock",
            "ResourceUnavailable",
            "ServiceUnavailable",
            "RequestLimitExceeded.UinLimitExceeded",
            "InvalidParameter.ServiceIsBusy",
            "InvalidParameter.DuplicateName",
            "UnauthorizedOperation",
            "UnsupportedOperation",
            "LimitExceeded",
            "AuthFailure.TokenFailure",
            "AuthFailure.SignatureExpire");

    /** Those that leave open what was done: any other after the work would be a lie. */
    private static final List<String> DOUBTFUL = List.of(
            "InternalError", "FailedOperation", "ResourceUnavailable", "FailedOperation.ConnectionTimeOutError");

    private final Random random;
    private final List<String> actions;

    FaultPlan(Random random, Iterable<String> known) {
        this.random = random;
        this.actions = new ArrayList<>();
        known.forEach(actions::add);
    }

    Fault next() {
        FaultKind[] kinds = FaultKind.values();
        Fault fault = valued(kinds[random.nextInt(kinds.length)])
                .skipping(random.nextInt(4))
                .times(1 + random.nextInt(4));
        fault = random.nextBoolean() ? fault : fault.withProbability(0.3);
        return random.nextInt(5) == 0 ? fault : fault.on(actions.get(random.nextInt(actions.size())));
    }

    private Fault valued(FaultKind kind) {
        Fault fault = Fault.of(kind);
        return switch (kind) {
            case LATE_EFFECT, SLOW -> fault.lasting(Duration.ofSeconds(1 + random.nextInt((int) LONGEST.toSeconds())));
            case CLOCK_SKEW -> fault.lasting(Duration.ofMinutes(random.nextInt(41) - 20));
            case ERROR -> Fault.error(CODES.get(random.nextInt(CODES.size())));
            case ERROR_AFTER_WORK -> Fault.parse(kind.text() + ":" + DOUBTFUL.get(random.nextInt(DOUBTFUL.size())));
            // A 429 or a redirect says that nothing was done: one after the work would be a lie.
            case STATUS_408, STATUS_502, STATUS_503 -> random.nextBoolean() ? fault.afterTheWork() : fault;
            default -> fault;
        };
    }
}
