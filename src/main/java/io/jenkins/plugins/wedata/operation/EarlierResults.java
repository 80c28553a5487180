package io.jenkins.plugins.wedata.operation;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.wedata.api.Joined;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Brings what several batch jobs came to down to one result, of the shape that one of them has. */
final class EarlierResults {

    /** From the best to the worst. */
    private static final List<String> OUTCOMES = List.of("SUCCESS", "APPROVAL_PENDING", "PART_SUCCESS");

    private final EarlierWork work;
    private final List<OperationResult> results;

    /**
     * Takes what there is.
     *
     * @param work the other build's
     * @param results of its jobs, one for each, at least one
     */
    EarlierResults(EarlierWork work, List<OperationResult> results) {
        this.work = work;
        this.results = List.copyOf(results);
    }

    OperationResult inOne() {
        List<Map<String, Object>> each =
                results.stream().map(OperationResult::values).toList();
        Map<String, Object> values = new LinkedHashMap<>(each.size() == 1 ? each.get(0) : combined(each));
        List<Map<String, Object>> others =
                work.others().stream().map(EarlierOperation::values).toList();
        values.put("jobs", new ArrayList<>(each));
        values.put("operations", new ArrayList<>(others));
        String unstable = Joined.sentences(results.stream()
                        .flatMap(result -> result.unstable().stream())
                        .toList())
                .toString();
        return new OperationResult(values, Optional.of(unstable).filter(text -> !text.isEmpty()));
    }

    private static Map<String, Object> combined(List<Map<String, Object>> each) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("jobId", null);
        values.put(
                "outcome",
                each.stream()
                        .map(one -> String.valueOf(one.get("outcome")))
                        .max((one, other) -> Integer.compare(OUTCOMES.indexOf(one), OUTCOMES.indexOf(other)))
                        .orElseThrow());
        values.put("status", null);
        values.put(
                "total",
                each.stream().mapToLong(one -> number(one.get("total"))).sum());
        values.put("succeeded", joined(each, "succeeded"));
        values.put("failed", joined(each, "failed"));
        values.put("requestId", null);
        if (each.stream().anyMatch(one -> Boolean.TRUE.equals(one.get("approvalPending")))) {
            values.put("approvalPending", true);
        }
        Map<String, Object> approvals = new LinkedHashMap<>();
        each.stream()
                .map(one -> one.get("approvals"))
                .filter(Map.class::isInstance)
                .forEach(some -> ((Map<?, ?>) some).forEach((id, text) -> approvals.put(String.valueOf(id), text)));
        if (!approvals.isEmpty()) {
            values.put("approvals", approvals);
        }
        return values;
    }

    private static long number(@CheckForNull Object value) {
        return value instanceof Number number ? number.longValue() : 0;
    }

    private static List<Object> joined(List<Map<String, Object>> each, String name) {
        List<Object> all = new ArrayList<>();
        each.stream()
                .map(one -> one.get(name))
                .filter(Collection.class::isInstance)
                .forEach(some -> all.addAll((Collection<?>) some));
        return all;
    }

    /** What the wait for several jobs failed with, in one failure; a job's own when it is the only one. */
    static RuntimeException failure(int jobs, List<Throwable> failures) {
        Throwable first = failures.get(0);
        if (jobs == 1 && first instanceof RuntimeException only) {
            return only;
        }
        String message = Messages.EarlierResults_Failed(
                failures.size(),
                jobs,
                Joined.sentences(failures.stream()
                        .map(failure -> Objects.requireNonNullElse(failure.getMessage(), failure.toString()))
                        .toList()));
        RuntimeException all = failures.stream().allMatch(OutcomeUnknownException.class::isInstance)
                ? new OutcomeUnknownException(message, first)
                : new OperationFailedException(message, first);
        failures.stream().skip(1).forEach(all::addSuppressed);
        return all;
    }
}
