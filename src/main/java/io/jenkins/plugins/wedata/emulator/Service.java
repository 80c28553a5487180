package io.jenkins.plugins.wedata.emulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.wedata.client.TimeSource;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** Takes a request from either front, lets go wrong what shall go wrong, and gives what goes back. */
final class Service {

    private final Gate gate;
    private final Tables tables;
    private final Ledger ledger;
    private final Faults faults;
    private final TimeSource time;

    Service(Gate gate, Tables tables, Ledger ledger, Faults faults, TimeSource time) {
        this.gate = gate;
        this.tables = tables;
        this.ledger = ledger;
        this.faults = faults;
        this.time = time;
    }

    CompletableFuture<Answer> handle(Inbound request) {
        ledger.delivered(request, tables.now());
        return faults.next(request)
                .map(fault -> strike(fault, request))
                .orElseGet(() -> now(json(process(request, Duration.ZERO))));
    }

    private CompletableFuture<Answer> strike(Fault fault, Inbound request) {
        return switch (fault.kind()) {
            case DROP -> now(new Answer.None());
            case LOST_REPLY, LOST_REPLY_FRESH, LOST_REPLY_REUSED -> {
                process(request, Duration.ZERO);
                yield now(new Answer.None());
            }
            case CUT_REPLY -> now(new Answer.Cut(json(process(request, Duration.ZERO))));
            case LATE_EFFECT -> {
                land(request, fault.duration());
                yield now(new Answer.None());
            }
            case SLOW -> {
                CompletableFuture<Answer> late = new CompletableFuture<>();
                Answer answer = json(process(request, Duration.ZERO));
                time.after(fault.duration(), () -> late.complete(answer));
                yield late;
            }
            case CLOCK_SKEW -> {
                ObjectNode reply = process(request, fault.duration());
                yield now(whole(200, fault.duration(), Json.write(reply)));
            }
            case THROTTLE -> now(json(refusal(fault, request, tables.switches.throttleCode())));
            case ERROR, ERROR_AFTER_WORK -> now(json(refusal(fault, request, fault.code())));
            case STATUS_408, STATUS_429, STATUS_502, STATUS_503, REDIRECT -> {
                if (fault.afterWork()) {
                    process(request, Duration.ZERO);
                }
                yield now(Malformed.status(fault.kind(), tables.now()));
            }
            case EMPTY, EMPTY_OBJECT, CUT_JSON, WRONG_KIND, NULL_DATA, NO_REQUEST_ID -> now(whole(
                    200, Duration.ZERO, Malformed.body(fault.kind(), process(request, Duration.ZERO))));
        };
    }

    private ObjectNode refusal(Fault fault, Inbound request, String code) {
        if (fault.afterWork()) {
            process(request, Duration.ZERO);
        }
        return Envelope.error(new ServiceError(code, Envelope.message(code)), tables.ids.uuid());
    }

    /** Lets the request in now and does its work later. */
    private void land(Inbound request, Duration delay) {
        ActionHandler.Work work;
        synchronized (tables) {
            try {
                work = gate.admit(request, tables.now());
            } catch (ServiceError refused) {
                return;
            }
        }
        time.after(delay, () -> answer(() -> work));
    }

    private ObjectNode process(Inbound request, Duration skew) {
        return answer(() -> gate.admit(request, tables.now().plus(skew)));
    }

    private ObjectNode answer(Supplier<ActionHandler.Work> admission) {
        String requestId = tables.ids.uuid();
        synchronized (tables) {
            try {
                return Envelope.success(admission.get().run(), requestId);
            } catch (ServiceError refused) {
                return Envelope.error(refused, requestId);
            }
        }
    }

    private Answer.Whole json(ObjectNode envelope) {
        return whole(200, Duration.ZERO, Json.write(envelope));
    }

    private Answer.Whole whole(int status, Duration skew, byte[] body) {
        return new Answer.Whole(
                status, tables.now().plus(skew), Map.of("Content-Type", "application/json"), body);
    }

    private static CompletableFuture<Answer> now(Answer answer) {
        return CompletableFuture.completedFuture(answer);
    }
}
