package io.jenkins.plugins.wedata.operation;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How long a state that someone waits for could not be read. A read that fails is not a failure of what is read: people
 * are told once a minute, and the wait ends only after a quarter of an hour.
 */
final class UnreadTime {

    static final Duration TOLERANCE = Duration.ofMinutes(15);

    private static final Duration BETWEEN_NEWS = Duration.ofMinutes(1);

    private Instant since;
    private Instant toldAt;

    /**
     * Notes a look that failed.
     *
     * @param lookBegan when it was begun: it may have been repeated for minutes
     * @param now when it ended
     * @return what to tell people, when it is time to
     */
    Optional<String> failed(Instant lookBegan, Instant now) {
        if (since == null) {
            since = lookBegan;
        }
        if (toldAt != null && now.isBefore(toldAt.plus(BETWEEN_NEWS))) {
            return Optional.empty();
        }
        toldAt = now;
        Duration unread = Duration.between(since, now);
        return Optional.of(
                unread.compareTo(BETWEEN_NEWS) < 0
                        ? Messages.UnreadTime_NotRead()
                        : Messages.UnreadTime_NotReadFor(Durations.inWords(unread)));
    }

    /** Whether the wait should end. */
    boolean isTooLong(Instant now) {
        return since != null && !now.isBefore(since.plus(TOLERANCE));
    }

    /** Whether the last look showed something, or there was none. */
    boolean isOver() {
        return since == null;
    }

    /**
     * Notes a look that showed something.
     *
     * @param now when
     * @return what to tell people, when they were told of the trouble
     */
    Optional<String> read(Instant now) {
        Optional<String> news = toldAt == null
                ? Optional.empty()
                : Optional.of(Messages.UnreadTime_ReadAgain(Durations.inWords(Duration.between(since, now))));
        since = null;
        toldAt = null;
        return news;
    }
}
