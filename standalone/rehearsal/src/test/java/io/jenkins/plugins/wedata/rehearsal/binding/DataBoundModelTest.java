package io.jenkins.plugins.wedata.rehearsal.binding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.wedata.rehearsal.binding.Shapes.Broken;
import io.jenkins.plugins.wedata.rehearsal.binding.Shapes.Checked;
import io.jenkins.plugins.wedata.rehearsal.binding.Shapes.Circle;
import io.jenkins.plugins.wedata.rehearsal.binding.Shapes.Letter;
import io.jenkins.plugins.wedata.rehearsal.binding.Shapes.Plain;
import io.jenkins.plugins.wedata.rehearsal.binding.Shapes.Square;
import java.util.Collections;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DataBoundModelTest {

    private final DataBoundModel<Square> model = DataBoundModel.of(Square.class);

    @Test
    void theConstructorsParametersComeFirstThenTheSettersByName() {
        assertThat(model.parameterNames()).containsExactly("side", "filled", "colour", "note");
    }

    @Test
    void onlyASoleRequiredParameterMayBeLeftUnnamed() {
        assertThat(DataBoundModel.of(Circle.class).soleRequiredParameter()).contains("radius");
        assertThat(model.soleRequiredParameter()).isEmpty();
        assertThat(DataBoundModel.of(CoercionTest.Holder.class).soleRequiredParameter())
                .isEmpty();
    }

    @Test
    void aMissingRequiredArgumentIsNullOrThePrimitivesZero() {
        Square square = model.instantiate(Map.of());

        assertThat(square.side).isNull();
        assertThat(square.filled).isFalse();
        assertThat(DataBoundModel.of(Circle.class).instantiate(Map.of())).isEqualTo(new Circle(0));
    }

    @Test
    void aMissingCharacterHasNoDefault() {
        assertThatThrownBy(() -> DataBoundModel.of(Letter.class).instantiate(Map.of()))
                .hasMessageContaining("pass an explicit value for letter");
    }

    @Test
    void aSetterIsCalledOnlyForAGivenArgumentAndWithANullToo() {
        assertThat(model.instantiate(Map.of("side", "1")).note).isEqualTo("default");
        Square square = model.instantiate(Collections.singletonMap("note", null));
        assertThat(square.note).isNull();
        assertThat(square.noteCalls).isEqualTo(1);
    }

    @Test
    void settersOfASuperclassBindToo() {
        assertThat(model.instantiate(Map.of("colour", "red")).colour).isEqualTo("red");
    }

    @Test
    void allUnknownArgumentsAreNamedAtOnce() {
        assertThatThrownBy(() -> model.instantiate(Map.of("side", "1", "zide", "1", "kolour", "red")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Unknown parameter(s) found for class type '" + Square.class.getName()
                        + "': kolour,zide (it takes side, filled, colour, note)");
    }

    @Test
    void whatASetterRefusesIsTheReason() {
        assertThatThrownBy(() -> model.instantiate(Map.of("colour", "ugly")))
                .hasMessageEndingWith(": java.lang.IllegalStateException: not this one")
                .hasCauseInstanceOf(IllegalStateException.class);
    }

    @Test
    void theClassesOwnDescriptorSeesTheArgumentsFirst() {
        assertThat(DataBoundModel.of(Checked.class).instantiate(Map.of("id", 7)).id)
                .isEqualTo("7");
    }

    @Test
    void whatIsNotDataBoundIsRefused() {
        assertThatThrownBy(() -> DataBoundModel.of(Plain.class)).hasMessageContaining("@DataBoundConstructor");
        assertThatThrownBy(() -> DataBoundModel.of(Broken.class)).hasMessageContaining("cannot be a @DataBoundSetter");
    }
}
