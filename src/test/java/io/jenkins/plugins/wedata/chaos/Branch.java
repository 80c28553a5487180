package io.jenkins.plugins.wedata.chaos;

import io.jenkins.plugins.wedata.api.CommitType;
import io.jenkins.plugins.wedata.operation.IfExists;
import io.jenkins.plugins.wedata.operation.OnUnknown;
import io.jenkins.plugins.wedata.operation.Reaction;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** One branch of a pipeline: chooses its steps by chance, from what those before have made. */
final class Branch {

    private static final int LARGEST_BATCH = 60;

    /** A task of whose name there is exactly one. */
    private record Known(TaskKind kind, String name, String id) {}

    private final String name;
    private final Random random;
    private final List<Known> known = new ArrayList<>();
    private final List<String> versionable = new ArrayList<>();
    private final Map<String, Long> committable = new LinkedHashMap<>();
    private final List<AwaitWork> started = new ArrayList<>();
    private int number;

    Branch(String name, Random random, Place place) {
        this.name = name;
        this.random = random;
        for (int i = random.nextInt(4); i >= 0; i--) {
            plant(place, next());
        }
    }

    private void plant(Place place, String task) {
        String id = place.plantTask(task);
        known.add(new Known(TaskKind.TASK_WITH_CODE, task, id));
        versionable.add(id);
        known.add(new Known(TaskKind.TRIGGER_TASK, task, place.plantTriggerTask(task)));
        boolean locked = random.nextInt(4) == 0;
        String integration = place.plantIntegrationTask(task, locked);
        known.add(new Known(TaskKind.INTEGRATION_TASK, task, integration));
        committable.put(integration, 0L);
    }

    private String next() {
        return name + "_" + ++number;
    }

    Work choose() {
        int choice = random.nextInt(100);
        if (choice < 18 && !committable.isEmpty()) {
            return commit();
        }
        if (choice < 34 && !versionable.isEmpty()) {
            return batch();
        }
        if (choice < 42 && !started.isEmpty()) {
            return started.remove(random.nextInt(started.size()));
        }
        if (choice < 58 && !known.isEmpty()) {
            return meet(known.get(random.nextInt(known.size())));
        }
        return creation(Place.anyOf(random, TaskKind.values()), next(), Optional.empty());
    }

    private Work meet(Known there) {
        return creation(there.kind(), there.name(), Optional.of(there.id()));
    }

    private CreationWork creation(TaskKind kind, String task, Optional<String> existing) {
        return new CreationWork(
                kind,
                task,
                existing,
                Place.anyOf(random, IfExists.values()),
                random.nextInt(4) == 0 ? OnUnknown.RESEND : OnUnknown.FAIL,
                Place.PLANTED_CODE + random.nextInt(5));
    }

    private Work commit() {
        List<String> ids = new ArrayList<>(committable.keySet());
        String taskId = ids.get(random.nextInt(ids.size()));
        CommitType type = Place.anyOf(random, CommitType.values());
        boolean waits = type != CommitType.SUBMIT_ONLY && random.nextBoolean();
        return new CommitWork(
                taskId,
                committable.get(taskId),
                type,
                random.nextBoolean(),
                waits,
                Place.anyOf(random, Reaction.values()));
    }

    private Work batch() {
        List<String> ids = new ArrayList<>(versionable);
        Collections.shuffle(ids, random);
        return new BatchWork(
                List.copyOf(ids.subList(0, 1 + random.nextInt(Math.min(ids.size(), LARGEST_BATCH)))),
                "[wedata " + next() + "]",
                random.nextInt(4) > 0,
                random.nextInt(4) > 0,
                Place.anyOf(random, Reaction.values()));
    }

    /** Takes from a report what later steps may build on; what is not certain is left alone. */
    void learn(Work work, Report report) {
        if (work instanceof CreationWork creation) {
            learn(creation, report);
        } else if (work instanceof CommitWork commit) {
            if (commit.isCertain(report)) {
                committable.put(commit.taskId(), commit.after(report));
            } else {
                committable.remove(commit.taskId());
            }
        } else if (work instanceof BatchWork batch
                && report.isSuccess()
                && report.text("outcome").equals("STARTED")) {
            started.add(new AwaitWork(batch, Long.parseLong(report.text("jobId"))));
        }
    }

    private void learn(CreationWork creation, Report report) {
        if (creation.existing().isPresent()) {
            if (!report.isSuccess()) {
                // An update of it may still land.
                known.removeIf(task -> task.name().equals(creation.name()) && task.kind() == creation.kind());
            }
        } else if (report.isSuccess()) {
            String id = report.text("taskId");
            if (creation.onUnknown() == OnUnknown.FAIL) {
                known.add(new Known(creation.kind(), creation.name(), id));
            }
            switch (creation.kind()) {
                case TASK, TASK_WITH_CODE -> versionable.add(id);
                case INTEGRATION_TASK -> committable.put(id, 0L);
                case TRIGGER_TASK -> {}
            }
        }
    }
}
