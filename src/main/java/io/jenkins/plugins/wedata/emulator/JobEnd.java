package io.jenkins.plugins.wedata.emulator;

import edu.umd.cs.findbugs.annotations.CheckForNull;

/** Where a batch job's walk ends. */
public enum JobEnd {
    /** SUCCESS, PART_SUCCESS or FAIL, as its tasks fared. */
    AS_ITS_TASKS,
    /** The job stays in its first state. */
    CREATING,
    /** The job stays in its second state. */
    INIT,
    /** The job never finishes its last task. */
    RUNNING,
    /** Every task went well. */
    SUCCESS,
    /** Every task went well, with an alarm. */
    SUCCESS_WITH_ALARM,
    /** Some tasks failed: the last one, when none fails by itself. */
    PART_SUCCESS,
    /** Some tasks failed, with an alarm. */
    PART_SUCCESS_WITH_ALARM,
    /** Every task failed. */
    FAIL,
    /** The service says that it does not know. */
    UNKNOWN,
    /** The service says nothing: {@code "JobStatus":null}. */
    NO_STATUS;

    boolean failsAll() {
        return this == FAIL;
    }

    boolean failsSome() {
        return this == PART_SUCCESS || this == PART_SUCCESS_WITH_ALARM;
    }

    @CheckForNull
    String wireValue(int failed, int total) {
        if (this == NO_STATUS) {
            return null;
        }
        if (this != AS_ITS_TASKS) {
            return name();
        }
        if (failed == 0) {
            return SUCCESS.name();
        }
        return failed == total ? FAIL.name() : PART_SUCCESS.name();
    }
}
