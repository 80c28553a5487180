package io.jenkins.plugins.wedata.api;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.util.List;
import java.util.regex.Pattern;

/** The rules that the lists of version 2025-08-06 share. */
final class ListRules {

    private static final Pattern TIME = Pattern.compile("\\d{4}-\\d{2}-\\d{2} \\d{2}:\\d{2}:\\d{2}");

    private static final List<String> NODE_TYPES = List.of(
            "ETL", "EMR", "DLC", "SETATS", "TDSQL", "TCHOUSE", "GENERAL", "DATA_QUALITY", "INDICATOR", "TI_ONE");

    private ListRules() {}

    static void checkPage(Problems problems, @CheckForNull Long number, @CheckForNull Long size, long smallest) {
        problems.requireAtLeast("pageNumber", number, 1);
        if (size != null && (size < smallest || size > ItemPage.LARGEST)) {
            problems.add(
                    "pageSize",
                    size,
                    Messages._Problems_Between(String.valueOf(smallest), String.valueOf(ItemPage.LARGEST)));
        }
    }

    static void checkPeriod(Problems problems, String field, @CheckForNull List<String> times) {
        if (times != null && (times.size() != 2 || !times.stream().allMatch(ListRules::isTime))) {
            problems.add(field, times, Messages._ListRules_Period());
        }
    }

    private static boolean isTime(@CheckForNull String text) {
        return text != null && TIME.matcher(text).matches();
    }

    static void checkNodeTypes(Problems problems, @CheckForNull List<String> types) {
        for (int i = 0; types != null && i < types.size(); i++) {
            String field = "taskNodeTypeList[" + i + "]";
            if (types.get(i) == null) {
                problems.add(field, null, Messages._Problems_OneOf(Joined.values(NODE_TYPES)));
            } else {
                problems.requireOneOf(field, types.get(i), NODE_TYPES);
            }
        }
    }

    static void checkTaskFilter(
            Problems problems, @CheckForNull Long taskTypeId, @CheckForNull String status, List<String> statuses) {
        problems.requireAtLeast("taskTypeId", taskTypeId, 1);
        problems.requireOneOf("status", status, statuses);
    }
}
