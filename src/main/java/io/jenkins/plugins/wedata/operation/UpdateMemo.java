package io.jenkins.plugins.wedata.operation;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What an update must remember beside its stage: which task, and what every field that was sent should become.
 *
 * @param taskId the task
 * @param draft what the draft must remember; empty for nothing
 * @param digests by the field's name
 */
record UpdateMemo(String taskId, String draft, Map<String, String> digests) {

    private static final String UPDATE = "update ";
    private static final String NEXT = "\n";

    /** The memo of an update; empty when what was begun is none. */
    static Optional<UpdateMemo> of(Progress reached) {
        return Optional.ofNullable(reached.memo())
                .filter(memo -> memo.startsWith(UPDATE))
                .map(memo -> read(memo.split(NEXT)));
    }

    private static UpdateMemo read(String[] lines) {
        Map<String, String> digests = new LinkedHashMap<>();
        for (int i = 1; i < lines.length; i++) {
            String[] field = lines[i].split("=", 2);
            if (field.length == 2 && !field[0].isEmpty()) {
                digests.put(field[0], field[1]);
            }
        }
        String draft = lines.length > 1 && lines[lines.length - 1].startsWith("=") ? lines[lines.length - 1] : "=";
        return new UpdateMemo(lines[0].substring(UPDATE.length()), draft.substring(1), digests);
    }

    /** As a text that {@link #of} understands. */
    String text() {
        return UPDATE + taskId.replace(NEXT, " ") + NEXT
                + digests.entrySet().stream()
                        .map(field -> field.getKey() + "=" + field.getValue() + NEXT)
                        .collect(Collectors.joining())
                + "=" + draft.replace(NEXT, " ");
    }
}
