package io.jenkins.plugins.wedata.emulator;

import java.util.Map;

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
            Map.entry(39L, "Spark"),
            Map.entry(40L, "TCHouse-P"),
            Map.entry(92L, "MapReduce"));

    private TaskTypes() {}

    static String name(long type) {
        return NAMES.getOrDefault(type, "Type " + type);
    }
}
