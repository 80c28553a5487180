package io.jenkins.plugins.wedata;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import hudson.Extension;
import hudson.init.Initializer;
import hudson.init.Terminator;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** At its start Jenkins asks each extension for its members, and so loads every type that they name. */
class StartOfJenkinsTest {

    private static final String OURS = "io.jenkins.plugins.wedata.";
    private static final List<String> LATER =
            List.of("okhttp3.", "okio.", "kotlin.", "com.fasterxml.", OURS + "client.", OURS + "emulator.");

    /** How many of the plugin's classes Jenkins may load before anything of it is used. */
    private static final int MOST = 80;

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.jenkins.plugins.wedata");

    @Test
    void noMemberOfAnExtensionNamesWhatIsNeededLater() {
        List<Class<?>> extensions = extensions();

        assertThat(extensions).hasSizeGreaterThan(30);
        assertThat(extensions)
                .allSatisfy(extension -> assertThat(named(extension))
                        .as(extension.getName())
                        .noneMatch(type -> LATER.stream().anyMatch(type::startsWith)));
    }

    /** The very classes that a Jenkins loads, see StartInJenkinsTest. */
    @Test
    void onlyExtensionsWhatTheyDescribeAndWhatBothAreMadeOfIsLoaded() throws ClassNotFoundException {
        StartLoader loader = new StartLoader();
        for (JavaClass extension : annotated().toList()) {
            loader.start(extension.getName());
        }
        for (JavaClass initializer : withTasks().toList()) {
            loader.begin(initializer.getName());
        }

        assertThat(loader.asked().stream().filter(name -> name.startsWith(OURS)))
                .hasSizeBetween(30, MOST);
        assertThat(loader.asked().stream().filter(name -> LATER.stream().anyMatch(name::startsWith)))
                .isEmpty();
    }

    private static Stream<JavaClass> withTasks() {
        return CLASSES.stream()
                .filter(type -> type.getMethods().stream()
                        .anyMatch(method ->
                                method.isAnnotatedWith(Initializer.class) || method.isAnnotatedWith(Terminator.class)));
    }

    private static Stream<JavaClass> annotated() {
        return CLASSES.stream().filter(type -> type.isAnnotatedWith(Extension.class));
    }

    /** And what they extend, as far as it is the plugin's. */
    private static List<Class<?>> extensions() {
        return annotated()
                .flatMap(type -> Stream.concat(Stream.of(type), type.getAllRawSuperclasses().stream()))
                .filter(type -> type.getName().startsWith(OURS))
                .<Class<?>>map(JavaClass::reflect)
                .distinct()
                .toList();
    }

    /** A lambda's are among them, of which the source does not know. */
    private static Stream<String> named(Class<?> extension) {
        return Stream.of(
                        Arrays.stream(extension.getDeclaredFields()).map(Field::getType),
                        Arrays.stream(extension.getDeclaredMethods())
                                .flatMap(method -> Stream.concat(Stream.of(method.getReturnType()), types(method))),
                        Arrays.stream(extension.getDeclaredConstructors()).flatMap(StartOfJenkinsTest::types))
                .flatMap(types -> types)
                .map(type -> type.isArray() ? type.getComponentType() : type)
                .map(Class::getName);
    }

    private static Stream<Class<?>> types(Executable member) {
        return Stream.of(member.getParameterTypes(), member.getExceptionTypes()).flatMap(Arrays::stream);
    }
}
