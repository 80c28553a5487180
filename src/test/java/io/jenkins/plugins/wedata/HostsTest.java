package io.jenkins.plugins.wedata;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.jenkins.plugins.wedata.connection.WeDataConnection;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;

/** Nothing that a job, a folder or a credential is configured with names a host; HostsOfJobsTest tries it in Jenkins. */
class HostsTest {

    private static final String HOST = "(?i).*(endpoint|url|host|address|proxy).*";

    private static final List<Class<?>> CONFIGURED = new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .importPackages("io.jenkins.plugins.wedata")
                    .stream()
                    .<Class<?>>map(JavaClass::reflect)
                    .filter(HostsTest::isConfigured)
                    .toList();

    @Test
    void aConnectionAloneNamesAHost() {
        assertThat(CONFIGURED)
                .hasSizeGreaterThan(10)
                .filteredOn(type -> names(type).anyMatch(name -> name.matches(HOST)))
                .containsExactly(WeDataConnection.class);
    }

    private static boolean isConfigured(Class<?> type) {
        return Arrays.stream(type.getDeclaredConstructors())
                        .anyMatch(made -> made.isAnnotationPresent(DataBoundConstructor.class))
                || Arrays.stream(type.getDeclaredMethods())
                        .anyMatch(set -> set.isAnnotationPresent(DataBoundSetter.class));
    }

    /** What a form, a Jenkinsfile or a file may say: parameters, setters, and the fields that XML sets. */
    private static Stream<String> names(Class<?> type) {
        Stream<String> parameters = Arrays.stream(type.getDeclaredConstructors())
                .filter(made -> made.isAnnotationPresent(DataBoundConstructor.class))
                .map(Constructor::getParameters)
                .flatMap(Arrays::stream)
                .map(parameter -> parameter.getName());
        Stream<String> setters = Arrays.stream(type.getDeclaredMethods())
                .filter(set -> set.isAnnotationPresent(DataBoundSetter.class))
                .map(Method::getName);
        return Stream.of(
                        parameters,
                        setters,
                        Arrays.stream(type.getDeclaredFields()).map(Field::getName))
                .flatMap(all -> all);
    }
}
