package io.jenkins.plugins.wedata.rehearsal.declarative;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Guesses at what was meant. */
class NearestTest {

    @Test
    void theWordWithTheFewestChangesIsMeant() {
        assertThat(Nearest.of("tiemout", List.of("retry", "timeout", "timestamps")))
                .isEqualTo("timeout");
        assertThat(Nearest.of("nam", List.of("defaultValue", "name"))).isEqualTo("name");
        assertThat(Nearest.of("x", List.of())).isEmpty();
    }
}
