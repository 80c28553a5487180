package io.jenkins.plugins.wedata.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.wedata.api.Problem;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class InvalidInputExceptionTest {

    @Test
    void oneProblemStandsInOneLine() {
        assertThat(new InvalidInputException("wedataCreateTask", problems(1)))
                .hasMessage("wedataCreateTask: tasks[0]: is missing; give an id");
    }

    @Test
    void fiftyProblemsAreAllShown() {
        assertThat(new InvalidInputException("wedataCreateTask", problems(50)).getMessage())
                .startsWith(
                        "wedataCreateTask: 50 values are wrong\n  - tasks[0]: is missing; give an id\n  - tasks[1]:")
                .endsWith("\n  - tasks[49]: is missing; give an id");
    }

    @Test
    void ofAbsurdlyManyProblemsFiftyAreShownAndTheRestIsCounted() {
        InvalidInputException failure = new InvalidInputException("wedataCreateTask", problems(10_000));
        assertThat(failure.getMessage())
                .startsWith("wedataCreateTask: 10000 values are wrong\n")
                .endsWith("\n  - tasks[49]: is missing; give an id\n  - and 9950 more, which are not shown");
        assertThat(failure.problems()).hasSize(10_000);
    }

    private static List<Problem> problems(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new Problem("tasks[" + i + "]", null, "an id"))
                .toList();
    }
}
