package io.jenkins.plugins.wedata.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.jenkins.plugins.wedata.api.CommitIntegrationTask;
import io.jenkins.plugins.wedata.api.CreateTask;
import io.jenkins.plugins.wedata.api.CreateTaskNew;
import io.jenkins.plugins.wedata.api.IntegrationTaskInfo;
import io.jenkins.plugins.wedata.api.ListBatchDetail;
import io.jenkins.plugins.wedata.api.TaskExtInfo;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {

    private final Json json = new Json();

    private ListBatchDetail.Result batch(String jobId) throws IOException {
        byte[] body = ("{\"JobId\":" + jobId + "}").getBytes(StandardCharsets.UTF_8);
        return json.bind(body, 0, ListBatchDetail.Result.class);
    }

    @Test
    void absentMembersAreLeftOutAndIntegersAreNumbers() {
        CreateTask task = new CreateTask("1", "w", "\u4efb\u52a1 <&>", 35L, List.of(new TaskExtInfo("k", null)));

        assertThat(new String(json.write(task), StandardCharsets.UTF_8))
                .isEqualTo(
                        "{\"ProjectId\":\"1\",\"WorkflowId\":\"w\",\"TaskName\":\"\u4efb\u52a1 <&>\",\"TaskType\":35,"
                                + "\"TaskExt\":[{\"Key\":\"k\"}]}");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "12, 12",
                "\"12\", 12",
                "\" 12 \", 12",
                "12.0, 12",
                "\"12.0\", 12",
                "1.2e1, 12",
                "-7, -7",
                "9223372036854775807, 9223372036854775807",
                "\"9223372036854775807\", 9223372036854775807"
            })
    void whatIsAWholeNumberIsReadAsOne(String wire, long value) throws IOException {
        assertThat(batch(wire).jobId()).isEqualTo(value);
    }

    @Test
    void nullIsAbsent() throws IOException {
        assertThat(batch("null").jobId()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "12.5",
                "\"12.5\"",
                "true",
                "\"\"",
                "\"x\"",
                "9223372036854775808",
                "\"9223372036854775808\"",
                "1e400",
                "\"1e999999999\"",
                "[12]",
                "{}"
            })
    void whatIsNoWholeNumberIsNotReadAsOne(String wire) {
        assertThatThrownBy(() -> batch(wire)).isInstanceOf(JsonProcessingException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "1", "\"yes\"", "{}", "[]"})
    void whatIsNeitherTrueNorFalseIsNotReadAsEither(String wire) throws IOException {
        byte[] body = ("{\"Data\":" + wire + "}").getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(() -> json.bind(body, 0, CommitIntegrationTask.Result.class))
                .isInstanceOf(JsonProcessingException.class);
    }

    @Test
    void anEntryOfAListThatIsNullIsLeftOut() throws IOException {
        byte[] body = "{\"Nodes\":[null,{\"Id\":\"1\",\"Schema\":[null]},null]}".getBytes(StandardCharsets.UTF_8);

        assertThat(json.bind(body, 0, IntegrationTaskInfo.class).nodes())
                .singleElement()
                .satisfies(node -> assertThat(node.schema()).isEmpty());
    }

    @Test
    void aTextOfNearlyEightMegabytesIsRead() throws IOException {
        String code = "A".repeat(WireReply.LARGEST_BODY - 100);
        byte[] body = ("{\"Data\":\"" + code + "\"}").getBytes(StandardCharsets.UTF_8);

        assertThat(json.bind(body, 0, CreateTaskNew.Result.class).data()).hasSize(code.length());
    }
}
