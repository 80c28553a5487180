package io.jenkins.plugins.wedata.operation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.wedata.api.CommitIntegrationTask;
import io.jenkins.plugins.wedata.api.DescribeIntegrationTask;
import io.jenkins.plugins.wedata.api.IntegrationTaskStatus;
import java.io.IOException;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommitChangeTest {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.UPPER_CAMEL_CASE)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                // number before, date before, number now, date now, note now, note sent, number sent, meaning
                "0,-,0,-,-,-,-,NONE",
                "3,d1,3,d1,old,new,-,NONE",
                "3,d1,4,d2,new,new,-,OURS",
                "3,d1,4,d2,'',-,-,OURS",
                "3,d1,4,-,-,new,-,OURS",
                "3,d1,4,d2,other,new,-,NOT_SURE",
                "3,d1,4,d2,other,-,-,NOT_SURE",
                "3,d1,5,d2,new,new,-,NOT_SURE",
                "3,d1,2,d2,new,new,-,NOT_SURE",
                "3,d1,3,d2,new,new,-,NOT_SURE",
                "3,d1,3,d2,new,new,3,OURS",
                "3,d1,9,d2,new,new,9,OURS",
                "3,d1,4,d2,new,new,9,NOT_SURE",
                "3,d1,3,d1,old,new,3,NONE",
                "-,d1,-,d1,-,new,-,NONE",
                "-,d1,-,d2,new,new,-,OURS",
                "-,d1,-,d2,-,new,-,NOT_SURE",
                "-,d1,-,d2,'',-,-,NOT_SURE",
                "-,-,-,-,new,new,-,NOT_SURE",
                "0,-,-,d2,new,new,-,OURS",
            })
    void onlyAChangeThatThisCommitAloneExplainsIsItsOwn(
            @CheckForNull Long before,
            @CheckForNull String dateBefore,
            @CheckForNull Long now,
            @CheckForNull String dateNow,
            @CheckForNull String noteNow,
            @CheckForNull String note,
            @CheckForNull Long number,
            CommitChange.Kind kind) {
        CommitIntegrationTask commit = new CommitIntegrationTask("t", "p", 0L, 201L, null, note, number, null, null);
        CommitState then = new CommitState(before, dateBefore, "whatever", IntegrationTaskStatus.UNKNOWN);
        CommitState here = new CommitState(now, dateNow, noteNow, IntegrationTaskStatus.RUNNING);
        assertThat(CommitChange.between(then, here, commit).kind()).isEqualTo(kind);
        assertThat(CommitChange.between(recalled(then), here, commit).kind()).isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                // sent, state before, state now, meaning
                "1,STOPPED,OPERATING,ONLY_STATE",
                "1,NOT_STARTED,RUNNING,ONLY_STATE",
                "2,RUNNING,STOPPING,ONLY_STATE",
                "3,RUNNING,PAUSED,ONLY_STATE",
                "4,RUN_FAILED,RUNNING,ONLY_STATE",
                "1,STOPPED,STOPPED,NONE",
                "4,RUNNING,RUN_FAILED,NONE",
                "4,RUNNING,ABNORMAL,NONE",
                "1,OPERATING,RUNNING,NONE",
                "1,STOPPING,STOPPED,NONE",
                "1,UNKNOWN,RUNNING,NONE",
                "1,STOPPED,UNKNOWN,NONE",
                "0,STOPPED,RUNNING,NONE",
                "-,STOPPED,RUNNING,NONE"
            })
    void aTaskThatGoesAnotherWayWithoutANewVersionIsASignOfACommitThatShouldMoveIt(
            @CheckForNull Long type, IntegrationTaskStatus before, IntegrationTaskStatus now, CommitChange.Kind kind) {
        CommitIntegrationTask commit = new CommitIntegrationTask("t", "p", type, 201L, null, null, null, null, null);
        for (Long number : new Long[] {3L, null}) {
            CommitState then = new CommitState(number, "d", null, before);
            CommitState here = new CommitState(number, "d", null, now);
            assertThat(CommitChange.between(then, here, commit).kind()).isEqualTo(kind);
            assertThat(CommitChange.between(recalled(then), here, commit).kind())
                    .isEqualTo(kind);
        }
    }

    private static CommitState recalled(CommitState state) {
        String memo = new CommitMemo(true, java.util.Optional.of(state)).text();
        return CommitMemo.of(Progress.intent(Instant.EPOCH).remembering(memo))
                .before()
                .orElseThrow();
    }

    @Test
    void aTaskWithoutAVersionHasNumberZero() throws IOException {
        assertThat(state("{\"TaskInfo\":{\"TaskId\":\"t\",\"HasVersion\":false}}")
                        .number())
                .isZero();
    }

    @Test
    void aTaskWithAVersionThatIsNotNumberedHasNone() throws IOException {
        CommitState state = state(
                "{\"TaskInfo\":{\"HasVersion\":true},"
                        + "\"TaskVersionList\":[{\"InstanceDate\":\"2026-01-02 00:00:00\"},null,{\"InstanceDate\":\"2026-01-01 00:00:00\"}]}");
        assertThat(state.number()).isNull();
        assertThat(state.submittedAt()).isEqualTo("2026-01-02 00:00:00");
        assertThat(state.inWords()).isEqualTo("a version without a number of 2026-01-02 00:00:00");
    }

    @Test
    void theLatestVersionCountsAlsoWhenAnOlderOneIsDescribed() throws IOException {
        CommitState state = state("{\"TaskInfo\":{\"InstanceVersion\":4},"
                + "\"TaskVersion\":{\"InstanceVersion\":3,\"VersionDesc\":\"old\",\"InstanceDate\":\"d\"}}");
        assertThat(state.number()).isEqualTo(4);
        assertThat(state.remark())
                .as("the older version's note is not the latest's")
                .isNull();
    }

    @Test
    void aDateCannotBreakTheMemo() throws IOException {
        CommitState state = state("{\"TaskInfo\":{\"InstanceVersion\":4},"
                + "\"TaskVersion\":{\"InstanceVersion\":4,\"InstanceDate\":\"a|b\\nlocked\"}}");
        assertThat(recalled(state).number()).isEqualTo(4);
        assertThat(recalled(state).submittedAt()).isEqualTo(state.submittedAt()).isEqualTo("a b locked");
    }

    private static CommitState state(String json) throws IOException {
        return CommitState.of(JSON.readValue(json, DescribeIntegrationTask.Result.class));
    }
}
