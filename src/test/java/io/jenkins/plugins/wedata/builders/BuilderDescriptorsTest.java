package io.jenkins.plugins.wedata.builders;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.AbstractProject;
import hudson.model.Item;
import io.jenkins.plugins.wedata.steps.WeDataStep;
import io.jenkins.plugins.wedata.steps.WeDataStepDescriptor;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jenkinsci.Symbol;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.verb.POST;

/** What Jenkins sees of every build step. */
class BuilderDescriptorsTest {

    static Stream<Class<?>> builders() {
        return Stream.of(
                CreateTaskBuilder.class,
                CreateTriggerTaskBuilder.class,
                CreateIntegrationTaskBuilder.class,
                CommitIntegrationBuilder.class,
                BatchVersionBuilder.class,
                AwaitJobBuilder.class);
    }

    @ParameterizedTest
    @MethodSource("builders")
    void aBuildStepIsNamedAndCalledAsItsStep(Class<?> builder) throws Exception {
        WeDataStepDescriptor step = stepOf(builder);
        WeDataBuilderDescriptor descriptor = descriptor(builder);
        assertThat(descriptor.getDisplayName()).isEqualTo(step.getDisplayName());
        assertThat(descriptor.getClass().getAnnotation(Symbol.class).value()).containsExactly(step.getFunctionName());
        assertThat(descriptor.isApplicable(AbstractProject.class)).isTrue();
    }

    /** Two getters, one of them a bridge, would leave it to chance which step's form is shown. */
    @ParameterizedTest
    @MethodSource("builders")
    void theOneGetterOfTheStepTellsItsType(Class<?> builder) {
        List<Method> getters = Arrays.stream(builder.getMethods())
                .filter(method -> method.getName().equals("getStep"))
                .toList();
        assertThat(getters).hasSize(1);
        Constructor<?> constructor = builder.getConstructors()[0];
        assertThat(constructor.isAnnotationPresent(DataBoundConstructor.class)).isTrue();
        assertThat(constructor.getParameterTypes())
                .containsExactly(getters.get(0).getReturnType())
                .allMatch(WeDataStep.class::isAssignableFrom);
        assertThat(constructor.getParameters()[0].getName()).isEqualTo("step");
    }

    @ParameterizedTest
    @MethodSource("builders")
    void everyBuildStepAndEveryParameterExplainItselfInEnglishAndChinese(Class<?> builder) throws IOException {
        for (String file : List.of("help", "help-step", "help-resultPrefix")) {
            assertThat(help(builder, file + ".html")).startsWith("<div>").doesNotContainPattern("[\\u4e00-\\u9fff]");
            assertThat(help(builder, file + "_zh_CN.html")).startsWith("<div>").containsPattern("[\\u4e00-\\u9fff]");
        }
        assertThat(help(builder, "config.jelly")).contains("field=\"step\"", "field=\"resultPrefix\"");
    }

    @Test
    void aCheckOfAFieldTakesPostsOnly() throws Exception {
        assertThat(WeDataBuilderDescriptor.class
                        .getMethod("doCheckResultPrefix", Item.class, String.class)
                        .isAnnotationPresent(POST.class))
                .isTrue();
    }

    private static WeDataBuilderDescriptor descriptor(Class<?> builder) throws Exception {
        return (WeDataBuilderDescriptor) nested(builder);
    }

    private static WeDataStepDescriptor stepOf(Class<?> builder) throws Exception {
        return (WeDataStepDescriptor) nested(builder.getMethod("getStep").getReturnType());
    }

    private static Object nested(Class<?> type) throws Exception {
        return Class.forName(type.getName() + "$DescriptorImpl")
                .getConstructor()
                .newInstance();
    }

    /** Looks where Jenkins looks: beside the class, then beside what it extends. */
    private static String help(Class<?> type, String file) throws IOException {
        for (Class<?> c = type; c != Object.class; c = c.getSuperclass()) {
            try (InputStream in = c.getResourceAsStream(c.getSimpleName() + "/" + file)) {
                if (in != null) {
                    return new String(in.readAllBytes(), StandardCharsets.UTF_8);
                }
            }
        }
        return "";
    }
}
