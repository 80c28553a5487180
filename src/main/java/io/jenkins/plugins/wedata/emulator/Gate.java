package io.jenkins.plugins.wedata.emulator;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a request must pass before an action sees it: address, size, signature, site, rate, parameters. */
final class Gate {

    static final int LARGEST_BODY = 10 * 1024 * 1024;

    private final Map<String, Map<String, ActionHandler>> byVersion = new HashMap<>();
    private final Switches switches;
    private final SignatureCheck signatures;
    private final RateLimit rate;

    Gate(List<ActionHandler> handlers, Switches switches, SignatureCheck signatures, RateLimit rate) {
        handlers.forEach(handler -> byVersion
                .computeIfAbsent(handler.version(), version -> new HashMap<>())
                .put(handler.name(), handler));
        this.switches = switches;
        this.signatures = signatures;
        this.rate = rate;
    }

    /**
     * Lets a request in.
     *
     * @param now the service's clock
     * @return does what it asks for
     * @throws ServiceError when it is refused
     */
    ActionHandler.Work admit(Inbound request, Instant now) {
        if (!request.method().equals("POST")) {
            throw new ServiceError("UnsupportedProtocol", "The HTTP method " + request.method() + " is not supported.");
        }
        if (!request.path().equals("/")) {
            throw new ServiceError("InvalidRequest", "The path of a request is /.");
        }
        if (request.body().length > LARGEST_BODY) {
            throw new ServiceError("RequestSizeLimitExceeded", "The request is larger than 10 MB.");
        }
        ActionHandler handler = route(request);
        Caller caller = signatures.verify(request, now);
        if (!handler.isSignedFor(caller.service())) {
            throw new ServiceError("AuthFailure.SignatureFailure", "The signature is for another service.");
        }
        if (handler.mainlandOnly() && switches.international()) {
            throw new ServiceError(
                    switches.hiddenActionCode(), "The action " + handler.name() + " is not offered on this site.");
        }
        if (request.header("X-TC-Region").isEmpty()) {
            throw ServiceError.missing("X-TC-Region");
        }
        rate.admit(caller.uin(), handler.name());
        JsonNode body = Json.read(request.body())
                .filter(JsonNode::isObject)
                .orElseThrow(() -> new ServiceError("InvalidParameter", "The request body is not a JSON object."));
        Parameters parameters = new Parameters(body);
        ActionHandler.Work work = handler.preparation().prepare(caller, parameters);
        if (switches.refuseUnknownParameters()) {
            parameters.refuseUnknown();
        }
        return work;
    }

    private ActionHandler route(Inbound request) {
        String action = request.header("X-TC-Action").orElseThrow(() -> ServiceError.missing("X-TC-Action"));
        String version = request.header("X-TC-Version").orElseThrow(() -> ServiceError.missing("X-TC-Version"));
        Map<String, ActionHandler> actions = byVersion.get(version);
        if (actions == null) {
            throw new ServiceError("NoSuchVersion", "The specified version does not exist.");
        }
        ActionHandler handler = actions.get(action);
        if (handler == null) {
            throw new ServiceError("InvalidAction", "The specified action does not exist in version " + version + ".");
        }
        return handler;
    }
}
