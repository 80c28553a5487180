package io.jenkins.plugins.wedata.emulator;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * What the service does for one action.
 *
 * @param name the action's name
 * @param version the API version it belongs to
 * @param mainlandOnly whether the international site lacks it
 * @param preparation reads its parameters
 */
record ActionHandler(String name, String version, boolean mainlandOnly, Preparation preparation) {

    static final String V2021 = "2021-08-20";
    static final String V2025 = "2025-08-06";
    static final String STS_2018 = "2018-08-13";

    /** Whether a signature for a service is one for this action; WeData's own hosts have many names, for it alone. */
    boolean isSignedFor(String service) {
        return version.equals(STS_2018) == service.equals("sts");
    }

    /** Reads every parameter and changes nothing. */
    @FunctionalInterface
    interface Preparation {
        /**
         * Reads a request.
         *
         * @throws ServiceError when a parameter is missing or wrong
         */
        Work prepare(Caller caller, Parameters parameters);
    }

    /** Does what was asked for. */
    @FunctionalInterface
    interface Work {
        /**
         * Changes the state, or reads it.
         *
         * @return the members of {@code Response} but the RequestId
         * @throws ServiceError when it is refused
         */
        ObjectNode run();
    }
}
