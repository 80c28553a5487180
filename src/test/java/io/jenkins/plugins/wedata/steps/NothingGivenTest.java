package io.jenkins.plugins.wedata.steps;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kohsuke.stapler.DataBoundSetter;

/** What a form leaves empty was not given: it is neither kept nor written into a snippet. */
class NothingGivenTest {

    private static final String CHOSEN = "on \u2014 demand \u2014 d3e40dcc-bf42";

    static Stream<Object> structures() {
        return Stream.of(
                new CreateTriggerTaskStep(null),
                new CreateIntegrationTaskStep(),
                new TriggerTaskBaseAttribute("n", "35", "1"),
                new TriggerTaskConfiguration(),
                new TriggerTaskSchedulerConfiguration(),
                new IncomingParameter("k", "d", "1", "k"),
                new RegisteredTable("1", "d", "t", "", "UPSTREAM", "9"));
    }

    @ParameterizedTest
    @MethodSource("structures")
    void anEmptyTextAndAnEmptyListAreNull(Object structure) throws Exception {
        for (Method setter : structure.getClass().getMethods()) {
            if (setter.isAnnotationPresent(DataBoundSetter.class)) {
                Class<?> type = setter.getParameterTypes()[0];
                if (type == String.class || type == List.class) {
                    setter.invoke(structure, type == List.class ? List.of() : "");
                    assertThat(get(structure, setter)).as(setter.getName()).isNull();
                }
            }
        }
    }

    @Test
    void aStructureThatHoldsNothingIsNull() {
        CreateTriggerTaskStep step = new CreateTriggerTaskStep(null);
        TriggerTaskConfiguration configuration = new TriggerTaskConfiguration();
        configuration.setCode("");
        configuration.setTaskExtConfigurationList(List.of());
        step.setConfiguration(configuration);
        step.setSchedulerConfiguration(new TriggerTaskSchedulerConfiguration());
        assertThat(step.getConfiguration()).isNull();
        assertThat(step.getSchedulerConfiguration()).isNull();
    }

    @ParameterizedTest
    @ValueSource(classes = {TriggerTaskConfiguration.class, TriggerTaskSchedulerConfiguration.class})
    void aStructureThatHoldsAnythingIsKept(Class<?> type) throws Exception {
        for (Method setter : type.getMethods()) {
            if (setter.isAnnotationPresent(DataBoundSetter.class)) {
                Object structure = type.getConstructor().newInstance();
                setter.invoke(structure, anything(setter.getParameterTypes()[0]));
                CreateTriggerTaskStep step = new CreateTriggerTaskStep(null);
                if (structure instanceof TriggerTaskConfiguration configuration) {
                    step.setConfiguration(configuration);
                    assertThat(step.getConfiguration()).as(setter.getName()).isSameAs(structure);
                } else {
                    step.setSchedulerConfiguration((TriggerTaskSchedulerConfiguration) structure);
                    assertThat(step.getSchedulerConfiguration())
                            .as(setter.getName())
                            .isSameAs(structure);
                }
            }
        }
    }

    @Test
    void theNameBesideAnIdIsDropped() {
        assertThat(new TriggerTaskBaseAttribute("n", "35", CHOSEN).getWorkflowId())
                .isEqualTo("d3e40dcc-bf42");
        assertThat(new IncomingParameter("k", "d", CHOSEN, "k").getFromTaskId()).isEqualTo("d3e40dcc-bf42");
        TriggerTaskConfiguration configuration = new TriggerTaskConfiguration();
        configuration.setResourceGroup(CHOSEN);
        assertThat(configuration.getResourceGroup()).isEqualTo("d3e40dcc-bf42");
        TriggerTaskSchedulerConfiguration schedule = new TriggerTaskSchedulerConfiguration();
        schedule.setUpstream(List.of("1", CHOSEN));
        assertThat(schedule.getUpstream()).containsExactly("1", "d3e40dcc-bf42");
    }

    @Test
    void anEmptyPlaceOfAListOfIdsStaysToBeRefusedByItsNumber() {
        TriggerTaskSchedulerConfiguration schedule = new TriggerTaskSchedulerConfiguration();
        schedule.setUpstream(Arrays.asList("1", null, ""));
        assertThat(schedule.getUpstream()).containsExactly("1", null, null);
    }

    @Test
    void whatIsNoWholeNumberIsTakenOutOfAFormBeforeStaplerMakesItZero() {
        Map<String, Object> form = new HashMap<>(Map.of(
                "empty", "", "word", "many", "part", "3.5", "huge", "9".repeat(30), "right", "7", "less", " -1 "));
        form.put("code", "");
        SentForm.keepNumbersOnly(form, List.of("empty", "word", "part", "huge", "right", "less", "absent"));
        assertThat(form).containsOnlyKeys("right", "less", "code");
    }

    @Test
    void rowsOfIdsBecomeAList() {
        assertThat(read(List.of(row("1"), row(""), row("2")))).containsEntry("upstream", List.of("1", "2"));
        assertThat(read(row("1"))).containsEntry("upstream", List.of("1"));
        assertThat(read(List.of("1", "2"))).containsEntry("upstream", List.of("1", "2"));
        assertThat(read(row(""))).isEmpty();
        assertThat(read(null)).isEmpty();
    }

    private static Map<String, Object> read(Object sent) {
        Map<String, Object> form = new HashMap<>();
        if (sent != null) {
            form.put("upstream", sent);
        }
        SentForm.rowsToTexts(form, "upstream", "upstreamTask");
        return form;
    }

    private static Map<String, Object> row(String text) {
        return Map.of("upstreamTask", text);
    }

    private static Object anything(Class<?> type) {
        if (type == String.class) {
            return "x";
        }
        return type == Long.class ? (Object) 0L : List.of("x");
    }

    private static Object get(Object structure, Method setter) throws ReflectiveOperationException {
        return structure
                .getClass()
                .getMethod("get" + setter.getName().substring(3))
                .invoke(structure);
    }
}
