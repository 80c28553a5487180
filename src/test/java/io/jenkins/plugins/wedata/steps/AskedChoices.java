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
        List<?> allowed =
                arguments[2] instanceof Class<?> type ? List.of(type.getEnumConstants()) : (List<?>) arguments[2];
        choices.put(
                (String) arguments[0], allowed.stream().map(Object::toString).toList());
        return allowed.get(0);
    }
}
