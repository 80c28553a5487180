package io.jenkins.plugins.wedata.rehearsal.binding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import groovy.lang.GString;
import hudson.model.Result;
import java.net.URI;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.codehaus.groovy.runtime.GStringImpl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.kohsuke.stapler.DataBoundSetter;

/**
 * The table of what becomes of a value, row by row as structs' {@code DescribableModel.coerce} has it. The numbers' rows
 * are those of Groovy's {@code CachedClass.coerceArgument}, which structs asks first.
 */
class CoercionTest {

    private static final GString TEXT = new GStringImpl(new Object[] {7}, new String[] {"t-"});

    static Stream<Arguments> taken() throws Exception {
        return Stream.of(
                // The value fits.
                arguments("text", "a", "a"),
                arguments("text", null, null),
                arguments("anything", 3, 3),
                arguments("flag", true, true),
                arguments("boxedFlag", null, null),
                arguments("map", Map.of("a", 1), Map.of("a", 1)),
                // Groovy's own: texts are flattened, numbers widened and narrowed.
                arguments("text", TEXT, "t-7"),
                arguments("number", 3L, 3),
                arguments("boxedNumber", 3L, 3),
                arguments("big", 3, 3L),
                arguments("boxedBig", 3, 3L),
                arguments("fraction", 3, 3.0),
                arguments("boxedFraction", new java.math.BigDecimal("1.5"), 1.5),
                // A text is parsed.
                arguments("number", "35", 35),
                arguments("big", "20240718140000000", 20240718140000000L),
                arguments("boxedFraction", "1.5", 1.5),
                arguments("flag", "true", true),
                arguments("flag", "TRUE", true),
                arguments("flag", "yes", false),
                arguments("unit", "HOURS", TimeUnit.HOURS),
                arguments("result", "unstable", Result.UNSTABLE),
                arguments("result", "nonsense", Result.FAILURE),
                arguments("letter", "x", 'x'),
                arguments("url", "https://a/", URI.create("https://a/").toURL()),
                // A list is taken element by element.
                arguments("texts", List.of("a", TEXT), List.of("a", "t-7")),
                arguments("texts", List.of(), List.of()),
                arguments("texts", Arrays.asList("a", null), Arrays.asList("a", null)),
                arguments("numbers", List.of("1", 2L), List.of(1, 2)),
                arguments("raw", List.of("1", 2), List.of("1", 2)),
                arguments("wild", List.of("1", 2), List.of("1", 2)));
    }

    @ParameterizedTest
    @MethodSource("taken")
    void theValueBecomesWhatStructsMakesOfIt(String field, Object given, Object expected) {
        assertThat(bound(field, given)).isEqualTo(expected);
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                arguments("text", 3, "expects class java.lang.String but received class java.lang.Integer"),
                arguments("text", List.of("a"), "but received class java.util."),
                arguments("number", "abc", "was unable to coerce the received value \"abc\" to that type"),
                arguments("number", "1.5", "was unable to coerce the received value \"1.5\" to that type"),
                arguments("number", true, "expects int but received class java.lang.Boolean"),
                arguments("flag", 1, "expects boolean but received class java.lang.Integer"),
                arguments("unit", "hours", "No enum constant java.util.concurrent.TimeUnit.hours"),
                arguments("letter", "xy", "expects char but received class java.lang.String"),
                arguments("url", "no url", "MalformedURLException"),
                arguments("texts", List.of(3), "expects class java.lang.String but received class java.lang.Integer"),
                arguments("texts", "a", "expects java.util.List<java.lang.String> but received class java.lang.String"),
                arguments("numbers", List.of("x"), "unable to coerce the received value \"x\""),
                arguments("shape", Map.of(), "must specify $class with an implementation of"),
                arguments("shape", Map.of("$class", "Circle"), "is named Circle"),
                arguments("text", Map.of("a", 1), "has no public @DataBoundConstructor"),
                arguments("number", null, "IllegalArgumentException"));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void theValueIsRefusedWhereStructsRefusesIt(String field, Object given, String message) {
        assertThatThrownBy(() -> bound(field, given))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("Could not instantiate {" + field + "=")
                .hasMessageContaining(message);
    }

    @Test
    void aListBecomesAnArray() {
        assertThat((String[]) bound("array", List.of("a", TEXT))).containsExactly("a", "t-7");
    }

    @Test
    void aMapBecomesADataBoundObjectOfTheDeclaredClass() {
        assertThat(bound("circle", Map.of("radius", "3"))).isEqualTo(new Shapes.Circle(3));
        assertThat(bound("circles", List.of(Map.of("radius", 1), new Shapes.Circle(2))))
                .isEqualTo(List.of(new Shapes.Circle(1), new Shapes.Circle(2)));
    }

    @Test
    void aMapMayNameItsClass() {
        assertThat(bound("shape", Map.of("$class", Shapes.Circle.class.getName(), "radius", 4)))
                .isEqualTo(new Shapes.Circle(4));
    }

    @Test
    void anUnknownKeyOfANestedMapIsAnErrorThatNamesIt() {
        assertThatThrownBy(() -> bound("circles", List.of(Map.of("radius", 1, "colour", "red"))))
                .hasMessageContaining("Unknown parameter(s) found for class type '" + Shapes.Circle.class.getName()
                        + "': colour (it takes radius)");
    }

    private static Object bound(String field, Object value) {
        Holder holder = DataBoundModel.of(Holder.class).instantiate(Collections.singletonMap(field, value));
        try {
            return Holder.class.getField(field).get(holder);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    /** One field for each kind of parameter. */
    public static final class Holder {
        @DataBoundSetter
        public String text;

        @DataBoundSetter
        public Object anything;

        @DataBoundSetter
        public boolean flag;

        @DataBoundSetter
        public Boolean boxedFlag;

        @DataBoundSetter
        public int number;

        @DataBoundSetter
        public Integer boxedNumber;

        @DataBoundSetter
        public long big;

        @DataBoundSetter
        public Long boxedBig;

        @DataBoundSetter
        public double fraction;

        @DataBoundSetter
        public Double boxedFraction;

        @DataBoundSetter
        public TimeUnit unit;

        @DataBoundSetter
        public Result result;

        @DataBoundSetter
        public char letter;

        @DataBoundSetter
        public java.net.URL url;

        @DataBoundSetter
        public List<String> texts;

        @DataBoundSetter
        public List<Integer> numbers;

        @DataBoundSetter
        public List<?> wild;

        @DataBoundSetter
        public String[] array;

        @DataBoundSetter
        public Map<String, Integer> map;

        @DataBoundSetter
        public Shapes.Shape shape;

        @DataBoundSetter
        public Shapes.Circle circle;

        @DataBoundSetter
        public List<Shapes.Circle> circles;

        @SuppressWarnings("rawtypes")
        @DataBoundSetter
        public List raw;

        @org.kohsuke.stapler.DataBoundConstructor
        public Holder() {}
    }
}
