package io.jenkins.plugins.wedata.operation;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a script gets of a creation. */
final class CreationResult {

    private CreationResult() {}

    static OperationResult created(Progress made, IfExists ifExists) {
        Map<String, Object> values = values(made.id(), true, made.requestId());
        if (ifExists == IfExists.UPDATE) {
            values.put("updated", false);
        }
        return OperationResult.of(values);
    }

    static OperationResult reused(String id) {
        return OperationResult.of(values(id, false, null));
    }

    static OperationResult updated(Progress made) {
        Map<String, Object> values = values(made.id(), false, made.requestId());
        values.put("updated", true);
        return OperationResult.of(values);
    }

    /** One that is there as it is wanted. */
    static OperationResult same(String id) {
        Map<String, Object> values = values(id, false, null);
        values.put("updated", false);
        return OperationResult.of(values);
    }

    private static Map<String, Object> values(
            @CheckForNull String id, boolean created, @CheckForNull String requestId) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("taskId", id);
        values.put("created", created);
        values.put("requestId", requestId);
        return values;
    }
}
