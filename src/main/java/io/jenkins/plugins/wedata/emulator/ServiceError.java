package io.jenkins.plugins.wedata.emulator;

/** Ends the handling of a request with the {@code Error} of a reply. */
final class ServiceError extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String code;

    ServiceError(String code, String message) {
        super(message, null, false, false);
        this.code = code;
    }

    static ServiceError missing(String parameter) {
        return new ServiceError("MissingParameter", "The request is missing a required parameter `" + parameter + "`.");
    }

    static ServiceError wrongKind(String parameter) {
        return new ServiceError("InvalidParameter", "The value type of parameter `" + parameter + "` is not valid.");
    }

    static ServiceError notFound(String what, String id) {
        return new ServiceError("ResourceNotFound", "The " + what + " " + id + " does not exist.");
    }

    String code() {
        return code;
    }
}
