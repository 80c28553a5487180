package io.jenkins.plugins.wedata.chaos;

import io.jenkins.plugins.wedata.Leaks;
import io.jenkins.plugins.wedata.operation.Progress;
import java.util.ArrayList;
import java.util.List;

/** All that a pipeline shows and keeps - its log, its results and failures, what is saved with the build - and its story. */
final class Output {

    private final Leaks leaks = Place.leaks();
    private final List<String> shown = new ArrayList<>();
    private final List<String> story = new ArrayList<>();

    void log(String line) {
        show(line);
    }

    void kept(Progress progress) {
        show(progress.toString());
    }

    void reported(Work work, Report report) {
        if (report.failure() != null) {
            leaks.in("a failure", report.failure());
        }
        happened("of " + work + " is reported:");
        show(report.toString());
    }

    private void show(String text) {
        shown.add(text);
        story.add(text);
    }

    /** Something that befell the pipeline, which nobody is shown but whoever reads the story of a seed. */
    void happened(String what) {
        story.add("--- " + what);
    }

    /** Whether people were told of something that may be left behind. */
    boolean tells(String taskId, String word) {
        return shown.stream().anyMatch(line -> line.contains(taskId) && line.contains(word));
    }

    /** Secrets that were shown. */
    List<String> leaks() {
        leaks.in("what is shown", String.join("\n", shown));
        return leaks.found();
    }

    List<String> story() {
        return List.copyOf(story);
    }
}
