package io.jenkins.plugins.wedata.operation;

import static io.jenkins.plugins.wedata.operation.Bench.PROJECT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.jenkins.plugins.wedata.api.CreateIntegrationTask;
import io.jenkins.plugins.wedata.api.IntegrationTaskInfo;
import io.jenkins.plugins.wedata.client.CallRefusedException;
import io.jenkins.plugins.wedata.definition.DefinitionReader;
import io.jenkins.plugins.wedata.definition.Syntax;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class UpdateIntegrationTaskTest {

    private static final String MODIFY = "ModifyIntegrationTask";
    private static final String SYNC = """
            TaskName: sync
            SyncType: 2
            TaskType: 201
            Description: nightly
            ExecutorId: '20220331190555092303'
            Config:
              - {Name: a, Value: '1'}
              - {Name: b, Value: '2'}
            Nodes:
              - Id: '1'
                Name: source
                NodeType: INPUT
                DataSourceType: MYSQL
                Config: [{Name: Type, Value: MYSQL}]
              - Id: '2'
                Name: sink
                NodeType: OUTPUT
                DataSourceType: KAFKA
            """;

    private final Bench bench = new Bench();
    private String there;

    @BeforeEach
    void create() {
        there = (String) bench.run(update(SYNC)).values().get("taskId");
        bench.log.clear();
        bench.kept.clear();
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void nothingIsSentWhenNothingDiffers() {
        assertThat(bench.run(update(SYNC)).values())
                .containsEntry("taskId", there)
                .containsEntry("updated", false);
        assertThat(bench.run(update("TaskName: sync\nSyncType: 0\nTaskType: 201"))
                        .values())
                .as("what is left out stays as it is")
                .containsEntry("updated", false);
        assertThat(bench.weData.ledger().deliveries(MODIFY)).isZero();
    }

    @Test
    void theWholeDefinitionIsSentWithWhatDiffersInIt() {
        assertThat(bench.run(update("""
                        TaskName: sync
                        TaskType: 201
                        Config: [{Name: b, Value: '3'}]
                        Nodes:
                          - Id: '1'
                            Config: [{Name: Type, Value: POSTGRE}]
                          - Id: '2'
                        """)).values())
                .containsEntry("updated", true)
                .containsEntry("created", false);
        JsonNode sent = bench.weData.ledger().requests(MODIFY).get(0).body();
        JsonNode info = sent.get("TaskInfo");
        assertThat(info.get("TaskId").asText()).isEqualTo(there);
        assertThat(info.get("Description").asText()).isEqualTo("nightly");
        assertThat(info.get("Config").toString())
                .contains("{\"Name\":\"a\",\"Value\":\"1\"}", "{\"Name\":\"b\",\"Value\":\"3\"}");
        assertThat(info.at("/Nodes/0/DataSourceType").asText()).isEqualTo("MYSQL");
        assertThat(info.at("/Nodes/0/Config/0/Value").asText()).isEqualTo("POSTGRE");
        assertThat(info.get("Nodes")).hasSize(2);
        assertThat(bench.log)
                .anyMatch(line -> line.contains("it differs in 2 fields: TaskInfo.Nodes, TaskInfo.Config"));
    }

    @Test
    void aNodeThatIsNotWantedAnyMoreGoes() {
        String oneNode = SYNC.substring(0, SYNC.indexOf("  - Id: '2'"));
        bench.run(update(oneNode));
        JsonNode sent = bench.weData.ledger().requests(MODIFY).get(0).body();
        assertThat(sent.at("/TaskInfo/Nodes")).hasSize(1);
        assertThat(bench.run(update(oneNode)).values()).containsEntry("updated", false);
    }

    @Test
    void aLostReplyIsReadBackAlsoAfterARestartWithoutTheDefinition() {
        bench.fault("lost-reply:" + MODIFY + ":1");
        assertThat(bench.run(update(SYNC.replace("nightly", "hourly"))).values())
                .containsEntry("updated", true);
        Progress intent = bench.kept.get(0);
        CreateIntegrationTaskOperation withoutItsFile =
                new CreateIntegrationTaskOperation(new NewIntegrationTask(PROJECT, "file", null), IfExists.UPDATE);
        assertThat(bench.end(withoutItsFile.resume(bench.newSession(), intent, bench::keep))
                        .values())
                .containsEntry("taskId", there)
                .containsEntry("updated", true);
        assertThat(withoutItsFile.leftBehind(intent).orElseThrow()).contains("integration task 'sync'");
        assertThat(bench.weData.ledger().deliveries(MODIFY)).isEqualTo(1);
    }

    @Test
    void aTaskThatSomebodyHasLockedIsRefused() {
        bench.weData.world().lock(there, "100028625403");
        assertThatThrownBy(() -> bench.run(update(SYNC.replace("nightly", "hourly"))))
                .isInstanceOf(CallRefusedException.class)
                .hasMessageContaining("UnsupportedOperation");
    }

    @Test
    void aKindThatIsNotSaidIsFoundOut() {
        bench.run(update("TaskName: offline\nTaskType: 202\nDescription: nightly"));
        assertThat(bench.run(update("TaskName: offline\nDescription: hourly")).values())
                .containsEntry("updated", true);
    }

    private static CreateIntegrationTaskOperation update(String yaml) {
        return new CreateIntegrationTaskOperation(
                new NewIntegrationTask(
                        PROJECT,
                        "taskInfo",
                        new DefinitionReader<>(
                                        IntegrationTaskInfo.class,
                                        CreateIntegrationTask.MADE_BY_WEDATA,
                                        Set.of("TaskInfo"))
                                .read(yaml, Syntax.YAML)),
                IfExists.UPDATE);
    }
}
