package io.jenkins.plugins.wedata.api;

import java.util.OptionalLong;
import org.jvnet.localizer.Localizable;

/**
 * The task types of trigger workflows that CreateTriggerTask, version 2025-08-06, documents for {@code TaskTypeId}: others
 * than those of ordinary workflows. A number is taken as it is and only a name must be one of these.
 */
public enum TriggerTaskType {
    /** Offline synchronisation. */
    OFFLINE_SYNC(26),
    /** Python. */
    PYTHON(30),
    /** SQL of Data Lake Compute. */
    DLC_SQL(32),
    /** Shell. */
    SHELL(35),
    /** Shell, filled in as a form. */
    SHELL_FORM(38),
    /** Spark of Data Lake Compute. */
    DLC_SPARK(46),
    /** PySpark of Data Lake Compute. */
    DLC_PYSPARK(50),
    /** Goes on with one of several branches. */
    BRANCH(130),
    /** Brings branches together. */
    MERGE(131),
    /** A notebook. */
    NOTEBOOK(132),
    /** A command on another machine. */
    SSH(133),
    /** Runs what it holds once for each of several values. */
    FOR_EACH(137),
    /** Spark streaming of Data Lake Compute. */
    DLC_SPARK_STREAMING(139),
    /** Runs another workflow. */
    RUN_WORKFLOW(140);

    /** What a right value is, for messages. */
    public static final Localizable EXPECTED = TypeText.expected(TriggerTaskType.class, TriggerTaskType::wireValue);

    private final long wireValue;

    TriggerTaskType(long wireValue) {
        this.wireValue = wireValue;
    }

    /**
     * The type as WeData's number. CreateTriggerTask takes it as text.
     *
     * @return the value of {@code TaskTypeId}
     */
    public long wireValue() {
        return wireValue;
    }

    /**
     * Reads a type that a user wrote: a number, or a name in any case, with blanks or hyphens for underscores.
     *
     * @param text what the user wrote
     * @return WeData's number, or empty when the text is neither a positive number nor a known name
     */
    public static OptionalLong parse(String text) {
        return TypeText.number(text, TriggerTaskType.class, TriggerTaskType::wireValue);
    }

    /**
     * What a right value is, for one that is not.
     *
     * @param text what the user wrote
     * @return says so when only ordinary workflows have a type of that name
     */
    public static Localizable expectedInsteadOf(String text) {
        return TaskType.parse(text).isPresent() ? Messages._TriggerTaskType_OfOrdinaryWorkflows(EXPECTED) : EXPECTED;
    }
}
