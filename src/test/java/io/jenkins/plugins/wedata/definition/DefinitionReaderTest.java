package io.jenkins.plugins.wedata.definition;

import static io.jenkins.plugins.wedata.definition.TaskInfos.problemsIn;
import static io.jenkins.plugins.wedata.definition.TaskInfos.wrongIn;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jenkins.plugins.wedata.api.IntegrationNodeInfo;
import io.jenkins.plugins.wedata.api.IntegrationNodeSchema;
import io.jenkins.plugins.wedata.api.IntegrationTaskInfo;
import io.jenkins.plugins.wedata.api.RecordField;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Fields, values and rules of a definition that can be read. */
class DefinitionReaderTest {

    private final DefinitionReader<IntegrationTaskInfo> reader = TaskInfos.reader();

    @Test
    void jsonAndYamlGiveTheSame() {
        Definition<IntegrationTaskInfo> json = reader.read("""
                {"TaskName": "orders", "SyncType": 2, "TaskType": 202, "TaskMode": "1",
                 "Nodes": [{"Name": "in", "NodeType": "INPUT", "Config": [{"Name": "splitPk", "Value": "id"}],
                            "Schema": [{"Id": "1", "Name": "id", "Type": "bigint"}]}]}
                """, Syntax.JSON);
        Definition<IntegrationTaskInfo> yaml = reader.read("""
                # the nightly load
                TaskName: orders
                SyncType: 2
                TaskType: "202"
                TaskMode: 1
                Nodes:
                  - Name: in
                    NodeType: INPUT
                    Config:
                      - {Name: splitPk, Value: id}
                    Schema:
                      - Id: 1
                        Name: id
                        Type: bigint
                """, Syntax.YAML);
        assertThat(wrongIn(json)).isEmpty();
        assertThat(wrongIn(yaml)).isEmpty();
        assertThat(yaml.value()).isEqualTo(json.value());
        assertThat(yaml.value().taskType()).isEqualTo(202);
        IntegrationNodeInfo node = yaml.value().nodes().get(0);
        assertThat(node.config()).containsExactly(new RecordField("splitPk", "id"));
        assertThat(node.schema()).extracting(IntegrationNodeSchema::id).containsExactly("1");
    }

