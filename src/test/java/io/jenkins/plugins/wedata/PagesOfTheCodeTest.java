package io.jenkins.plugins.wedata;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the pages for who changes the plugin say of packages and classes is there. */
class PagesOfTheCodeTest {

    private static final Path PROJECT = ProjectFolder.find();
    private static final Path PACKAGES = PROJECT.resolve("src/main/java/io/jenkins/plugins/wedata");
    private static final Pattern CLASS = Pattern.compile("`([A-Z][A-Za-z]*[a-z][A-Za-z]*)(?:<R>|\\.[A-Z]+)?`");

    /** Of WeData's wire, of the localizer, what is generated, and a name for any step. */
    private static final Set<String> NO_CLASSES_OF_OURS = Set.of(
            "Error",
            "FailedOperation",
            "FooStep",
            "InternalError",
            "Localizable",
            "Messages",
            "ResourceUnavailable",
            "Response",
            "ServiceUnavailable");

    @ParameterizedTest
    @ValueSource(strings = {"docs/architecture.md", "docs/security.md", "CONTRIBUTING.md"})
    void everyClassThatAPageNamesExists(String page) throws IOException {
        Set<String> named = CLASS.matcher(Files.readString(PROJECT.resolve(page)))
                .results()
                .map(name -> name.group(1))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(named).hasSizeGreaterThan(5);
        named.removeAll(NO_CLASSES_OF_OURS);
        named.removeAll(classes());
        assertThat(named).isEmpty();
    }

    @Test
    void everyPackageHasItsPlaceInThePages() throws IOException {
        String architecture = Files.readString(PROJECT.resolve("docs/architecture.md"));
        String contributing = Files.readString(PROJECT.resolve("CONTRIBUTING.md"));

        assertThat(packages())
                .hasSizeGreaterThan(10)
                .allSatisfy(name -> assertThat(architecture).containsPattern("(?m)^\\|.*`" + name + "`.*\\|.*\\|$"))
                .allSatisfy(name -> assertThat(contributing).containsPattern("(?m)^\\|.*/" + name + "`.*\\|.*\\|$"));
    }

    private static List<String> packages() throws IOException {
        try (Stream<Path> folders = Files.list(PACKAGES)) {
            return folders.filter(Files::isDirectory)
                    .map(folder -> folder.getFileName().toString())
                    .toList();
        }
    }

    private static Set<String> classes() throws IOException {
        Set<String> names = new TreeSet<>();
        for (String folder : List.of("src", "standalone")) {
            try (Stream<Path> files = Files.walk(PROJECT.resolve(folder))) {
                files.map(file -> file.getFileName().toString())
                        .filter(name -> name.endsWith(".java"))
                        .map(name -> name.substring(0, name.length() - ".java".length()))
                        .forEach(names::add);
            }
        }
        return names;
    }
}
