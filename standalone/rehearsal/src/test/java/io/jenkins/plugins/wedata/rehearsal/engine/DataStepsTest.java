package io.jenkins.plugins.wedata.rehearsal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.Result;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Data from files and texts. */
class DataStepsTest {

    @TempDir
    Path directory;

    private PlayedPipeline played;

    @BeforeEach
    void prepare() {
        played = new PlayedPipeline(directory);
    }

    @AfterEach
    void forget() throws IOException {
        played.close();
    }

    private String last() {
        return played.said().get(played.said().size() - 1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"a":[1,2.5,true,null,"x"],"b":{"c":12345678901}} | [a:[1, 2.5, true, null, x], b:[c:12345678901]]
            [1, {"a": "b"}]                                   | [1, [a:b]]
            {a: "b", /* c */ "d": "e"}                        | [a:b, d:e]
            null                                              | null
            """)
    void jsonBecomesMapsAndLists(String json, String groovy) {
        assertThat(played.play("echo \"${readJSON(text: '''" + json + "''')}\""))
                .isEqualTo(Result.SUCCESS);
        assertThat(last()).isEqualTo(groovy);
    }

    @Test
    void jsonKeepsItsOrderAndIsReadFromAFileOfTheBuild() {
        played.play(
                "node { writeFile(file: 'j.json', text: '{\"z\": 1, \"a\": \"质\"}')\n"
                        + "def j = readJSON file: 'j.json', returnPojo: true\necho \"${j.keySet()} ${j.a} ${j.getClass().simpleName}\" }");
        assertThat(last()).isEqualTo("[z, a] 质 LinkedHashMap");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            'a: 1'                       | [a:1]
            '- x\\n- [y, z]'             | [x, [y, z]]
            'a: 1\\n---\\nb: 2'          | [[a:1], [b:2]]
            'x: &k {n: 1}\\ny: *k'       | [x:[n:1], y:[n:1]]
            '# nothing'                  | []
            'yes'                        | true
            """)
    void yamlIsOneDocumentOrAListOfThem(String yaml, String groovy) {
        assertThat(played.play("echo \"${readYaml(text: " + yaml + ")}\"")).isEqualTo(Result.SUCCESS);
        assertThat(last()).isEqualTo(groovy);
    }

    @Test
    void yamlOfAFileIsReadByItsByteOrderMarkAndATextFollowsIt() throws Exception {
        Files.write(directory.resolve("y.yaml"), "\uFEFFa: 质量".getBytes(StandardCharsets.UTF_16LE));
        played.play("node { echo \"${readYaml(file: 'y.yaml', text: 'b: 2')}\" }");
        assertThat(last()).isEqualTo("[a:质量, b:2]");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            readJSON()                                | At least one of file or text needs to be provided to readJSON.
            readJSON(text: ' ', file: '')             | At least one of file or text needs to be provided to readJSON.
            readYaml()                                | At least one of file or text needs to be provided to readYaml.
            readJSON(file: 'a', text: '{}')           | At most one of file or text must be provided to readJSON.
            readJSON(file: 'none')                    | none does not exist.
            readYaml(file: 'none')                    | none does not exist.
            readJSON(file: '.')                       | is a directory.
            readJSON(file: '../x')                    | ../x is outside the workspace
            readJSON(text: '{"a": }')                 | Invalid JSON String: Unexpected character
            readJSON(text: '{"a": 1} x')              | Invalid JSON String:
            readJSON(text: '"x"')                     | Invalid JSON String: an object or an array is expected
            readYaml(text: 'a: [')                    | while parsing a flow node
            readYaml(text: '!!java.net.URL [x]')      | Global tag is not allowed
            readYaml(text: 'a', codePointLimit: 2147483647) | the most that is allowed
            readYaml(text: 'aaaa', codePointLimit: 3) | exceeds the limit
            readJSON('{}')                            | Expected named arguments
            """)
    void aWrongCallFailsAndSaysWhy(String call, String message) {
        assertThat(played.play("node { " + call + " }")).isEqualTo(Result.FAILURE);
        assertThat(played.said()).anyMatch(line -> line.contains(message));
    }

    @Test
    void jsonNestedWithoutEndIsRefusedInWords() {
        assertThat(played.play("readJSON(text: '[' * 5000)")).isEqualTo(Result.FAILURE);
        assertThat(played.said()).anyMatch(line -> line.contains("Invalid JSON String: Document nesting depth"));
    }

    @Test
    void aMistakeInJsonIsNamedByLineAndColumn() {
        played.play("readJSON(text: '{\\n  \"a\": ?\\n}')");
        assertThat(played.said()).anyMatch(line -> line.contains("at line 2, column "));
    }
}
