package io.jenkins.plugins.wedata.rehearsal;

import hudson.model.Result;

/** What a rehearsal tells the shell that started it. */
enum ExitStatus {
    SUCCESS(0),
    FAILURE(1),
    UNSTABLE(2),
    /** The file can't be rehearsed. */
    REFUSED(3);

    private final int code;

    ExitStatus(int code) {
        this.code = code;
    }

    int code() {
        return code;
    }

    static ExitStatus of(Result result) {
        if (result == Result.SUCCESS) {
            return SUCCESS;
        }
        return result == Result.UNSTABLE ? UNSTABLE : FAILURE;
    }
}
