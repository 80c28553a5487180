package io.jenkins.plugins.wedata.rehearsal.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import groovy.lang.Closure;
import groovy.lang.GString;
import io.jenkins.plugins.wedata.rehearsal.binding.DataBoundModel;
import java.util.List;
import java.util.Map;
import org.codehaus.groovy.runtime.GStringImpl;
import org.junit.jupiter.api.Test;

/** How Groovy's packing of a call is taken apart; row by row as Jenkins' {@code DSL.parseArgs} does it. */
class ArgumentsTest {

    private static final GString TEXT = new GStringImpl(new Object[] {7}, new String[] {"t-"});

    private final DataBoundModel<?> sole = DataBoundModel.of(PlainSteps.EchoStep.class);
    private final DataBoundModel<?> soleAndMore = DataBoundModel.of(HeldStep.class);
    private final DataBoundModel<?> noneRequired = DataBoundModel.of(CatchSteps.CatchErrorStep.class);
    private final Closure<?> block = new Closure<>(this) {
        private static final long serialVersionUID = 1L;
    };

    @Test
    void oneValueBelongsToTheSoleRequiredParameter() {
        assertThat(Arguments.parse(new Object[] {"x"}, false, sole).named()).isEqualTo(Map.of("message", "x"));
        assertThat(Arguments.parse("x", false, soleAndMore).named()).isEqualTo(Map.of("name", "x"));
        assertThat(Arguments.parse(new Object[] {null}, false, sole).named())
                .hasSize(1)
                .containsEntry("message", null);
    }

    @Test
    void oneValueWithoutASoleRequiredParameterIsRefused() {
        assertThatThrownBy(() -> Arguments.parse(new Object[] {"x"}, false, noneRequired))
                .hasMessage("Expected named arguments but got x");
    }

    @Test
    void aMapIsTheNamedArguments() {
        assertThat(Arguments.parse(new Object[] {Map.of("name", "x", "mode", "y")}, false, soleAndMore)
                        .named())
                .isEqualTo(Map.of("name", "x", "mode", "y"));
    }

    @Test
    void aMapIsTheValueOfAStepThatHasNoOtherParameter() {
        Map<String, String> value = Map.of("a", "b");

        assertThat(Arguments.parse(new Object[] {value}, false, sole).named()).isEqualTo(Map.of("message", value));
        assertThat(Arguments.parse(new Object[] {Map.of("message", "b")}, false, sole)
                        .named())
                .isEqualTo(Map.of("message", "b"));
    }

    @Test
    void aMapThatNamesAClassIsAValue() {
        Map<String, String> described = Map.of("$class", "a.B");

        assertThat(Arguments.parse(new Object[] {described}, false, soleAndMore).named())
                .isEqualTo(Map.of("name", described));
    }

    @Test
    void aTrailingClosureIsTheBlockOfAStepThatTakesOne() {
        assertThat(Arguments.parse(new Object[] {block}, true, sole).body()).isSameAs(block);
        assertThat(Arguments.parse(block, true, sole).named()).isEmpty();
        Arguments both = Arguments.parse(new Object[] {"x", block}, true, sole);
        assertThat(both.body()).isSameAs(block);
        assertThat(both.named()).isEqualTo(Map.of("message", "x"));
    }

    @Test
    void aClosureIsAValueOfAStepThatTakesNoBlock() {
        assertThat(Arguments.parse(new Object[] {block}, false, sole).body()).isNull();
        assertThatThrownBy(() -> Arguments.parse(new Object[] {"x", block}, false, sole))
                .hasMessageStartingWith("Expected named arguments but got [x, ");
    }

    @Test
    void nothingIsNothing() {
        assertThat(Arguments.parse(new Object[0], false, noneRequired).named()).isEmpty();
    }

    @Test
    void interpolatedTextsAreFlattenedAtEveryDepth() {
        Map<String, Object> given = Map.of("name", List.of(TEXT, Map.of("key", TEXT)), "mode", TEXT);

        assertThat(Arguments.parse(new Object[] {given}, false, soleAndMore).named())
                .isEqualTo(Map.of("name", List.of("t-7", Map.of("key", "t-7")), "mode", "t-7"));
    }
}
