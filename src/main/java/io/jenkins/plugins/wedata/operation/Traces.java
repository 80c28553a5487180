package io.jenkins.plugins.wedata.operation;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import java.util.List;

/**
 * By what the versions of a batch job can be recognised, whoever looks for them: needed where its start was not answered, or
 * where WeData does not tell how far a job is.
 *
 * @param mark the text in the versions' remarks that no other version carries; null when there is none
 * @param taskIds the ids of the job's tasks; empty when they are not known
 */
public record Traces(@CheckForNull String mark, List<String> taskIds) {

    /** Takes a copy. */
    public Traces(@CheckForNull String mark, @CheckForNull List<String> taskIds) {
        this.mark = mark;
        this.taskIds = taskIds == null ? List.of() : List.copyOf(taskIds);
    }

    /** Tells nothing. */
    static final Traces NONE = new Traces(null, List.of());

    @Override
    @NonNull
    public String toString() {
        return mark + " in " + taskIds.size() + " tasks";
    }
}
