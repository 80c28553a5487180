package io.jenkins.plugins.wedata.emulator;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** An integration task. Guarded by the world it is in. */
final class IntegrationTask {

    static final long REAL_TIME = 201;
    static final long OFFLINE = 202;
    static final long NOT_STARTED = 1;
    static final long OPERATING = 2;
    static final long RUNNING = 3;
    static final long PAUSED = 4;
    static final long STOPPING = 5;
    static final long STOPPED = 6;
    static final long RUN_FAILED = 7;

    /**
     * A submitted version.
     *
     * @param number its number
     * @param description its note; null when none was given
     * @param submitterUin who submitted it
     * @param when when
     */
    record Version(long number, @CheckForNull String description, String submitterUin, Instant when) {}

    /**
     * A start or a stop that is under way.
     *
     * @param since when it began
     * @param pace how fast it goes
     * @param outcome the status it ends with
     */
    private record Change(Instant since, Pace pace, long outcome) {}

    final String projectId;
    final String taskId;
    final String ownerUin;
    final Instant createTime;
    IntegrationDefinition definition;
    private final List<Version> versions = new ArrayList<>();
    private Instant updateTime;
    private long status = NOT_STARTED;
    private int looks;

    @CheckForNull
    private String locker;

    @CheckForNull
    private Instant lastRunTime;

    @CheckForNull
    private Instant stopTime;

    @CheckForNull
    private Change change;

    IntegrationTask(
            String projectId, String taskId, IntegrationDefinition definition, String ownerUin, Instant createTime) {
        this.projectId = projectId;
        this.taskId = taskId;
        this.definition = definition;
        this.ownerUin = ownerUin;
        this.createTime = createTime;
        this.updateTime = createTime;
    }

    Version commit(@CheckForNull Long number, @CheckForNull String description, String uin, Instant now) {
        long next = number != null ? number : latest().map(Version::number).orElse(0L) + 1;
        Version version = new Version(next, description, uin, now);
        versions.removeIf(older -> older.number() == next);
        versions.add(version);
        updateTime = now;
        return version;
    }

    void redefine(IntegrationDefinition newDefinition, Instant now) {
        definition = newDefinition;
        updateTime = now;
    }

    void start(Instant now, Pace pace, boolean fails) {
        begin(OPERATING, new Change(now, pace, fails ? RUN_FAILED : RUNNING));
        lastRunTime = now;
    }

    void stop(Instant now, Pace pace) {
        begin(STOPPING, new Change(now, pace, STOPPED));
        stopTime = now;
    }

    private void begin(long newStatus, Change newChange) {
        status(newStatus);
        change = newChange;
        looks = 0;
        updateTime = newChange.since();
    }

    void look() {
        looks++;
    }

    void settle(Instant now) {
        if (change == null) {
            return;
        }
        boolean over = change.pace().isByLooks()
                ? looks > 1
                : Duration.between(change.since(), now).compareTo(change.pace().starting()) >= 0;
        if (over) {
            status(change.outcome());
            updateTime = now;
        }
    }

    void status(long newStatus) {
        status = newStatus;
        change = null;
    }

    /** Whether it runs, is about to, or is paused in it. */
    boolean isActive() {
        return status == OPERATING || status == RUNNING || status == PAUSED;
    }

    long status() {
        return status;
    }

    void locker(@CheckForNull String uin) {
        locker = uin;
    }

    Optional<String> locker() {
        return Optional.ofNullable(locker);
    }

    List<Version> versions() {
        return versions;
    }

    Optional<Version> latest() {
        return versions.isEmpty() ? Optional.empty() : Optional.of(versions.get(versions.size() - 1));
    }

    Instant updateTime() {
        return updateTime;
    }

    Optional<Instant> lastRunTime() {
        return Optional.ofNullable(lastRunTime);
    }

    Optional<Instant> stopTime() {
        return Optional.ofNullable(stopTime);
    }

    IntegrationTaskSnapshot snapshot() {
        return new IntegrationTaskSnapshot(
                projectId,
                taskId,
                definition.name(),
                definition.type(),
                status,
                latest().map(Version::number).orElse(0L),
                locker);
    }
}
