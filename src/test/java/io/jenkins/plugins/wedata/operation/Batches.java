package io.jenkins.plugins.wedata.operation;

import static io.jenkins.plugins.wedata.operation.Bench.PROJECT;

import io.jenkins.plugins.wedata.api.BatchCreateTaskVersionAsync;
import io.jenkins.plugins.wedata.api.BatchCreateTaskVersionAsync.BatchCreateTaskVersionDTO;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Batches of the bench's tasks, whose remarks hold a mark. */
final class Batches {

    static final String MARK = "[wedata release#7.12]";
    static final BatchWaitOptions OPTIONS = options(Reaction.FAIL, Reaction.FAIL);

    private Batches() {}

    static BatchWaitOptions options(Reaction onPartial, Reaction onApproval) {
        return new BatchWaitOptions(true, Duration.ofMinutes(60), onPartial, onApproval, Optional.of(MARK));
    }

    static BatchVersionOperation batch(List<String> ids, BatchWaitOptions options) {
        return batch(ids, "nightly " + MARK, options);
    }

    static BatchVersionOperation batch(List<String> ids, String remark, Optional<String> mark) {
        return batch(
                ids, remark, new BatchWaitOptions(true, Duration.ofMinutes(60), Reaction.FAIL, Reaction.FAIL, mark));
    }

    private static BatchVersionOperation batch(List<String> ids, String remark, BatchWaitOptions options) {
        List<BatchCreateTaskVersionDTO> tasks = ids.stream()
                .map(id -> new BatchCreateTaskVersionDTO(id, remark, null))
                .toList();
        return new BatchVersionOperation(
                new BatchCreateTaskVersionAsync(tasks, PROJECT, null, null, null, null, null, null, null), options);
    }
}
