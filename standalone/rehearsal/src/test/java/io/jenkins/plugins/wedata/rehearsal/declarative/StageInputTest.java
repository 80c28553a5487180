package io.jenkins.plugins.wedata.rehearsal.declarative;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.wedata.rehearsal.binding.Described;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a stage's input asks, and what becomes of the answer. */
class StageInputTest {

    private static final Described WHO = new Described("string", Map.of("name", "WHO"));

    @Test
    void theIdIsMadeOfTheStagesNameUnlessThereIsOne() {
        assertThat(StageInput.arguments("Approve", Map.of("message", "Go?")))
                .containsEntry("message", "Go?")
                .containsEntry("id", "6f7351657f795bc1357a53142b1184cc");
        assertThat(StageInput.arguments("Approve", Map.of("id", "mine"))).containsEntry("id", "mine");
    }

    @Test
    void anAnswerWithoutAQuestionIsNoVariable() {
        assertThat(StageInput.variables(Map.of("message", "Go?"), null)).isEmpty();
    }

    @Test
    void aSoleAnswerHasTheNameOfItsParameterOrOfTheSubmitters() {
        assertThat(StageInput.variables(Map.of("parameters", List.of(WHO)), "me"))
                .containsExactly("WHO=me");
        assertThat(StageInput.variables(Map.of("submitterParameter", "BY"), "ann"))
                .containsExactly("BY=ann");
    }

    @Test
    void severalAnswersAreAVariableEach() {
        Map<String, Object> answers = new LinkedHashMap<>();
        answers.put("WHO", "me");
        answers.put("SURE", true);
        assertThat(StageInput.variables(Map.of("parameters", List.of(WHO, WHO)), answers))
                .containsExactly("WHO=me", "SURE=true");
    }
}
