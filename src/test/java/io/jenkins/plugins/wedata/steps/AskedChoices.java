package io.jenkins.plugins.wedata.steps;

import static org.mockito.Mockito.RETURNS_DEFAULTS;
import static org.mockito.Mockito.mock;

import io.jenkins.plugins.wedata.api.Problems;
import io.jenkins.plugins.wedata.environment.BuildEnvironment;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mockito.invocation.InvocationOnMock;

/** Listens to a step that is read with nothing given: of which names it lets users choose, and which it takes by itself. */
final class AskedChoices {

    /** The names, the one that is taken by itself first. */
    private final Map<String, List<String>> choices = new LinkedHashMap<>();

    private final Problems problems = new Problems();
    private final BuildEnvironment build = mock(BuildEnvironment.class);

    static Map<String, List<String>> of(WeDataStep step) throws Exception {
        AskedChoices asked = new AskedChoices();
        step.operation(mock(StepInput.class, asked::answer));
        return asked.choices;
    }

    private Object answer(InvocationOnMock call) throws Throwable {
        return switch (call.getMethod().getName()) {
            case "choice" -> choice(call.getArguments());
            case "minutes" -> Duration.ofMinutes(1);
            case "problems" -> problems;
            case "build" -> build;
            default -> RETURNS_DEFAULTS.answer(call);
        };
    }

    private Object choice(Object[] arguments) {
        Enum<?> byDefault = (Enum<?>) arguments[2];
        List<?> allowed = arguments.length > 3
                ? (List<?>) arguments[3]
                : List.of(byDefault.getDeclaringClass().getEnumConstants());
        List<String> names = new java.util.ArrayList<>(List.of(byDefault.name()));
        allowed.stream()
                .map(Object::toString)
                .filter(name -> !names.contains(name))
                .forEach(names::add);
        choices.put((String) arguments[0], names);
        return byDefault;
    }
}
