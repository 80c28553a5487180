package io.jenkins.plugins.wedata.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.wedata.emulator.FaultKind;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Pipelines by chance, under faults, kills and aborts by chance: whatever befalls them, what they report is what WeData
 * holds. A seed says all: {@code -Dwedata.chaos.seed=17} plays that one alone and tells its story.
 */
class ChaosTest {

    private static final Logger LOGGER = Logger.getLogger(ChaosTest.class.getName());
    private static final int SLICE = 150;

    private final Tally tally = new Tally();

    @Test
    void whateverBefallsAPipelineItsReportIsTrue() {
        for (long seed = 1; seed <= SLICE; seed++) {
            tally.play(seed);
        }
        LOGGER.info(tally::toString);
        assertThat(tally.failed()).isEmpty();
        assertThat(tally.faults()).isGreaterThan(1_000);
        assertThat(tally.kills()).isGreaterThan(50);
        assertThat(tally.aborts()).isGreaterThan(50);
    }

    @Test
    void aSeedSaysAll() {
        for (long seed = 1; seed <= 10; seed++) {
            assertThat(tally.play(seed)).as("seed %s", seed).isEqualTo(tally.play(seed));
        }
    }

    @Test
    @EnabledIfSystemProperty(named = "wedata.chaos.seconds", matches = "[1-9][0-9]*")
    void whateverBefallsManyPipelinesTheirReportsAreTrue() {
        long end = System.nanoTime() + Duration.ofSeconds(Long.getLong("wedata.chaos.seconds")).toNanos();
        long first = Long.getLong("wedata.chaos.from", System.currentTimeMillis() * 1_000);
        LOGGER.info(() -> "Seeds from " + first);
        for (long seed = first; System.nanoTime() - end < 0; seed++) {
            tally.play(seed);
        }
        LOGGER.info(tally::toString);
        assertThat(tally.failed()).isEmpty();
        assertThat(tally.kinds()).containsAll(EnumSet.complementOf(EnumSet.of(FaultKind.LOST_REPLY_FRESH)));
    }

    @Test
    @EnabledIfSystemProperty(named = "wedata.chaos.seed", matches = "-?[0-9]+")
    void aSeedIsRepeated() {
        List<String> story = tally.play(Long.getLong("wedata.chaos.seed"));
        assertThat(tally.failed())
                .as(() -> "\n" + String.join("\n", story) + "\n" + tally)
                .isEmpty();
    }
}
