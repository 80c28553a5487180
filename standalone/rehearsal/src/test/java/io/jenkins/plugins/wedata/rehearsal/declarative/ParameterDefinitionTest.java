package io.jenkins.plugins.wedata.rehearsal.declarative;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.wedata.rehearsal.declarative.ParameterDefinition.BooleanParameterDefinition;
import io.jenkins.plugins.wedata.rehearsal.declarative.ParameterDefinition.ChoiceParameterDefinition;
import io.jenkins.plugins.wedata.rehearsal.declarative.ParameterDefinition.StringParameterDefinition;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What parameters become when somebody gives a value. */
class ParameterDefinitionTest {

    @Test
    void aBooleanIsTrueOrFalseInAnyCase() {
        BooleanParameterDefinition parameter = new BooleanParameterDefinition("DRY");
        assertThat(parameter.value("TRUE")).isTrue();
        assertThat(parameter.value("false")).isFalse();
        assertThatThrownBy(() -> parameter.value("yes")).hasMessage("parameter DRY is true or false, not \"yes\"");
    }

    @Test
    void aChoiceIsOneOfItsChoices() {
        ChoiceParameterDefinition parameter = new ChoiceParameterDefinition("TARGET");
        parameter.setChoices(List.of("test", "prod"));
        assertThat(parameter.value("prod")).isEqualTo("prod");
        assertThatThrownBy(() -> parameter.value("dev"))
                .hasMessage("parameter TARGET is one of test, prod, not \"dev\"");
    }

    @Test
    void aTextIsTrimmedOnlyWhenWanted() {
        StringParameterDefinition parameter = new StringParameterDefinition("A");
        assertThat(parameter.value(" x ")).isEqualTo(" x ");
        parameter.setTrim(true);
        assertThat(parameter.value(" x ")).isEqualTo("x");
    }
}
