package io.jenkins.plugins.wedata.chaos;

import io.jenkins.plugins.wedata.emulator.World;
import io.jenkins.plugins.wedata.operation.IfExists;
import io.jenkins.plugins.wedata.operation.OnUnknown;
import io.jenkins.plugins.wedata.operation.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Makes a task, or meets one that is there.
 *
 * @param kind what kind of task
 * @param name its name, which no other branch uses
 * @param existing the id of the one that is there; empty when none is
 * @param ifExists what to do then
 * @param onUnknown whether to send a second time
 * @param code what it is to hold
 */
record CreationWork(
        TaskKind kind, String name, Optional<String> existing, IfExists ifExists, OnUnknown onUnknown, String code)
        implements Work {

    @Override
    public Operation operation(boolean goingOn) {
        return kind.creation(name, code, goingOn, ifExists, onUnknown);
    }

    @Override
    public List<String> judge(Report report, World world) {
        List<String> there = kind.idsOf(name, world);
        return existing.isPresent() ? judgeMet(report, there) : judgeMade(report, there);
    }

    private List<String> judgeMet(Report report, List<String> there) {
        List<String> findings = new ArrayList<>();
        if (!there.equals(List.of(existing.get()))) {
            findings.add("there was " + existing.get() + ", and now there are " + there);
        }
        if (report.isSuccess()) {
            if (ifExists == IfExists.FAIL) {
                findings.add("succeeded though one was there");
            }
            if (!report.text("taskId").equals(existing.get())
                    || !report.text("created").equals("false")) {
                findings.add("there was " + existing.get() + ", and reported is " + report);
            }
        }
        return findings;
    }

    private List<String> judgeMade(Report report, List<String> there) {
        List<String> findings = new ArrayList<>();
        int most = onUnknown == OnUnknown.RESEND ? 2 : 1;
        if (there.size() > most) {
            findings.add("there are " + there + ", " + most + " at the most");
        }
        if (report.isSuccess()
                && (!there.contains(report.text("taskId"))
                        || !report.text("created").equals("true"))) {
            findings.add("there are " + there + ", and reported is " + report);
        }
        if (report.isWritten() && !there.contains(report.reached().id())) {
            findings.add("there are " + there + ", and noted is " + report.reached());
        }
        if (report.tellsOfNoEffect() && !there.isEmpty()) {
            findings.add("there are " + there + " though nothing was made: " + report);
        }
        return findings;
    }
}
