package io.jenkins.plugins.wedata.definition;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.wedata.Speaks;
import io.jenkins.plugins.wedata.api.CreateIntegrationTask;
import io.jenkins.plugins.wedata.api.IntegrationTaskInfo;
import io.jenkins.plugins.wedata.api.Problem;
import io.jenkins.plugins.wedata.api.Problems;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said of a definition to someone who reads Chinese. */
@Speaks("zh-CN")
class DefinitionInChineseTest {

    private final DefinitionReader<IntegrationTaskInfo> reader = TaskInfos.reader();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    [1]                    | taskInfo，第 1 行第 1 列：“列表”无效；请填写定义的各个字段
                    {"TaskName": []}       | taskInfo，第 1 行第 14 列，TaskName：“列表”无效；请填写文本
                    {"TaskName": {}}       | taskInfo，第 1 行第 14 列，TaskName：“对象”无效；请填写文本
                    {"TaskType": "often"}  | taskInfo，第 1 行第 14 列，TaskType：“often”无效；请填写整数
                    {"Nodes": 1}           | taskInfo，第 1 行第 11 列，Nodes：“1”无效；请填写列表
                    {"Nodes": [1]}         | taskInfo，第 1 行第 12 列，Nodes[0]：“1”无效；请填写包含 IntegrationNodeInfo 各字段的对象
                    {"TaskNam": "a"}       | taskInfo，第 1 行第 2 列，TaskNam：“TaskNam”无效；请填写此处支持的字段中名称最接近的 TaskName
                    {"TaskInfo": {}}       | taskInfo，第 1 行第 2 列，TaskInfo：“TaskInfo”无效；请填写仅 TaskInfo 内部的字段，不含其外层
                    {} 1                   | taskInfo，第 1 行第 4 列：“定义之后的内容”无效；请填写单独一个定义，其后不能有其他内容
                    """)
    void whatCanNotBeReadIsTold(String text, String told) {
        assertThat(flaws(text, Syntax.JSON)).containsExactly(told);
    }

    @Test
    void aFieldThatStandsTwiceIsTold() {
        assertThat(flaws("{\"TaskName\": \"a\",\n\"TaskName\": \"b\"}", Syntax.JSON))
                .containsExactly("taskInfo，第 2 行第 1 列，TaskName：“TaskName”无效；请填写不重复的字段：第 1 行已有该字段");
    }

    @Test
    void theMarksOfYamlAreTold() {
        assertThat(flaws("TaskName: !!str orders\nDescription: *a\n", Syntax.YAML))
                .anyMatch(told -> told.endsWith("“锚点或标签”无效；请填写值本身：不支持此类标记"))
                .anyMatch(told -> told.endsWith("“别名”无效；请填写值本身：不支持此类标记"));
    }

    @Test
    void aTextThatIsNoneIsToldWithTheReasonOfTheParser() {
        assertThat(flaws("{\"TaskName\": ", Syntax.JSON))
                .singleElement()
                .asString()
                .contains("“从此处开始的文本”无效；请填写可以解析的 JSON：Unexpected end-of-input");
    }

    @Test
    void aTextThatIsTooLongIsToldWithItsLength() {
        assertThat(flaws(" ".repeat(DefinitionReader.LARGEST + 1), Syntax.JSON))
                .containsExactly(String.format(
                        Locale.ROOT,
                        "taskInfo，第 1 行第 1 列：“%,d 字节”无效；请填写不超过 %,d 字节的 UTF-8 文本（WeData 的上限）",
                        DefinitionReader.LARGEST + 1,
                        DefinitionReader.LARGEST));
        assertThat(flaws("TaskName: " + "x".repeat(1_000_000), Syntax.YAML))
                .containsExactly("taskInfo，第 1 行第 1 列：“过长的行”无效；请填写每行不超过 1,000,000 个字符的文本，或改用 JSON");
    }

    @Test
    void aBrokenRuleIsToldWithItsPlace() {
        Definition<IntegrationTaskInfo> read = reader.read("{\n\"TaskMode\": \"7\"}", Syntax.JSON);
        Problems problems = new Problems();
        read.check("taskInfo", "TaskInfo", new CreateIntegrationTask(read.value(), "p")::check, problems);
        assertThat(problems.all())
                .extracting(Problem::toString)
                .contains(
                        "taskInfo，第 2 行第 13 列，TaskMode：“7”无效；请填写任务模式：0（画布）、1（表单）或 3（脚本）",
                        "taskInfo，第 1 行第 1 列，TaskName：未填写；请填写任务名称");
    }

    private List<String> flaws(String text, Syntax syntax) {
        Problems problems = new Problems();
        reader.read(text, syntax).check("taskInfo", "TaskInfo", rules -> {}, problems);
        return problems.all().stream().map(Problem::toString).toList();
    }
}
