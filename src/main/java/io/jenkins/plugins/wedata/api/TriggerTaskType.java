package io.jenkins.plugins.wedata.api;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The task types of trigger workflows: the values of {@code TaskTypeId} in CreateTriggerTask, version 2025-08-06. They are
 * fewer than, and other than, those of ordinary workflows.
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
    public static final String EXPECTED = "one of "
            + Arrays.stream(values())
                    .map(type -> type.name() + " (" + type.wireValue + ")")
                    .collect(Collectors.joining(", "));

    private final long wireValue;

    TriggerTaskType(long wireValue) {
        this.wireValue = wireValue;
    }

    /**
     * The type as CreateTriggerTask takes it: a number, as text.
     *
     * @return the value of {@code TaskTypeId}
     */
    public String wireValue() {
        return Long.toString(wireValue);
    }

    static boolean isPublished(String wireValue) {
        return Arrays.stream(values()).anyMatch(type -> type.wireValue().equals(wireValue));
    }

    /**
     * Reads a type that a user wrote: a number, or a name in any case, with blanks or hyphens for underscores.
     *
     * @param text what the user wrote
     * @return empty when the text is neither the number nor the name of a type
     */
    public static Optional<TriggerTaskType> parse(String text) {
        String name = text.strip().toUpperCase(Locale.ROOT).replace(' ', '_').replace('-', '_');
        return Arrays.stream(values())
                .filter(type -> type.name().equals(name) || type.wireValue().equals(name))
                .findFirst();
    }
}