    @Test
    void aTextStaysAsItIsWrittenWhateverYamlMakesOfIt() {
        Definition<IntegrationTaskInfo> read = reader.read("""
                TaskName: 007
                Description: 1.10
                Incharge: 12:30:45
                TaskMode: ~
                OwnerUin: true
                ExecutorId: 2026-01-01
                OfflineTaskAddEntity:
                  DependencyWorkflow: yes
                  ExecutionEndTime: 23:59
                  ProductName: no
                  WorkflowName: ""
                  TaskAutoSubmit: false
                """, Syntax.YAML);
        IntegrationTaskInfo task = read.value();
        assertThat(List.of(task.taskName(), task.description(), task.incharge(), task.ownerUin(), task.executorId()))
                .containsExactly("007", "1.10", "12:30:45", "true", "2026-01-01");
        assertThat(task.taskMode()).isNull();
        assertThat(task.offlineTaskAddEntity().dependencyWorkflow()).isEqualTo("yes");
        assertThat(task.offlineTaskAddEntity().productName()).isEqualTo("no");
        assertThat(task.offlineTaskAddEntity().executionEndTime()).isEqualTo("23:59");
        assertThat(task.offlineTaskAddEntity().workflowName()).isEmpty();
        assertThat(task.offlineTaskAddEntity().taskAutoSubmit()).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void whatWeDataMakesIsLeftOutAndNamedWhereItSaysSomething(Syntax syntax) {
        Definition<IntegrationTaskInfo> read = reader.read("""
                {"TaskName": "orders", "Status": 6, "StopTime": null, "TaskId": "t", "LastOperateInfo": {"TaskEvent": "STOP"},
                 "DataProxyUrl": ["a"], "Nodes": [{"TaskId": "t", "Name": "in"}, {"TaskId": "t", "OwnerUin": "1"}]}
                """, syntax);
        assertThat(wrongIn(read)).isEmpty();
        assertThat(read.leftOut())
                .containsExactly(
                        "Status", "TaskId", "LastOperateInfo", "DataProxyUrl", "Nodes.TaskId", "Nodes.OwnerUin");
        assertThat(read.value().status()).isNull();
        assertThat(read.value().taskId()).isNull();
        assertThat(read.value().nodes()).extracting(IntegrationNodeInfo::taskId).containsOnlyNulls();
    }

    @ParameterizedTest(name = "{0} is taken for {1}")
    @CsvSource({"taskName, TaskName", "TaskNam, TaskName", "Node, Nodes", "SynkTyp, SyncType", "Maping, Mappings"})
    void anUnknownFieldIsAnErrorThatNamesTheNearest(String written, String meant) {
        assertThat(problemsIn(reader.read("TaskName: n\n" + written + ": 1\n", Syntax.YAML)))
                .containsExactly("taskInfo, line 2, column 1, " + written + ": '" + written + "' is not valid; give "
                        + meant + ", which is the nearest that WeData knows there");
    }

    @Test
    void anUnknownFieldThatIsNearNoneNamesSome() {
        assertThat(problemsIn(
                        reader.read("{\"TaskName\": \"n\", \"Nodes\": [{\"Xylophone\": {\"a\": []}}]}", Syntax.JSON)))
                .containsExactly(
                        "taskInfo, line 1, column 30, Nodes[0].Xylophone: 'Xylophone' is not valid; give a field"
                                + " that WeData knows there, such as Id, TaskId, Name, NodeType, DataSourceType");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"TaskInfo\": {\"TaskName\": \"n\"}}", "{\"Response\": {\"TaskInfo\": {}}}"})
    void whatStandsAroundADefinitionIsToldToBeLeftAway(String text) {
        assertThat(problemsIn(reader.read(text, Syntax.JSON)))
                .anyMatch(problem -> problem.contains("the fields that stand inside TaskInfo by themselves"));
    }

    @Test
    void everythingThatIsWrongIsFoundAtOnce() {
        Definition<IntegrationTaskInfo> read = reader.read("""
                TaskName: [a, b]
                SyncType: two
                TaskType: 202.5
                Submitt: true
                ReaderDelay: 1
                RunPriority: 6
                Nodes:
                  Name: in
                Mappings:
                  - SourceSchema: 5
                  - text
                OfflineTaskAddEntity: [1]
                TaskImportInfo:
                  IsImport: maybe
                  TaskNameExistMode: 1_000
                TaskName: n
                """, Syntax.YAML);
        assertThat(wrongIn(read))
                .containsExactly(
                        "taskInfo, line 1, column 11, TaskName",
                        "taskInfo, line 2, column 11, SyncType",
                        "taskInfo, line 3, column 11, TaskType",
                        "taskInfo, line 4, column 1, Submitt",
                        "taskInfo, line 6, column 1, RunPriority",
                        "taskInfo, line 8, column 3, Nodes",
                        "taskInfo, line 10, column 19, Mappings[0].SourceSchema",
                        "taskInfo, line 11, column 5, Mappings[1]",
                        "taskInfo, line 12, column 23, OfflineTaskAddEntity",
                        "taskInfo, line 14, column 13, TaskImportInfo.IsImport",
                        "taskInfo, line 15, column 22, TaskImportInfo.TaskNameExistMode",
                        "taskInfo, line 16, column 1, TaskName");
        assertThat(problemsIn(read))
                .contains("taskInfo, line 3, column 11, TaskType: '202.5' is not valid; give a whole number")
                .contains("taskInfo, line 16, column 1, TaskName: 'TaskName' is not valid; give each field once: it"
                        + " stands in line 1 too");
    }

