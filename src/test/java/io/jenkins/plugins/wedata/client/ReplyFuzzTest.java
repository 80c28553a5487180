package io.jenkins.plugins.wedata.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * Damaged replies, the same ones in each build: {@code mvn -f standalone verify -Pfuzz} reads a million of them with little
 * memory, {@code -Dwedata.fuzz.seed=1} others.
 */
class ReplyFuzzTest {

    private static final int INPUTS = Integer.getInteger("wedata.fuzz.inputs", 20_000);
    private static final long SEED = Long.getLong("wedata.fuzz.seed", 20_260_302L);

    @Test
    void aDamagedReplyIsReadOrTakenAsUnreadable() throws IOException {
        List<ReplySeeds.Seed> seeds = ReplySeeds.all();
        ReplyJudge judge = new ReplyJudge();
        Map<String, Integer> outcomes = new TreeMap<>();
        for (int number = 0; number < INPUTS; number++) {
            ReplyMutator mutator = new ReplyMutator(SEED + number);
            ReplySeeds.Seed seed = mutator.any(seeds);
            byte[] reply = mutator.damage(seed.body(), mutator.any(seeds).body());
            try {
                outcomes.merge(judge.judge(seed.action(), reply).getClass().getSimpleName(), 1, Integer::sum);
            } catch (RuntimeException | Error e) {
                throw new AssertionError(
                        "seed " + SEED + ", input " + number + ", " + seed.action() + ", reply in base64 "
                                + Base64.getEncoder().encodeToString(reply),
                        e);
            }
        }

        // That the damage is neither so slight nor so heavy that a branch is never taken.
        assertThat(outcomes).containsOnlyKeys("Done", "Doubtful", "NotExecuted", "Refused", "Unknown");
    }
}
