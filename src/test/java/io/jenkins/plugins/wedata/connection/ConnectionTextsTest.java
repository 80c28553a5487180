package io.jenkins.plugins.wedata.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every text of the forms is there in English and in Chinese, and every field explains itself. */
class ConnectionTextsTest {

    private static final Pattern FIELD = Pattern.compile("<f:entry[^>]*\\bfield=\"(\\w+)\"");
    private static final Pattern TEXT = Pattern.compile("\\$\\{%(\\w+)}");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Messages",
                "WeDataConnection/config",
                "WeDataGlobalConfiguration/config",
                "DefaultConnectionProperty/config"
            })
    void bothLanguagesHaveTheSameTextsAndPlaceholders(String name) throws IOException {
        Properties english = properties(name + ".properties");
        Properties chinese = properties(name + "_zh_CN.properties");
        assertThat(chinese.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
        for (String key : english.stringPropertyNames()) {
            assertThat(placeholders(chinese.getProperty(key)))
                    .as(key)
                    .isEqualTo(placeholders(english.getProperty(key)));
        }
    }

    @ParameterizedTest
    @CsvSource({"WeDataConnection, 11", "WeDataGlobalConfiguration, 1", "DefaultConnectionProperty, 1"})
    void everyFieldOfAFormHasHelpAndEveryTextIsThere(String type, int fields) throws IOException {
        String form = text(type + "/config.jelly");
        assertThat(form)
                .startsWith("<?jelly escape-by-default='true'?>")
                .doesNotContain("<script", "style=", "onclick");
        Matcher field = FIELD.matcher(form);
        int seen = 0;
        while (field.find()) {
            seen++;
            assertThat(text(type + "/help-" + field.group(1) + ".html"))
                    .startsWith("<div>")
                    .doesNotContainPattern("[\\u4e00-\\u9fff]");
            assertThat(text(type + "/help-" + field.group(1) + "_zh_CN.html"))
                    .startsWith("<div>")
                    .containsPattern("[\\u4e00-\\u9fff]");
        }
        assertThat(seen).isEqualTo(fields);
        Properties texts = properties(type + "/config.properties");
        Matcher used = TEXT.matcher(form);
        while (used.find()) {
            assertThat(texts).containsKey(used.group(1));
        }
    }

    @Test
    void everySiteHasAName() {
        for (ConnectionSite site : ConnectionSite.values()) {
            assertThat(site.displayName()).isNotBlank();
        }
    }

    private static String placeholders(String text) {
        return text.replaceAll("(?s)[^{}0-9]+", " ")
                .replaceAll("(?<!\\{)[0-9]+", "")
                .chars()
                .sorted()
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .strip();
    }

    private static Properties properties(String name) throws IOException {
        Properties properties = new Properties();
        try (InputStream in = ConnectionTextsTest.class.getResourceAsStream(name)) {
            assertThat(in).as(name).isNotNull();
            properties.load(in);
        }
        return properties;
    }

    private static String text(String name) throws IOException {
        try (InputStream in = ConnectionTextsTest.class.getResourceAsStream(name)) {
            assertThat(in).as(name).isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
