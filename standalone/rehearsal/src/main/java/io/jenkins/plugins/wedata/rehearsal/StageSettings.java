package io.jenkins.plugins.wedata.rehearsal;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.wedata.emulator.Fault;
import io.jenkins.plugins.wedata.emulator.Pace;
import java.time.Duration;
import java.util.List;

/**
 * How the built-in WeData behaves.
 *
 * @param international whether it plays the international site
 * @param approvals whether versions and commits wait for an approver
 * @param jobTime how long a batch job takes; null for the usual
 * @param seed of all that goes by chance; null for one by chance
 * @param faults what goes wrong
 */
record StageSettings(
        boolean international,
        boolean approvals,
        @CheckForNull Duration jobTime,
        @CheckForNull Long seed,
        List<Fault> faults) {

    static final StageSettings DEFAULT = new StageSettings(false, false, null, null, List.of());

    /** Keeps a copy. */
    StageSettings {
        faults = List.copyOf(faults);
    }

    /** A tenth of the time for CREATING, the rest for INIT; then 5 ms for each task, as always. */
    Pace pace() {
        if (jobTime == null) {
            return Pace.DEFAULT;
        }
        Duration creating = jobTime.dividedBy(10);
        return Pace.byTime(creating, jobTime.minus(creating), Pace.DEFAULT.eachTask(), Pace.DEFAULT.starting());
    }

    boolean hasChance() {
        return faults.stream().anyMatch(fault -> fault.probability() < 1);
    }
}