    @Test
    void aRuleThatIsBrokenHasTheLineAndTheColumnOfWhatBreaksIt() {
        Definition<IntegrationTaskInfo> read = reader.read("""
                SyncType: 3
                Nodes:
                  - NodeType: IN
                    Schema:
                      - Id: 1
                        Name: id
                """, Syntax.YAML);
        assertThat(wrongIn(read))
                .containsExactly(
                        "taskInfo, line 1, column 1, TaskName",
                        "taskInfo, line 1, column 11, SyncType",
                        "taskInfo, line 3, column 15, Nodes[0].NodeType",
                        "taskInfo, line 5, column 9, Nodes[0].Schema[0].Type");
    }

    @Test
    void nothingIsSaidTwice() {
        assertThat(wrongIn(reader.read("TaskName: {a: b}\nNodes: 3\n", Syntax.YAML)))
                .containsExactly("taskInfo, line 1, column 11, TaskName", "taskInfo, line 2, column 8, Nodes");
        assertThat(wrongIn(reader.read("{", Syntax.JSON))).hasSize(1);
    }

    @Test
    void anUnknownNameIsShownInOneShortLine() {
        String name = "x\\nFinished: SUCCESS\\u001b[31m" + "y".repeat(40_000);
        assertThat(problemsIn(reader.read("{\"TaskName\": \"n\", \"" + name + "\": 1}", Syntax.JSON)))
                .singleElement()
                .satisfies(problem -> assertThat(problem)
                        .startsWith("taskInfo, line 1, column 19, x Finished: SUCCESS [31myyy")
                        .hasSizeLessThan(700));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e999999999", "1e400", "NaN", ".inf", "0x10"})
    void whatIsNoNumberOfWeDatasIsRefused(String number) {
        DefinitionReader<IntegrationTaskInfo> everything =
                new DefinitionReader<>(IntegrationTaskInfo.class, Set.of(), Set.of());
        assertThat(everything.read("SyncType: " + number + "\nReaderDelay: " + number, Syntax.YAML))
                .satisfies(read -> assertThat(problemsIn(read)).hasSize(2))
                .satisfies(read -> assertThat(read.value().readerDelay()).isNull());
    }

    @Test
    void valuesAreShownInOneLineWithoutControlCharacters() {
        assertThat(problemsIn(
                        reader.read("{\"TaskName\": \"n\", \"SyncType\": \"1\\nFinished: SUCCESS\"}", Syntax.JSON)))
                .containsExactly(
                        "taskInfo, line 1, column 31, SyncType: '1 Finished: SUCCESS' is not valid; give a whole"
                                + " number");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("publishedDefinitions")
    void aPublishedDefinitionIsReadWhole(String name, JsonNode definition) throws IOException {
        DefinitionReader<IntegrationTaskInfo> everything =
                new DefinitionReader<>(IntegrationTaskInfo.class, Set.of(), Set.of());
        Definition<IntegrationTaskInfo> json =
                everything.read(definition.toPrettyString(), Syntax.ofText(definition.toPrettyString()));
        Definition<IntegrationTaskInfo> yaml = everything.read(
                new com.fasterxml.jackson.dataformat.yaml.YAMLMapper().writeValueAsString(definition), Syntax.YAML);
        assertThat(wrongIn(json, definition.path("ProjectId").asText())).isEmpty();
        assertThat(yaml.value()).isEqualTo(json.value());
        assertThat(json.value().nodes().get(0).config())
                .hasSize(definition.at("/Nodes/0/Config").size());
    }

    static Stream<Object[]> publishedDefinitions() throws IOException {
        try (InputStream in =
                DefinitionReaderTest.class.getResourceAsStream("/io/jenkins/plugins/wedata/samples/samples.json")) {
            JsonNode samples = new ObjectMapper().readTree(in).get("samples");
            return StreamSupport.stream(samples.spliterator(), false)
                    .flatMap(sample -> Stream.of(
                                    sample.at("/request/TaskInfo"),
                                    sample.at("/response/Response/TaskInfo"),
                                    sample.at("/response/Response/TaskInfoSet/0"))
                            .filter(JsonNode::isObject)
                            .map(definition ->
                                    new Object[] {sample.get("action").asText(), definition}))
                    .toList()
                    .stream();
        }
    }
}
