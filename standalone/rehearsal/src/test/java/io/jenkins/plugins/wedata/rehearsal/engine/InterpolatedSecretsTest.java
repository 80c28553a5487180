package io.jenkins.plugins.wedata.rehearsal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import groovy.lang.GString;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.codehaus.groovy.runtime.GStringImpl;
import org.junit.jupiter.api.Test;

/** The words are those of Jenkins' console. */
class InterpolatedSecretsTest {

    private final InterpolatedSecrets secrets = new InterpolatedSecrets(
            Set.of("KEY", "EMPTY", "GONE"), Map.of("KEY", "hush-hush", "EMPTY", "", "OPEN", "open"));

    private static GString interpolated(String value) {
        return new GStringImpl(new Object[] {value}, new String[] {"it is ", "!"});
    }

    private Optional<String> warningOf(Object... arguments) {
        return secrets.warning("echo", arguments);
    }

    @Test
    void aSecretInAGroovyStringIsToldByTheNameOfItsVariable() {
        assertThat(warningOf(interpolated("hush-hush")).orElseThrow().lines())
                .containsExactly(
                        "Warning: A secret was passed to \"echo\" using Groovy String interpolation, which is insecure.",
                        "\t\t Affected argument(s) used the following variable(s): [KEY]",
                        "\t\t See https://jenkins.io/redirect/groovy-string-interpolation for details.");
    }

    @Test
    void theSecretItselfIsNotTold() {
        assertThat(warningOf(interpolated("hush-hush")).orElseThrow()).doesNotContain("hush-hush");
    }

    @Test
    void groovyStringsAreFoundInListsAndMaps() {
        assertThat(warningOf(List.of(interpolated("hush-hush")))).isPresent();
        assertThat(warningOf(Map.of("message", List.of("x", interpolated("hush-hush")))))
                .isPresent();
        assertThat(warningOf(Map.of(interpolated("hush-hush"), "x"))).isPresent();
    }

    @Test
    void whatTheStepReadsForItselfIsNoMatter() {
        assertThat(warningOf("hush-hush")).isEmpty();
        assertThat(warningOf((Object) null)).isEmpty();
    }

    @Test
    void otherGroovyStringsAndEmptySecretsAreNoMatter() {
        assertThat(warningOf(interpolated("open"))).isEmpty();
        assertThat(warningOf(interpolated(""))).isEmpty();
    }

    @Test
    void withoutSecretsNothingIsSearched() {
        assertThat(new InterpolatedSecrets(Set.of(), Map.of()).warning("echo", interpolated("x")))
                .isEmpty();
    }
}
