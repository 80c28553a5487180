package io.jenkins.plugins.wedata.chaos;

import io.jenkins.plugins.wedata.emulator.FaultKind;
import io.jenkins.plugins.wedata.emulator.Faults.Strike;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What was played so far. */
final class Tally {

    private static final String REPEAT = "mvn -B -ntp -f standalone -pl plugin -am test -Dtest=ChaosTest"
            + " -Dsurefire.failIfNoSpecifiedTests=false -Dwedata.chaos.seed=";

    private final List<String> failed = new ArrayList<>();
    private final Set<Long> failedSeeds = new TreeSet<>();
    private final Set<Strike> different = new HashSet<>();
    private final Set<FaultKind> kinds = EnumSet.noneOf(FaultKind.class);
    private int runs;
    private int tasks;
    private int faults;
    private int kills;
    private int aborts;

    /** Plays the pipeline of a seed, and gives its story. */
    List<String> play(long seed) {
        try (Pipeline pipeline = new Pipeline(seed)) {
            List<String> findings = new ArrayList<>();
            try {
                pipeline.play();
                findings.addAll(pipeline.findings());
            } catch (RuntimeException | Error e) {
                findings.add("broke: " + e);
                pipeline.output().happened("broke: " + e + " at " + List.of(e.getStackTrace()));
            }
            runs++;
            tasks += pipeline.tasks();
            faults += pipeline.strikes().size();
            different.addAll(pipeline.strikes());
            pipeline.strikes().forEach(strike -> kinds.add(strike.kind()));
            kills += pipeline.kills();
            aborts += pipeline.aborts();
            if (!findings.isEmpty()) {
                failedSeeds.add(seed);
            }
            findings.forEach(finding -> failed.add("seed " + seed + ": " + finding + " (" + REPEAT + seed + ")"));
            return pipeline.output().story();
        }
    }

    List<String> failed() {
        return List.copyOf(failed);
    }

    Set<FaultKind> kinds() {
        return EnumSet.copyOf(kinds);
    }

    int runs() {
        return runs;
    }

    int faults() {
        return faults;
    }

    int kills() {
        return kills;
    }

    int aborts() {
        return aborts;
    }

    @Override
    public String toString() {
        return runs + " pipelines of " + tasks + " tasks, " + faults + " faults struck (" + kinds.size() + " kinds, "
                + different.size() + " pairs of kind and action), " + kills + " kills, " + aborts
                + " aborts, "
                + failed.size() + " findings, seeds that failed: " + failedSeeds;
    }
}
