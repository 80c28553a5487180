package io.jenkins.plugins.wedata.definition;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import io.jenkins.plugins.wedata.api.CreateTaskNew;
import io.jenkins.plugins.wedata.api.PlainText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/**
 * Reads a record of {@code api} from a text that holds WeData's own names. JSON and YAML are read alike: a number may be
 * written as a text and a text as a number, an unknown name is an error, and everything that is wrong is found at once, up
 * to the first place where the text is no JSON or YAML at all.
 *
 * @param <T> the record
 */
public final class DefinitionReader<T extends Record> {

    /** How many bytes of UTF-8 a definition may have: what a file of the workspace may have. */
    public static final int LARGEST = CreateTaskNew.LARGEST_CODE;

    /** A longer one is no work of people, and takes the parser of YAML a time that grows with its square. */
    private static final int LONGEST_LINE_OF_YAML = 1_000_000;

    private static final int LONGEST_MESSAGE = 300;

    private final Class<T> type;
    private final Set<String> leftOut;
    private final Set<String> wrappers;

    /**
     * Prepares to read.
     *
     * @param type the record
     * @param leftOut members that are understood and left out, as paths without indexes, such as {@code Nodes.TaskId}
     * @param wrappers names that stand around a definition where people copy one from, such as {@code TaskInfo}
     */
    public DefinitionReader(Class<T> type, Set<String> leftOut, Set<String> wrappers) {
        this.type = type;
        this.leftOut = leftOut;
        this.wrappers = wrappers;
    }

    /**
     * Reads a text.
     *
     * @param text the text
     * @param syntax how it is written
     * @return what could be read, and what could not
     */
    public Definition<T> read(String text, Syntax syntax) {
        Findings findings = new Findings();
        RecordBinder binder = new RecordBinder(findings, leftOut, wrappers);
        if (!isOfReadableSize(text, syntax, findings)) {
            return findings.of(binder.empty(type));
        }
        try (JsonParser parser = syntax.factory(LARGEST).createParser(Syntax.withoutMark(text))) {
            return findings.of(read(parser, binder, findings));
        } catch (JsonProcessingException e) {
            findings.add(
                    "",
                    placeOf(e),
                    Messages._DefinitionReader_FromHereOn(),
                    Messages._DefinitionReader_Readable(syntax, reasonOf(e)));
            return findings.of(binder.empty(type));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isOfReadableSize(String text, Syntax syntax, Findings findings) {
        int bytes = text.getBytes(StandardCharsets.UTF_8).length;
        if (bytes > LARGEST) {
            findings.add(
                    "",
                    Place.START,
                    Messages._DefinitionReader_Bytes(grouped(bytes)),
                    Messages._DefinitionReader_AtMost(grouped(LARGEST)));
            return false;
        }
        int line = 0;
        for (int start = 0; syntax == Syntax.YAML && start < text.length(); line++) {
            int end = text.indexOf('\n', start);
            if ((end < 0 ? text.length() : end) - start > LONGEST_LINE_OF_YAML) {
                findings.add(
                        "",
                        new Place(line + 1, 1),
                        Messages._DefinitionReader_LongLine(),
                        Messages._DefinitionReader_ShorterLines(grouped(LONGEST_LINE_OF_YAML)));
                return false;
            }
            start = end < 0 ? text.length() : end + 1;
        }
        return true;
    }

    private T read(JsonParser parser, RecordBinder binder, Findings findings) throws IOException {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            findings.add(
                    "",
                    Place.of(parser.currentTokenLocation()),
                    binder.wordFor(parser),
                    Messages._DefinitionReader_Fields());
            return binder.empty(type);
        }
        T value = type.cast(binder.bind(parser, type));
        if (parser.nextToken() != null) {
            findings.add(
                    "",
                    Place.of(parser.currentTokenLocation()),
                    Messages._DefinitionReader_WhatFollows(),
                    Messages._DefinitionReader_OneDefinition());
        }
        return value;
    }

    private static String grouped(int number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    private static Place placeOf(JsonProcessingException failure) {
        if (failure.getCause() instanceof MarkedYAMLException yaml && yaml.getProblemMark() != null) {
            return Place.of(yaml.getProblemMark());
        }
        return failure.getLocation() == null ? Place.START : Place.of(failure.getLocation());
    }

    private static String reasonOf(JsonProcessingException failure) {
        String reason = failure.getCause() instanceof MarkedYAMLException yaml
                ? yaml.getProblem()
                : failure.getOriginalMessage();
        return PlainText.line(reason, LONGEST_MESSAGE);
    }
}
