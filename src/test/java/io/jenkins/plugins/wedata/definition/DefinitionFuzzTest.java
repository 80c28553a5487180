package io.jenkins.plugins.wedata.definition;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.wedata.api.CreateIntegrationTask;
import io.jenkins.plugins.wedata.api.IntegrationTaskInfo;
import io.jenkins.plugins.wedata.api.Problem;
import io.jenkins.plugins.wedata.api.Problems;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Texts that nobody thought of: whatever stands in a definition, the reader ends with problems, not with a surprise. */
class DefinitionFuzzTest {

    private static final String JSON = """
            {"TaskName": "orders", "SyncType": 2, "TaskType": "201", "ReaderDelay": 1.5, "Locked": true,
             "Nodes": [{"Name": "in", "Config": [{"Name": "a", "Value": "b"}], "Schema": []}],
             "OfflineTaskAddEntity": {"CycleType": 3}, "DataProxyUrl": ["u", null]}
            """;

    private static final String YAML = """
            TaskName: orders
            SyncType: 2
            Description: >-
              folded
              text
            Nodes:
              - Name: "in\\u0041"
                Config: [{Name: a, Value: 'it''s'}]
                Description: |
                  literal
            OfflineTaskAddEntity: {CycleType: 3, TaskAction: ''}
            """;

    private static final List<String> SNIPPETS = List.of(
            "\t",
            "\r\n",
            "\r",
            "\0",
            "\u0001",
            "\u0085",
            "\u2028",
            "\uFEFF",
            "\uD800",
            "\uDFFF",
            "\uFFFF",
            "\"",
            "'",
            "{",
            "}",
            "[",
            "]",
            ":",
            ": ",
            "- ",
            "? ",
            "|",
            ">",
            "&a ",
            "*a",
            "!!int ",
            "!<",
            "%YAML 9.9\n",
            "%TAG ! x\n",
            "---\n",
            "...\n",
            "#",
            "\\",
            "\\u",
            "\\uD800",
            "\\x",
            "\\UFFFFFFFF",
            "\\U00110000",
            "null",
            "~",
            "<<: ",
            "=",
            "1e999",
            "-.inf",
            "0x",
            "1_0",
            "1:2",
            "2026-01-01",
            ",",
            "\n",
            " ",
            "`",
            "@",
            "%",
            "|9",
            "|-9",
            ">+0",
            "🙂");

    private final DefinitionReader<IntegrationTaskInfo> reader =
            new DefinitionReader<>(IntegrationTaskInfo.class, CreateIntegrationTask.MADE_BY_WEDATA, Set.of("TaskInfo"));

    @ParameterizedTest
    @EnumSource
    void noTextMakesTheReaderFail(Syntax syntax) {
        Random chance = new Random(20260320);
        for (int i = 0; i < 4_000; i++) {
            String text = changed(syntax == Syntax.JSON ? JSON : YAML, chance);
            Problems problems = new Problems();
            Definition<IntegrationTaskInfo> read = reader.read(text, syntax);
            read.check(
                    "taskInfo",
                    "TaskInfo",
                    found -> new CreateIntegrationTask(read.value(), "p").check(found),
                    problems);
            assertThat(problems.all())
                    .as(text)
                    .allSatisfy(problem -> assertThat(problem.toString()).doesNotContain("\n", "\r", "\0"))
                    .extracting(Problem::field)
                    .allMatch(field -> field.matches("taskInfo, line [1-9]\\d*, column [1-9]\\d*.*"));
        }
    }

    private static String changed(String text, Random chance) {
        StringBuilder changed = new StringBuilder(text);
        for (int times = 1 + chance.nextInt(4); times > 0; times--) {
            int from = chance.nextInt(changed.length());
            int to = Math.min(changed.length(), from + chance.nextInt(4));
            changed.replace(from, to, SNIPPETS.get(chance.nextInt(SNIPPETS.size())));
        }
        return changed.toString();
    }
}
