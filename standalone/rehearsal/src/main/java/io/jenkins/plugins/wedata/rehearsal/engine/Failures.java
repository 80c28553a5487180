package io.jenkins.plugins.wedata.rehearsal.engine;

import hudson.AbortException;
import hudson.model.Result;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import jenkins.model.CauseOfInterruption;
import org.jenkinsci.plugins.workflow.steps.FlowInterruptedException;

/** How failures are told in the log: as Jenkins does, but of a stack trace only the lines of the Jenkinsfile. */
final class Failures {

    private Failures() {}

    /** Whether somebody wants the build to end, and not just a step to fail. */
    static boolean isActualInterruption(Throwable failure) {
        return failure instanceof FlowInterruptedException e && e.isActualInterruption();
    }

    static Result resultOf(Throwable failure) {
        return failure instanceof FlowInterruptedException e ? e.getResult() : Result.FAILURE;
    }

    static String told(Throwable failure) {
        List<String> lines = new ArrayList<>();
        if (failure instanceof AbortException) {
            lines.add("ERROR: " + failure.getMessage());
        } else if (failure instanceof FlowInterruptedException interruption) {
            interruption.getCauses().stream()
                    .map(CauseOfInterruption::getShortDescription)
                    .forEach(lines::add);
            for (Throwable other : interruption.getSuppressed()) {
                lines.add(other instanceof AbortException ? other.getMessage() : told(other));
            }
        } else {
            lines.add(traced(failure));
        }
        return String.join("\n", lines);
    }

    /** As Jenkins prints a stack trace: what was first to go wrong comes first. */
    static String traced(Throwable failure) {
        List<String> lines = new ArrayList<>();
        causes(failure).forEach(cause -> {
            lines.add((lines.isEmpty() ? "" : "Caused: ") + cause);
            frames(cause).forEach(frame -> lines.add("\tat " + frame));
        });
        return String.join("\n", lines);
    }

    private static Set<String> frames(Throwable failure) {
        Set<String> frames = new LinkedHashSet<>();
        for (StackTraceElement frame : failure.getStackTrace()) {
            if (JenkinsfileCompiler.isOfScript(frame)) {
                frames.add(frame.toString());
            }
        }
        return frames;
    }

    /** The innermost first, the failure itself last. */
    private static List<Throwable> causes(Throwable failure) {
        List<Throwable> causes = new ArrayList<>();
        for (Throwable c = failure; c != null && causes.size() < 10; c = c.getCause()) {
            causes.add(0, c);
        }
        return causes;
    }
}
