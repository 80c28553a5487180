package io.jenkins.plugins.wedata.emulator;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** The object around every reply. */
final class Envelope {

    private Envelope() {}

    static ObjectNode success(ObjectNode members, String requestId) {
        return Json.object().set("Response", members.put("RequestId", requestId));
    }

    static ObjectNode error(ServiceError error, String requestId) {
        ObjectNode response = Json.object();
        response.putObject("Error").put("Code", error.code()).put("Message", error.getMessage());
        return Json.object().set("Response", response.put("RequestId", requestId));
    }

    /** The message of an error that was asked for by its code. */
    static String message(String code) {
        return switch (code) {
            case "FailedOperation" -> "Operation failed.";
            case "InternalError" -> "An internal error occurred.";
            case "RequestLimitExceeded" -> "The number of requests exceeded the frequency limit.";
            case "ResourceNotFound" -> "The resource does not exist.";
            default -> "The request was answered with " + code + ".";
        };
    }
}
