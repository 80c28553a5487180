package io.jenkins.plugins.wedata.steps;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.wedata.api.Problems;
import io.jenkins.plugins.wedata.api.TaskType;
import io.jenkins.plugins.wedata.environment.BuildConnection;
import io.jenkins.plugins.wedata.environment.BuildEnvironment;
import io.jenkins.plugins.wedata.environment.Destination;
import io.jenkins.plugins.wedata.environment.RehearsedBuild;
import io.jenkins.plugins.wedata.environment.WorkspaceFileException;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;

/** Reads a step's parameters with the help of the build, and notes what is wrong with them. */
final class StepInput {

    private static final Duration LONGEST_WAIT = Duration.ofDays(30);

    private final BuildEnvironment build;
    private final boolean resuming;
    private final String tag;
    private final Problems problems = new Problems();
    private final StepCaller caller;

    /**
     * Reads for a step.
     *
     * @param build the build
     * @param step what it says of who calls and where
     * @param begunWith the connection that the step began with before a restart; null for what the step says
     * @param resuming whether the step goes on after its write: it needs no file then, which may be gone
     * @param tag names this run of the step, also to those who began it before a restart
     */
    StepInput(BuildEnvironment build, WeDataStep step, @CheckForNull String begunWith, boolean resuming, String tag) {
        this.tag = tag;
        this.resuming = resuming;
        this.caller = new StepCaller(build, step, begunWith, problems);
        this.build = caller.connection()
                .map(BuildConnection::destination)
                .filter(Destination.Rehearsed.class::isInstance)
                .map(Destination.Rehearsed.class::cast)
                .<BuildEnvironment>map(rehearsed -> new RehearsedBuild(build, rehearsed))
                .orElse(build);
    }

    Problems problems() {
        return problems;
    }

    /** The build; one that rehearses when its connection does. */
    BuildEnvironment build() {
        return build;
    }

    boolean isResuming() {
        return resuming;
    }

    /** Names this run of the step to nobody else: for marks by which what it made is recognised later. */
    String stepTag() {
        return tag;
    }

    /** In whose name and where to call. */
    StepCaller caller() {
        return caller;
    }

    /** The id of the project, the step's or its connection's. */
    @CheckForNull
    String projectId() {
        return caller.projectId();
    }

    /** An id, a name or a remark, with the build's variables in it; null when nothing was given. */
    @CheckForNull
    String expanded(String field, @CheckForNull String text) {
        return expanded(build, problems, field, text);
    }

    /** Each of a list's ids likewise; null when there is no list. */
    @CheckForNull
    List<String> expandedEach(String field, @CheckForNull List<String> texts) {
        return Structures.each(field, texts, this::expanded);
    }

    /** The same for whoever has no whole input yet. */
    @CheckForNull
    static String expanded(BuildEnvironment build, Problems problems, String field, @CheckForNull String text) {
        if (text == null) {
            return null;
        }
        try {
            return build.expand(text);
        } catch (IllegalArgumentException e) {
            problems.add(field, text, e.getMessage());
            return text;
        }
    }

    /** A batch job's number, with the build's variables in it; null when it is missing or none. */
    @CheckForNull
    Long jobNumber(String field, @CheckForNull String text) {
        String number = expanded(field, text);
        if (number == null || number.isBlank()) {
            return null;
        }
        try {
            return Long.valueOf(number.strip());
        } catch (NumberFormatException e) {
            problems.add(field, number, Messages._StepInput_JobNumber());
            return null;
        }
    }

    /**
     * One of an enum's names, in any case; the first when nothing was given or what was given is wrong. Asked for by the
     * class, since a step that handed over a constant would have the enum loaded when Jenkins starts.
     */
    <E extends Enum<E>> E choice(String field, @CheckForNull String name, Class<E> choices) {
        return Choices.of(problems, field, name, choices);
    }

    /** The same of some of them. */
    <E extends Enum<E>> E choice(String field, @CheckForNull String name, List<E> allowed) {
        return Choices.of(problems, field, name, allowed);
    }

    /** WeData's number of a task type; null when it is missing or wrong. */
    @CheckForNull
    Long taskType(@CheckForNull String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        OptionalLong number = TaskType.parse(text);
        if (number.isEmpty()) {
            problems.add("taskType", text, TaskType.expectedInsteadOf(text));
            return null;
        }
        return number.getAsLong();
    }

    /** A time limit in minutes. */
    Duration minutes(String field, long minutes) {
        if (minutes < 1 || minutes > LONGEST_WAIT.toMinutes()) {
            problems.add(field, minutes, Messages._StepInput_Minutes(String.valueOf(LONGEST_WAIT.toMinutes())));
            return Duration.ofMinutes(1);
        }
        return Duration.ofMinutes(minutes);
    }

    /** Names joined by commas, each one of those allowed; null when nothing was given. */
    @CheckForNull
    String names(String field, @CheckForNull String joined, String... allowed) {
        if (joined == null) {
            return null;
        }
        List<String> names =
                Arrays.stream(joined.split(",", -1)).map(String::strip).toList();
        if (!Arrays.asList(allowed).containsAll(names)) {
            problems.add(field, joined, Messages._StepInput_Names(String.join(", ", allowed)));
        }
        return String.join(",", names);
    }

    /** A text that stands in the step, or in a file of the workspace; null when it stands in neither. */
    @CheckForNull
    String textOrFile(String textField, @CheckForNull String text, String fileField, @CheckForNull String path)
            throws IOException, InterruptedException {
        if (path == null) {
            return text;
        }
        if (resuming) {
            // There was a text, which has been sent; what else was given with it is still right.
            return "";
        }
        if (text != null) {
            problems.add(fileField, path, Messages._StepInput_NotBoth(textField, fileField));
            return text;
        }
        if (path.isBlank()) {
            problems.add(fileField, path, Messages._StepInput_File());
            return null;
        }
        try {
            return build.readWorkspaceFile(path);
        } catch (WorkspaceFileException e) {
            problems.add(fileField, path, Messages._StepInput_FileUnreadable(e.getMessage()));
            return "";
        }
    }
}
