package io.jenkins.plugins.wedata.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ProblemsTest {

    private final Problems problems = new Problems();

    @Test
    void aProblemNamesFieldValueAndWhatWouldBeRight() {
        problems.add("region", "Guangzhou", "a region such as ap-guangzhou");
        assertThat(problems.all().get(0))
                .hasToString("region: 'Guangzhou' is not valid; give a region such as ap-guangzhou");
    }

    @Test
    void aMissingValueIsCalledMissing() {
        problems.requireText("taskName", null, Messages._TaskRules_TaskName());
        assertThat(problems.all().get(0)).hasToString("taskName: is missing; give the task's name");
    }

    @Test
    void aBlankTextIsMissingToo() {
        problems.requireText("taskName", "  ", Messages._TaskRules_TaskName());
        problems.requireText("tasks[0].taskId", "", Messages._TaskRules_TaskId());
        assertThat(problems.all())
                .extracting(Problem::toString)
                .containsExactly(
                        "taskName: is missing; give the task's name",
                        "tasks[0].taskId: is missing; give the task's id");
    }

    @Test
    void theFirstWordOnAFieldStands() {
        problems.add("taskType", "SHEL", "a number or a name");
        problems.add("taskType", null, "something else");
        assertThat(problems.all()).hasSize(1);
        assertThat(problems.all().get(0).value()).isEqualTo("SHEL");
    }

    @Test
    void aValueCannotForgeALineOfTheLog() {
        problems.add("taskName", "a\nFinished: SUCCESS\u202e\u2028b", "a name");
        assertThat(problems.all().get(0).toString()).doesNotContain("\n", "\u202e", "\u2028");
    }

    @Test
    void aLongValueIsShortenedAndItsLengthSaid() {
        problems.add("content", "x".repeat(5_000), "code");
        assertThat(problems.all().get(0).value()).hasSizeLessThan(120).contains("(5,000 characters)");
    }

    @Test
    void aListWithAHoleOrARepetitionIsRefusedPlaceByPlace() {
        problems.requireDistinctTexts("approvers", Arrays.asList("a", null, "a", " "), Messages._TaskRules_TaskId());
        assertThat(problems.all())
                .extracting(Problem::field)
                .containsExactly("approvers[1]", "approvers[2]", "approvers[3]");
    }

    @Test
    void aNumberBelowTheBoundIsRefusedAndAnAbsentOneIsNot() {
        problems.requireAtLeast("pageNumber", 0L, 1);
        problems.requireAtLeast("pageSize", null, 1);
        assertThat(problems.all()).extracting(Problem::field).containsExactly("pageNumber");
    }
}
