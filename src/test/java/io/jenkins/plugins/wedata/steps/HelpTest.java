package io.jenkins.plugins.wedata.steps;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;

/** Every parameter explains itself, in both languages. */
class HelpTest {

    @ParameterizedTest
    @MethodSource("io.jenkins.plugins.wedata.steps.DescriptorsTest#describables")
    void everyParameterHasHelpInEnglishAndChinese(Class<?> type) throws IOException {
        List<String> parameters = parametersOf(type);
        assertThat(parameters).isNotEmpty();
        for (String parameter : parameters) {
            assertThat(help(type, "help-" + parameter + ".html"))
                    .as("%s.%s", type.getSimpleName(), parameter)
                    .hasValueSatisfying(
                            text -> assertThat(text).startsWith("<div>").doesNotContainPattern("[\\u4e00-\\u9fff]"));
            assertThat(help(type, "help-" + parameter + "_zh_CN.html"))
                    .as("%s.%s in Chinese", type.getSimpleName(), parameter)
                    .hasValueSatisfying(
                            text -> assertThat(text).startsWith("<div>").containsPattern("[\\u4e00-\\u9fff]"));
        }
    }

    @Test
    void everyStepSaysWhatItDoes() throws IOException {
        for (WeDataStepDescriptor step : DescriptorsTest.steps().toList()) {
            Class<?> type = step.getClass().getEnclosingClass();
            assertThat(help(type, "help.html")).isPresent();
            assertThat(help(type, "help_zh_CN.html")).isPresent();
        }
    }

    private static List<String> parametersOf(Class<?> type) {
        List<String> names = new ArrayList<>();
        for (Constructor<?> constructor : type.getConstructors()) {
            if (constructor.isAnnotationPresent(DataBoundConstructor.class)) {
                for (Parameter parameter : constructor.getParameters()) {
                    names.add(parameter.getName());
                }
            }
        }
        for (Method method : type.getMethods()) {
            if (method.isAnnotationPresent(DataBoundSetter.class)) {
                names.add(Character.toLowerCase(method.getName().charAt(3))
                        + method.getName().substring(4));
            }
        }
        return names;
    }

    /** Looks where Jenkins looks: beside the class, then beside what it extends. */
    private static Optional<String> help(Class<?> type, String file) throws IOException {
        for (Class<?> c = type; c != Object.class; c = c.getSuperclass()) {
            try (InputStream in = c.getResourceAsStream(c.getSimpleName() + "/" + file)) {
                if (in != null) {
                    return Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
                }
            }
        }
        return Optional.empty();
    }
}
