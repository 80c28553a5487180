package io.jenkins.plugins.wedata.definition;

import static io.jenkins.plugins.wedata.definition.TaskInfos.problemsIn;
import static io.jenkins.plugins.wedata.definition.TaskInfos.wrongIn;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.wedata.api.IntegrationTaskInfo;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a text must be to be read at all: one document of JSON or YAML, of a bounded size, without marks. */
class DefinitionSyntaxTest {

    private final DefinitionReader<IntegrationTaskInfo> reader = TaskInfos.reader();

    @ParameterizedTest
    @CsvSource({"JSON, '{\"TaskName\": \"a\",\n \"TaskName\": \"b\"}', 2", "YAML, 'TaskName: a\nTaskName: b', 1"})
    void aFieldThatStandsTwiceIsAnError(Syntax syntax, String text, int column) {
        assertThat(problemsIn(reader.read(text, syntax)))
                .containsExactly("taskInfo, line 2, column " + column + ", TaskName: 'TaskName' is not valid; give each"
                        + " field once: it stands in line 1 too");
    }

    @ParameterizedTest(name = "{0} at {2}:{3}")
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "JSON, `{\"TaskName\": \"a\",\n  oops}`, 2, 3",
                "JSON, `{\"TaskName\": \"a\"`, 1, 17",
                "JSON, `{\"TaskName\": 'a'}`, 1, 14",
                "YAML, `TaskName: a: b`, 1, 12",
                "YAML, `Nodes:\n\t- Name: a`, 2, 1",
                "YAML, `Nodes: [a`, 1, 10",
                "YAML, `TaskName: \"a`, 1, 13",
                "YAML, `? {a: b}\n: c`, 1, 3",
            })
    void badSyntaxHasALineAndAColumn(Syntax syntax, String text, int line, int column) {
        List<String> problems = problemsIn(reader.read(text, syntax));
        assertThat(problems.get(problems.size() - 1))
                .matches("taskInfo, line " + line + ", column \\d+: 'the text from here on' is not valid; give "
                        + syntax + " that can be read: .+")
                .doesNotContain("\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "TaskName: &name orders\nDescription: *name",
                "TaskName: n\nNodes: &nodes []",
                "TaskName: n\nNodes: &nodes\n  - &first {Name: a}\nMappings: *nodes",
                "TaskName: !!str n",
                "TaskName: n\nNodes: !!java.util.ArrayList []",
                "TaskName: !secret n"
            })
    void anchorsAliasesAndTagsAreRefused(String text) {
        assertThat(problemsIn(reader.read(text, Syntax.YAML)))
                .isNotEmpty()
                .allMatch(problem -> problem.endsWith("give the value itself: such marks are not read"));
    }

    @Test
    void aBillionLaughsAreNotHeard() {
        StringBuilder text = new StringBuilder("a0: &a0 [x]\n");
        for (int i = 1; i < 40; i++) {
            text.append("a%d: &a%d [*a%d, *a%d, *a%d]\n".formatted(i, i, i - 1, i - 1, i - 1));
        }
        assertThat(wrongIn(reader.read(text + "Nodes: *a39\nTaskName: n\n", Syntax.YAML)))
                .hasSize(41)
                .last()
                .isEqualTo("taskInfo, line 41, column 8, Nodes");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "YAML, `TaskName: a\n---\nTaskName: b`, 3",
                "YAML, `---\nTaskName: a\n...\n---\n`, 5",
                "JSON, `{\"TaskName\": \"a\"}\n{}`, 2"
            })
    void severalDocumentsAreRefused(Syntax syntax, String text, int line) {
        List<String> problems = problemsIn(reader.read(text, syntax));
        assertThat(problems).hasSize(1);
        assertThat(problems.get(0))
                .startsWith("taskInfo, line " + line + ", column ")
                .endsWith("give one definition and nothing after it");
    }

    @ParameterizedTest
    @CsvSource({
        "JSON, '[1]'",
        "JSON, '\"a\"'",
        "YAML, '- a'",
        "YAML, orders",
        "YAML, 12",
        "YAML, '# nothing'",
        "JSON, ' '"
    })
    void whatIsNoDefinitionIsRefused(Syntax syntax, String text) {
        assertThat(problemsIn(reader.read(text, syntax)))
                .hasSize(1)
                .allMatch(problem -> problem.endsWith("give the fields of a definition"));
    }

    @ParameterizedTest
    @EnumSource
    void aTextMayBeAsLargeAsAFileAndNoLarger(Syntax syntax) {
        String name = "n".repeat(500);
        StringBuilder columns = new StringBuilder("{\"TaskName\": \"n\", \"Nodes\": [{\"Schema\": [\n");
        while (columns.length() < DefinitionReader.LARGEST - 700) {
            columns.append("{\"Id\": \"")
                    .append(columns.length())
                    .append("\", \"Name\": \"" + name + "\", \"Type\": \"int\"},\n");
        }
        String text = columns + "{\"Id\": \"1\", \"Name\": \"n\", \"Type\": \"int\"}]}]}";
        String largest = text + " ".repeat(DefinitionReader.LARGEST - text.length());
        assertThat(wrongIn(reader.read(largest, syntax))).isEmpty();
        assertThat(problemsIn(reader.read(largest + " ", syntax)))
                .containsExactly("taskInfo, line 1, column 1: '7,000,001 bytes' is not valid; give at most 7,000,000"
                        + " bytes in UTF-8, which is what WeData takes");
    }

    @Test
    void aLineThatTheParserOfYamlWouldTakeLongForIsRefused() {
        String line = "TaskName: " + "d".repeat(1_000_000);
        assertThat(problemsIn(reader.read("SyncType: 1\n" + line, Syntax.YAML)))
                .containsExactly("taskInfo, line 2, column 1: 'a very long line' is not valid; give lines of at most"
                        + " 1,000,000 characters, or JSON");
    }

    @ParameterizedTest
    @EnumSource
    void aTextThatIsNestedWithoutEndIsRefusedOrSkipped(Syntax syntax) {
        String deep = "{\"TaskName\": \"n\", \"Xylophone\": " + "[".repeat(100_000) + "]".repeat(100_000) + "}";
        assertThat(wrongIn(reader.read(deep, syntax))).hasSizeBetween(1, 2);
    }

    @Test
    void aTextFullOfFlawsNamesTheFirstThousandAndWhatIsWrongBesides() {
        String flaws = "TaskName: n\nNodes:\n" + "- 1\n".repeat(10_000);
        assertThat(wrongIn(reader.read(flaws, Syntax.YAML))).hasSize(1_000);
        assertThat(wrongIn(reader.read(flaws, Syntax.YAML), " ")).hasSize(1_001).endsWith("projectId");
        String broken = "TaskName: n\nNodes:\n" + "- NodeType: IN\n".repeat(10_000);
        assertThat(wrongIn(reader.read(broken, Syntax.YAML), " "))
                .hasSize(1_001)
                .startsWith("projectId");
    }

    @Test
    void aMarkOfTheByteOrderIsNoPartOfTheText() {
        assertThat(wrongIn(reader.read("\uFEFFTaskName: n", Syntax.YAML))).isEmpty();
        assertThat(wrongIn(reader.read("\uFEFF{\"TaskName\": \"n\"}", Syntax.ofText("\uFEFF{\"TaskName\": \"n\"}"))))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "a/orders.json, JSON",
        "ORDERS.JSON, JSON",
        "orders.yaml, YAML",
        "orders.yml, YAML",
        "orders.txt, ",
        "json, "
    })
    void aFilesNameTellsItsSyntax(String path, Syntax syntax) {
        assertThat(Syntax.ofFile(path).orElse(null)).isEqualTo(syntax);
    }
}
