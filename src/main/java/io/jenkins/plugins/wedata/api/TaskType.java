package io.jenkins.plugins.wedata.api;

import java.util.Arrays;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/**
 * The task types that CreateTask and CreateTaskNew (2021-08-20) document. The service knows more than it documents there,
 * so a number is taken as it is and only a name must be one of these.
 */
public enum TaskType {
    /** Offline synchronisation. */
    OFFLINE_SYNC(26),
    /** Python. */
    PYTHON(30),
    /** PySpark. */
    PYSPARK(31),
    /** Data Lake Compute. */
    DLC(32),
    /** Impala. */
    IMPALA(33),
    /** Hive SQL. */
    HIVE_SQL(34),
    /** Shell. */
    SHELL(35),
    /** Spark SQL. */
    SPARK_SQL(36),
    /** Spark. */
    SPARK(39),
    /** TCHouse-P. */
    TCHOUSE_P(40),
    /** MapReduce. */
    MAPREDUCE(92);

    /** What a right value is, for messages. */
    public static final String EXPECTED = "a number or one of "
            + Arrays.stream(values())
                    .map(type -> type.name() + " (" + type.wireValue + ")")
                    .collect(Collectors.joining(", "));

    private final long wireValue;

    TaskType(long wireValue) {
        this.wireValue = wireValue;
    }

    /**
     * The type as WeData's number.
     *
     * @return the value of {@code TaskType}
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
        String name = text.strip().toUpperCase(Locale.ROOT).replace(' ', '_').replace('-', '_');
        if (name.matches("[1-9][0-9]{0,8}")) {
            return OptionalLong.of(Long.parseLong(name));
        }
        return Arrays.stream(values())
                .filter(type -> type.name().equals(name))
                .mapToLong(TaskType::wireValue)
                .findFirst();
    }
}
