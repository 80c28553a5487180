package io.jenkins.plugins.wedata;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whatever people see is there in English and in Chinese. */
class LanguagesTest {

    private static final Path RESOURCES = ProjectFolder.find().resolve("src/main/resources");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{[0-9]+[^}]*}");
    private static final Pattern LABEL = Pattern.compile("\\$\\{%([^}(]+)[^}]*}");
    private static final Pattern FIELD = Pattern.compile("<f:entry [^>]*field=\"([^\"]+)\"");
    private static final Pattern CHINESE = Pattern.compile("[\\u4e00-\\u9fff]");

    /** Some messages only put others together, with the marks that a language has for that. */
    private static final Pattern CHINESE_OR_MARK =
            Pattern.compile("[\\u201c\\u201d\\u3000-\\u303f\\u4e00-\\u9fff\\uff00-\\uffef]");

    @Test
    void everyMessageIsThereInBothWithTheSamePlaceholders() throws IOException {
        List<Path> files = files("Messages.properties");
        assertThat(files).isNotEmpty();
        for (Path english : files) {
            Properties ours = read(english);
            Properties theirs = read(english.resolveSibling("Messages_zh_CN.properties"));
            assertThat(theirs.stringPropertyNames()).as(english.toString()).isEqualTo(ours.stringPropertyNames());
            for (String key : ours.stringPropertyNames()) {
                assertThat(all(PLACEHOLDER, theirs.getProperty(key)))
                        .as(key)
                        .isEqualTo(all(PLACEHOLDER, ours.getProperty(key)));
                assertThat(theirs.getProperty(key)).as(key).containsPattern(CHINESE_OR_MARK);
            }
        }
    }

    @Test
    void everyLabelOfAFormIsTranslated() throws IOException {
        List<Path> forms = files(".jelly");
        assertThat(forms).isNotEmpty();
        for (Path form : forms) {
            Set<String> labels = LABEL.matcher(Files.readString(form))
                    .results()
                    .map(match -> match.group(1).strip())
                    .collect(Collectors.toCollection(TreeSet::new));
            if (labels.isEmpty()) {
                continue;
            }
            Path chinese = form.resolveSibling(form.getFileName().toString().replace(".jelly", "_zh_CN.properties"));
            assertThat(new TreeSet<>(read(chinese).stringPropertyNames()))
                    .as(chinese.toString())
                    .isEqualTo(labels);
        }
    }

    @Test
    void everyFieldOfAFormHasHelpInBoth() throws IOException {
        for (Path form : files(".jelly")) {
            for (String field : FIELD.matcher(Files.readString(form))
                    .results()
                    .map(m -> m.group(1))
                    .toList()) {
                for (String language : List.of("", "_zh_CN")) {
                    String help = "help-" + field + language + ".html";
                    assertThat(placesOfHelp(form).map(place -> place.resolve(help)))
                            .as(form + ": " + help)
                            .anyMatch(Files::isRegularFile);
                }
            }
        }
    }

    @Test
    void everyHelpIsThereInBoth() throws IOException {
        for (Path help : files(".html")) {
            boolean chinese = help.getFileName().toString().endsWith("_zh_CN.html");
            String text = Files.readString(help);
            assertThat(text)
                    .as(help.toString())
                    .startsWith("<div>")
                    .doesNotContain("<script", "<style", " style=", " onclick");
            assertThat(CHINESE.matcher(text).find()).as(help.toString()).isEqualTo(chinese);
            String other = chinese
                    ? help.getFileName().toString().replace("_zh_CN.html", ".html")
                    : help.getFileName().toString().replace(".html", "_zh_CN.html");
            assertThat(help.resolveSibling(other)).isRegularFile();
        }
    }

    @Test
    void everyFormEscapesAndHoldsNoScriptOrStyle() throws IOException {
        for (Path form : files(".jelly")) {
            assertThat(Files.readString(form))
                    .as(form.toString())
                    .contains("<?jelly escape-by-default='true'?>")
                    .doesNotContainPattern("<script(?![^>]*\\bsrc=\"\\$\\{resURL}/plugin/wedata/[^>]*/>)")
                    .doesNotContain("<style", " style=", "checkUrl", "onclick", "st:adjunct");
        }
    }

    /** Where Jenkins looks: beside the form of a class, then beside what the class extends. */
    private static Stream<Path> placesOfHelp(Path form) {
        Path folder = form.getParent();
        String type = RESOURCES.relativize(folder).toString().replace('/', '.');
        try {
            return Stream.<Class<?>>iterate(Class.forName(type), c -> c != null, Class::getSuperclass)
                    .map(c -> RESOURCES.resolve(c.getName().replace('.', '/')));
        } catch (ClassNotFoundException e) {
            return Stream.of(folder);
        }
    }

    private static List<Path> files(String end) throws IOException {
        try (Stream<Path> all = Files.walk(RESOURCES)) {
            return all.filter(file -> file.getFileName().toString().endsWith(end))
                    .sorted()
                    .toList();
        }
    }

    private static Properties read(Path file) throws IOException {
        Properties properties = new Properties();
        try (InputStream in = Files.newInputStream(file)) {
            properties.load(new java.io.InputStreamReader(in, StandardCharsets.ISO_8859_1));
        }
        return properties;
    }

    private static List<String> all(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(MatchResult::group).sorted().toList();
    }
}
