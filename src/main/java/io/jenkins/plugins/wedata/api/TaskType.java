package io.jenkins.plugins.wedata.api;

import java.util.OptionalLong;
import org.jvnet.localizer.Localizable;

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
    public static final Localizable EXPECTED = TypeText.expected(TaskType.class, TaskType::wireValue);

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
        return TypeText.number(text, TaskType.class, TaskType::wireValue);
    }

    /**
     * What a right value is, for one that is not.
     *
     * @param text what the user wrote
     * @return says so when only trigger workflows have a type of that name
     */
    public static Localizable expectedInsteadOf(String text) {
        return TriggerTaskType.parse(text).isPresent() ? Messages._TaskType_OfTriggerWorkflows(EXPECTED) : EXPECTED;
    }
}
