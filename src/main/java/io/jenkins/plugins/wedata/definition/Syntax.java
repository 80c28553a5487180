package io.jenkins.plugins.wedata.definition;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.util.Locale;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;

/** How a definition is written down. */
public enum Syntax {
    /** JSON. */
    JSON,
    /** YAML, one document without anchors, aliases and tags. */
    YAML;

    /**
     * The syntax of a text that stands by itself.
     *
     * @param text the text
     * @return JSON when it begins with a brace or a bracket
     */
    public static Syntax ofText(String text) {
        String beginning = withoutMark(text).stripLeading();
        return beginning.startsWith("{") || beginning.startsWith("[") ? JSON : YAML;
    }

    /**
     * The syntax of a file by its name.
     *
     * @param path the file's path
     * @return empty when the name ends neither in {@code .json} nor in {@code .yaml} or {@code .yml}
     */
    public static Optional<Syntax> ofFile(String path) {
        String name = path.toLowerCase(Locale.ROOT);
        if (name.endsWith(".json")) {
            return Optional.of(JSON);
        }
        return name.endsWith(".yaml") || name.endsWith(".yml") ? Optional.of(YAML) : Optional.empty();
    }

    /** A text without the mark of its byte order. */
    static String withoutMark(String text) {
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    /** What makes parsers of this syntax, for texts up to a length. */
    JsonFactory factory(int largest) {
        if (this == JSON) {
            return new JsonFactory();
        }
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(largest);
        return YAMLFactory.builder().loaderOptions(options).build();
    }
}
