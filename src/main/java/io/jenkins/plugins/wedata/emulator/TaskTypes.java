package io.jenkins.plugins.wedata.emulator;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The names that WeData shows for the numbers of task types. */
final class TaskTypes {

    private static final Map<Long, String> NAMES = Map.ofEntries(
            Map.entry(26L, "Offline Synchronization"),
            Map.entry(30L, "Python"),
            Map.entry(31L, "PySpark"),
            Map.entry(32L, "DLC"),
            Map.entry(33L, "Impala"),
            Map.entry(34L, "Hive SQL"),
            Map.entry(35L, "Shell"),
            Map.entry(36L, "Spark SQL"),
            Map.entry(38L, "Shell Form Mode"),
            Map.entry(39L, "Spark"),
            Map.entry(40L, "TCHouse-P"),
            Map.entry(46L, "DLC Spark"),
            Map.entry(50L, "DLC PySpark"),
            Map.entry(92L, "MapReduce"),
            Map.entry(130L, "Branch"),
            Map.entry(131L, "Merge"),
            Map.entry(132L, "Notebook"),
            Map.entry(133L, "SSH"),
            Map.entry(137L, "For-each"),
            Map.entry(139L, "DLC Spark Streaming"),
            Map.entry(140L, "Run Workflow"));

    private static final Set<String> OF_TRIGGER_TASKS =
            Set.of("26", "30", "32", "35", "38", "46", "50", "130", "131", "132", "133", "137", "139", "140");

    private TaskTypes() {}

    /** The number that a text stands for, unless it is known as a type that only ordinary workflows have. */
    static Optional<Long> ofTriggerTask(String text) {
        return Optional.of(text)
                .filter(number -> number.matches("[1-9][0-9]{0,8}"))
                .filter(number -> OF_TRIGGER_TASKS.contains(number) || !NAMES.containsKey(Long.valueOf(number)))
                .map(Long::valueOf);
    }

    static String name(long type) {
        return NAMES.getOrDefault(type, "Type " + type);
    }
}
