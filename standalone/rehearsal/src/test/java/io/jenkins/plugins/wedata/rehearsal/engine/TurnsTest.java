package io.jenkins.plugins.wedata.rehearsal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Parallel branches take turns at the beginning of each function, block and loop. */
class TurnsTest {

    @TempDir
    Path directory;

    @Test
    void branchesTakeTurnsInLoops() {
        PlayedPipeline played = new PlayedPipeline(directory);
        played.play("""
                parallel(
                    a: { for (int i = 0; i < 3; i++) { echo "a${i}" } },
                    b: { for (int i = 0; i < 3; i++) { echo "b${i}" } })
                """);
        assertThat(played.said()).containsExactly("[a] a0", "[b] b0", "[a] a1", "[b] b1", "[a] a2", "[b] b2");
    }

    @Test
    void whatIsNotTransformedRunsInOneGo() {
        PlayedPipeline played = new PlayedPipeline(directory);
        played.play("""
                @NonCPS
                def sum(n) { def s = 0; for (int i = 0; i < n; i++) { s += i }; s }
                parallel(
                    a: { echo "${sum(1000)}" },
                    b: { echo 'b' })
                """);
        assertThat(played.said()).containsExactly("[a] 499500", "[b] b");
    }

    @Test
    void sortingByABlockSaysWhyItCantBeParked() {
        PlayedPipeline played = new PlayedPipeline(directory);
        played.play("[3, 1].toSorted { a, b -> a <=> b }\necho 'on'");
        assertThat(String.join("\n", played.said())).contains("pipeline-cps-method-mismatches");
    }
}
