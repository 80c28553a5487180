package io.jenkins.plugins.wedata.rehearsal.engine;

import hudson.AbortException;
import hudson.model.Result;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
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

    /** As a stack trace tells it. */
    static String traced(Throwable failure) {
        List<String> lines = new ArrayList<>();
        trace(failure, "", "", lines, Collections.newSetFromMap(new IdentityHashMap<>()));
        return String.join("\n", lines);
    }

    /** In the order of Jenkins' {@code Functions.printStackTrace}: what came first stands first. */
    private static void trace(
            Throwable failure, String start, String indent, List<String> lines, Set<Throwable> encountered) {
        if (!encountered.add(failure)) {
            lines.add(start + "<cycle to " + failure + ">");
            return;
        }
        String begin = start;
        Throwable cause = failure.getCause();
        if (cause != null) {
            trace(cause, begin, indent, lines, encountered);
            begin = indent;
        }
        for (Throwable suppressed : failure.getSuppressed()) {
            trace(suppressed, begin + "Also:   ", indent + "\t", lines, encountered);
            begin = indent;
        }
        lines.add(begin + (cause == null ? failure.toString() : "Caused: " + withoutCause(failure, cause)));
        frames(failure).forEach(frame -> lines.add(indent + "\tat " + frame));
    }

    private static String withoutCause(Throwable failure, Throwable cause) {
        String summary = failure.toString();
        String suffix = ": " + cause;
        return summary.endsWith(suffix) ? summary.substring(0, summary.length() - suffix.length()) : summary;
    }

    /** The line of the Jenkinsfile whose own code threw; empty when a step failed. */
    static Optional<Integer> line(Throwable failure) {
        return Arrays.stream(failure.getStackTrace())
                .filter(JenkinsfileCompiler::isOfScript)
                .map(StackTraceElement::getLineNumber)
                .findFirst();
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
}
