package io.jenkins.plugins.wedata.operation;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A task of a batch job that failed.
 *
 * @param taskId its id
 * @param taskName its name
 * @param reason why, in the account's language
 */
public record FailedTask(String taskId, String taskName, String reason) {

    Map<String, Object> values() {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("taskId", taskId);
        values.put("taskName", taskName);
        values.put("reason", reason);
        return values;
    }
}
