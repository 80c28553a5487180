package io.jenkins.plugins.wedata.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BuildVariablesTest {

    private final BuildVariables variables = new BuildVariables(
            caseless(Map.of("NAME", "load", "a.b", "dotted", "EMPTY", "", "NESTED", "$NAME \\1", "PASSWORD", "hush")),
            Set.of("PASSWORD"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "plain|plain",
                "$NAME|load",
                "${NAME}|load",
                "$name|load",
                "${a.b}|dotted",
                "x-$NAME-y|x-load-y",
                "$NAME$NAME|loadload",
                "[${EMPTY}]|[]",
                "$$NAME|$NAME",
                "$${yyyyMMdd-1d}|${yyyyMMdd-1d}",
                "$$$NAME|$load",
                "5 $ each|5 $ each",
                "$-|$-",
                "ends with $|ends with $",
            })
    void aNameGivesItsValue(String text, String expected) {
        assertThat(variables.putInto(text)).isEqualTo(expected);
    }

    @Test
    void aValueIsPutInOnceAndAsItIs() {
        assertThat(variables.putInto("${NESTED}")).isEqualTo("$NAME \\1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"$NONE", "${NONE}", "$NAMES", "$1", "$NAME then $NONE"})
    void aNameThatIsNoVariableIsRefused(String text) {
        assertThatThrownBy(() -> variables.putInto(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("variables that this build has: there is no ")
                .hasMessageEndingWith("a dollar that names no variable is written $$");
    }

    @ParameterizedTest
    @ValueSource(strings = {"${yyyyMMdd-1d}", "${NAME", "${}", "${NAME:-x}"})
    void whatLooksLikeAVariableIsNotSentAsItIs(String text) {
        assertThatThrownBy(() -> variables.putInto(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("the name of a variable of this build in each ${...}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"$PASSWORD", "${password}"})
    void aSecretIsRefusedAndNotRepeated(String text) {
        assertThatThrownBy(() -> variables.putInto(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("which is secret")
                .hasMessageNotContaining("hush");
    }

    private static Map<String, String> caseless(Map<String, String> values) {
        Map<String, String> caseless = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        caseless.putAll(values);
        return caseless;
    }
}
