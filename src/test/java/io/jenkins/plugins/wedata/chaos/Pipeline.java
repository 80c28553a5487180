package io.jenkins.plugins.wedata.chaos;

import io.jenkins.plugins.wedata.emulator.Faults.Strike;
import io.jenkins.plugins.wedata.emulator.IntegrationTaskSnapshot;
import io.jenkins.plugins.wedata.emulator.World;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CancellationException;

/** A pipeline that follows from a seed: what it is asked to do, and what befalls it. */
final class Pipeline implements AutoCloseable {

    /** Longer than any fault lasts and than any lock is given back: what is to land has landed. */
    private static final Duration AFTERMATH = FaultPlan.LONGEST.plusMinutes(5);

    /** No pipeline here has enough to do for longer. */
    private static final Duration LONGEST = Duration.ofDays(20);

    /** A branch's step under way. */
    private static final class Lane {
        final Branch branch;
        int left;
        StepRun step;

        Lane(Branch branch) {
            this.branch = branch;
        }
    }

    private final Random random;
    private final Place place;
    private final Traffic traffic = new Traffic();
    private final Misfortune misfortune;
    private final Output output = new Output();
    private final List<Lane> lanes = new ArrayList<>();
    private final List<StepRun> steps = new ArrayList<>();
    private final int tasks;
    private Life life;
    private int restarts;

    Pipeline(long seed) {
        random = new Random(seed * 0x9E3779B97F4A7C15L);
        place = new Place(random);
        FaultPlan faults = new FaultPlan(random, place.weData.actions());
        tasks = (int) Math.round(Math.pow(200, random.nextDouble()));
        for (int i = random.nextInt(3 + tasks); i > 0; i--) {
            place.weData.faults().add(faults.next());
        }
        misfortune = new Misfortune(
                random, Place.anyOf(random, 0, 30, 100, 400), Place.anyOf(random, 0, 0, 60, 300), this::giveOneUp);
        int branches = 1 + random.nextInt(Math.min(tasks, 12));
        for (int i = 0; i < branches; i++) {
            lanes.add(new Lane(new Branch("b" + i, new Random(random.nextLong()), place)));
        }
        for (int i = 0; i < tasks; i++) {
            lanes.get(i % branches).left++;
        }
    }

    /** What somebody does who gives a step up: any that is under way. */
    private void giveOneUp() {
        List<Lane> busy = lanes.stream()
                .filter(lane -> lane.step != null && lane.step.isUnderWay(life))
                .toList();
        if (!busy.isEmpty()) {
            output.happened("given up");
            busy.get(random.nextInt(busy.size())).step.giveUp();
        }
    }

    /** Plays it to its end. */
    void play() {
        life = new Life(place, traffic, misfortune, new Random(random.nextLong()));
        while (isUnderWay() && place.time.elapsed().compareTo(LONGEST) < 0) {
            long before = misfortune.events();
            lanes.forEach(this::goOn);
            place.time.advance(Duration.ofMillis(random.nextInt(200)));
            if (!life.isDead() && random.nextInt(3_000) == 0) {
                output.happened("the controller is stopped");
                life.stop();
            }
            if (life.isDead()) {
                restart();
            } else if (misfortune.events() == before) {
                place.time.advance(Duration.ofMillis(random.nextInt(4_000)));
            }
        }
        place.time.advance(AFTERMATH);
        if (life.isDead()) {
            restart();
            place.time.advance(AFTERMATH);
        }
    }

    private boolean isUnderWay() {
        return lanes.stream().anyMatch(lane -> lane.left > 0 || lane.step != null);
    }

    private void goOn(Lane lane) {
        if (life.isDead()) {
            return;
        }
        if (lane.step != null) {
            lane.step.settle();
            lane.step.report().ifPresent(report -> {
                lane.branch.learn(lane.step.work(), report);
                lane.step = null;
            });
        }
        if (lane.step == null && lane.left > 0) {
            lane.left--;
            lane.step = new StepRun(lane.branch.choose(), output, random);
            steps.add(lane.step);
            lane.step.live(life);
        }
    }

    private void restart() {
        restarts++;
        output.happened("the controller is down");
        place.time.advance(Duration.ofMillis(2_000 + random.nextInt(300_000)));
        output.happened("the controller is up");
        life = new Life(place, traffic, misfortune, new Random(random.nextLong()));
        for (Lane lane : lanes) {
            if (lane.step != null && lane.step.report().isEmpty() && !life.isDead()) {
                if (random.nextInt(50) == 0) {
                    lane.step.giveUpAfterRestart(life);
                } else {
                    lane.step.live(life);
                }
            }
        }
        if (life.isDead()) {
            restart();
        }
    }

    /** What is not as it should be. */
    List<String> findings() {
        World world = place.weData.world();
        List<String> findings = new ArrayList<>();
        Map<String, StepRun> lastCommits = new LinkedHashMap<>();
        for (StepRun step : steps) {
            Optional<Report> report = step.report();
            if (report.isEmpty()) {
                findings.add("has not ended: " + step.work());
                continue;
            }
            if (report.get().failure() instanceof CancellationException) {
                findings.add("interrupted by nobody: " + step.work());
            }
            step.work().judge(report.get(), world).forEach(found -> findings.add(step.work() + ": " + found));
            if (step.work() instanceof CommitWork commit) {
                lastCommits.put(commit.taskId(), step);
            }
        }
        lastCommits.forEach((taskId, step) -> findings.addAll(
                ((CommitWork) step.work()).judgeLast(step.report().orElseThrow(), world)));
        lastCommits
                .keySet()
                .forEach(taskId -> world.integrationTask(taskId)
                        .map(IntegrationTaskSnapshot::locker)
                        .filter(Place::isOurs)
                        .filter(locker -> !output.tells(taskId, "lock"))
                        .ifPresent(locker -> findings.add(taskId + " is left locked, and nobody is told")));
        findings.addAll(traffic.findings());
        findings.addAll(output.leaks());
        findings.addAll(leftOpen());
        return findings;
    }

    private List<String> leftOpen() {
        List<String> findings = new ArrayList<>();
        if (life.openCalls() > 0) {
            findings.add(life.openCalls() + " calls are left open");
        }
        if (life.openAlarms() > 0) {
            findings.add(life.openAlarms() + " alarms are left set");
        }
        life.stop();
        if (place.time.alarms() > 0) {
            findings.add(place.time.alarms() + " alarms are left set after the end");
        }
        return findings;
    }

    int tasks() {
        return tasks;
    }

    int kills() {
        return misfortune.kills();
    }

    int aborts() {
        return misfortune.aborts();
    }

    List<Strike> strikes() {
        return place.weData.faults().strikes();
    }

    Output output() {
        return output;
    }

    @Override
    public void close() {
        place.close();
    }
}
