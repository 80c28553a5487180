package io.jenkins.plugins.wedata.rehearsal.declarative;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The conditions that compare. */
class WhenConditionsTest {

    @ParameterizedTest
    @CsvSource({
        "main, main, true",
        "main, MAIN, true",
        "main, maintenance, false",
        "release/*, release/1.0, true",
        "release/*, release/1/0, false",
        "release/**, release/1/0, true",
        "**/hotfix, a/b/hotfix, true",
        "v?, v1, true",
        "'', '', true",
        "main, '', false",
    })
    void aBranchIsComparedAsAPathInAnyCase(String pattern, String branch, boolean holds) {
        assertThat(WhenConditions.holds("branch", pattern, Map.of("BRANCH_NAME", branch)))
                .isEqualTo(holds);
    }

    @Test
    void aBranchIsComparedAsWanted() {
        Map<String, String> main = Map.of("BRANCH_NAME", "main");
        assertThat(WhenConditions.holds("branch", Map.of("pattern", "m.*", "comparator", "REGEXP"), main))
                .isTrue();
        assertThat(WhenConditions.holds("branch", Map.of("pattern", "Main", "comparator", "equals"), main))
                .isFalse();
        assertThat(WhenConditions.holds("branch", Map.of("pattern", "Main", "comparator", "none"), main))
                .isTrue();
    }

    @Test
    void aJobWithoutABranchHasGitsOwn() {
        assertThat(WhenConditions.holds("branch", "main", Map.of())).isFalse();
        assertThat(WhenConditions.holds("branch", "main", Map.of("GIT_LOCAL_BRANCH", "main")))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "A, a, false, true",
        "A, A, false, false",
        "A, A, true, true",
        "NONE, '', false, true",
        "NONE, a, false, false"
    })
    void aVariableIsComparedWithAText(String name, String value, boolean ignoreCase, boolean holds) {
        Map<String, Object> arguments = Map.of("name", name, "value", value, "ignoreCase", ignoreCase);
        assertThat(WhenConditions.holds("environment", arguments, Map.of("A", "a")))
                .isEqualTo(holds);
    }

    @Test
    void valuesAreComparedAsGroovyDoes() {
        assertThat(equal(1, 1L)).isTrue();
        assertThat(equal(null, null)).isTrue();
        assertThat(equal(null, "x")).isFalse();
        assertThat(equal("1", 1)).isFalse();
        assertThat(equal(Arrays.asList(1, 2), Arrays.asList(1, 2))).isTrue();
    }

    private static boolean equal(Object expected, Object actual) {
        Map<String, Object> arguments = new HashMap<>();
        arguments.put("expected", expected);
        arguments.put("actual", actual);
        return WhenConditions.holds("equals", arguments, Map.of());
    }
}
