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
     * A start that is under way.
     *
     * @param since when it began
     * @param pace how fast it goes
     * @param outcome the status it ends with
     */
    private record Start(Instant since, Pace pace, long outcome) {}

    final String projectId;
    final String taskId;
    final String name;
    final long type;
    final String ownerUin;
    final Instant createTime;
    private final List<Version> versions = new ArrayList<>();
    private Instant updateTime;
    private long status = NOT_STARTED;
    private int looks;

    @CheckForNull
    private String locker;

    @CheckForNull
    private Start start;

    IntegrationTask(String projectId, String taskId, String name, long type, String ownerUin, Instant createTime) {
        this.projectId = projectId;
        this.taskId = taskId;
        this.name = name;
        this.type = type;
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

    void start(Instant now, Pace pace, boolean fails) {
        start = new Start(now, pace, fails ? RUN_FAILED : RUNNING);
        status = OPERATING;
        looks = 0;
        updateTime = now;
    }

    void look() {
        looks++;
    }

    void settle(Instant now) {
        if (start == null) {
            return;
        }
        boolean over = start.pace().isByLooks()
                ? looks > 1
                : Duration.between(start.since(), now).compareTo(start.pace().starting()) >= 0;
        if (over) {
            status = start.outcome();
            start = null;
            updateTime = now;
        }
    }

    void status(long newStatus) {
        status = newStatus;
        start = null;
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

    IntegrationTaskSnapshot snapshot() {
        return new IntegrationTaskSnapshot(
                projectId, taskId, name, type, status, latest().map(Version::number).orElse(0L), locker);
    }
}
