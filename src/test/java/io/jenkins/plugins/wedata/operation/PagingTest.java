package io.jenkins.plugins.wedata.operation;

import static io.jenkins.plugins.wedata.operation.Bench.PROJECT;
import static io.jenkins.plugins.wedata.operation.Bench.WORKFLOW;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class PagingTest {

    private final Paging paging = new Paging(2);

    @Test
    void aListingGoesOnUntilEverythingThatIsCountedWasSeen() {
        assertThat(paging.goesOn(List.of("a", "b"), Optional.of(3L))).isTrue();
        assertThat(paging.goesOn(List.of("c"), Optional.of(3L))).isFalse();
    }

    @Test
    void aServiceThatGivesSmallerPagesThanAskedForIsReadToItsEnd() {
        assertThat(paging.goesOn(List.of("a"), Optional.of(2L))).isTrue();
        assertThat(paging.goesOn(List.of("b"), Optional.of(2L))).isFalse();
    }

    @Test
    void withoutACountAFullPageHasAnother() {
        assertThat(paging.goesOn(List.of("a", "b"), Optional.empty())).isTrue();
        assertThat(paging.goesOn(List.of("c"), Optional.empty())).isFalse();
    }

    @Test
    void anEmptyOrARepeatedPageIsTheLast() {
        assertThat(paging.goesOn(List.of(), Optional.of(9L))).isFalse();
        assertThat(paging.goesOn(List.of("a", "b"), Optional.of(9L))).isTrue();
        assertThat(paging.goesOn(List.of("a", "b"), Optional.of(9L))).isFalse();
    }

    @Test
    void aReadBackDoesNotAskForTheSamePageForEver() {
        CannedWeData weData = new CannedWeData(body -> items(200, "\"VersionRemark\":\"other\",\"VersionId\""));
        VersionReadBack readBack =
                new VersionReadBack(weData.session, PROJECT, List.of("20260302080000001"), "[wedata release#7.12]");
        CompletableFuture<List<String>> look = readBack.look();
        weData.time.advance(Duration.ofSeconds(10));
        assertThat(look).isCompletedWithValue(List.of("20260302080000001"));
        assertThat(weData.calls).isEqualTo(2);
    }

    @Test
    void aLookUpDoesNotAskForTheSamePageForEverNorTakeOneTaskForTwo() {
        String task = "\"TaskName\":\"load\",\"WorkflowId\":\"" + WORKFLOW + "\",\"TaskId\"";
        CannedWeData weData = new CannedWeData(body -> items(1, task).replace("]}", "],\"TotalCount\":500}"));
        NewTask wanted = new NewTask(PROJECT, WORKFLOW, "load", 35L, null, null, null, null, null, null, null, null);
        CompletableFuture<List<String>> ids = new TaskLookUp(weData.session, wanted).ids();
        weData.time.advance(Duration.ofSeconds(10));
        assertThat(ids).isCompletedWithValue(List.of("0"));
        assertThat(weData.calls).isEqualTo(2);
    }

    private static String items(int count, String members) {
        return "\"Data\":{\"Items\":["
                + IntStream.range(0, count)
                        .mapToObj(i -> "{" + members + ":\"" + i + "\"}")
                        .collect(Collectors.joining(","))
                + "]}";
    }
}
