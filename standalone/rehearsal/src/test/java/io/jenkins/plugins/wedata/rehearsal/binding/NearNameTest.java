package io.jenkins.plugins.wedata.rehearsal.binding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearNameTest {

    private static final List<String> NAMES = List.of("--seed", "--speed", "--fault", "CreateTask", "ListTasks");

    @ParameterizedTest
    @CsvSource({
        "--fualt, --fault",
        "--falt, --fault",
        "--faullt, --fault",
        "--sped, --seed",
        "--speeed, --speed",
        "CreateTsak, CreateTask",
        "createtask, CreateTask",
        "ListTask, ListTasks"
    })
    void aSlipIsUnderstood(String written, String meant) {
        assertThat(NearName.of(written, NAMES)).contains(meant);
    }

    @Test
    void theWordWithTheFewestChangesIsTheNearestHoweverFar() {
        assertThat(NearName.nearest("tiemout", List.of("retry", "timeout", "timestamps")))
                .contains("timeout");
        assertThat(NearName.nearest("nam", List.of("defaultValue", "name"))).contains("name");
        assertThat(NearName.nearest("x", List.of())).isEmpty();
    }

    @Test
    void nothingIsMadeUp() {
        assertThat(NearName.of("--verbose", NAMES)).isEmpty();
        assertThat(NearName.of("", NAMES)).isEmpty();
        assertThat(NearName.of("--seed", List.of())).isEmpty();
    }
}
