package io.jenkins.plugins.wedata;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Properties;
import org.junit.jupiter.api.Test;

/** The check of allocations sees a regression, and nothing else. */
class AllocationLimitsTest {

    private static final int KEPT = 1_000;

    private final Properties table = new Properties();
    private final AllocationLimits limits = new AllocationLimits(table);
    private byte[] kept = {};
    private int runs;

    @Test
    void workWithinItsLimitPasses() {
        table.setProperty("work", "1100");

        assertThatCode(() -> limits.hold("work", () -> allocate(KEPT))).doesNotThrowAnyException();
    }

    @Test
    void workThatTakesATenthMoreThanItMayFails() {
        table.setProperty("work", "1100");

        assertThatThrownBy(() -> limits.hold("work", () -> allocate(KEPT + 200)))
                .isInstanceOf(AssertionError.class)
                .hasMessageMatching("work allocates 1,2\\d\\d bytes, more than the 1,100 on record");
    }

    @Test
    void whatIsAllocatedOnceOnlyIsNotCounted() {
        table.setProperty("work", "0");

        assertThatCode(() -> limits.hold("work", () -> {
                    if (runs++ == 0) {
                        allocate(1_000_000);
                    }
                }))
                .doesNotThrowAnyException();
    }

    @Test
    void workWithoutALimitOnRecordFails() {
        assertThatThrownBy(() -> limits.hold("other", () -> {}))
                .isInstanceOf(AssertionError.class)
                .hasMessage("no limit is on record for other");
    }

    /** What a field holds is allocated whatever the compiler makes of it. */
    private void allocate(int bytes) {
        kept = new byte[bytes + kept.length % 2];
    }
}
