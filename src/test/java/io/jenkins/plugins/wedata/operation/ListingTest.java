package io.jenkins.plugins.wedata.operation;

import static io.jenkins.plugins.wedata.operation.Bench.PROJECT;
import static io.jenkins.plugins.wedata.operation.Bench.WORKFLOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.wedata.api.Paged;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.LongFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ListingTest {

    private final List<Long> asked = new ArrayList<>();

    private record Page(List<String> items, Optional<Long> totalCount) implements Paged<String> {}

    @Test
    void aListingGoesOnUntilEverythingThatIsCountedWasSeen() {
        assertThat(all(page -> page == 1 ? of(3L, "a", "b") : of(3L, "c"))).containsExactly("a", "b", "c");
        assertThat(asked).containsExactly(1L, 2L);
    }

    @Test
    void aServiceThatGivesSmallerPagesThanAskedForIsReadToItsEnd() {
        assertThat(all(page -> of(5L, "item" + page))).hasSize(5);
        assertThat(asked).hasSize(5);
    }

    @Test
    void withoutACountAFullPageHasAnother() {
        assertThat(all(page -> page == 1 ? full(1) : of(null, "last"))).hasSize(201);
        assertThat(asked).containsExactly(1L, 2L);
    }

    @Test
    void anEmptyPageIsTheLast() {
        assertThat(all(page -> of(9L))).isEmpty();
        assertThat(asked).containsExactly(1L);
    }

    @Test
    void aServiceThatRepeatsAPageForEverHasEnded() {
        assertThat(all(page -> of(9L, "a", "b"))).containsExactly("a", "b");
        assertThat(asked).containsExactly(1L, 2L);
    }

    @Test
    void anItemThatMovesToTheNextPageIsGivenOnce() {
        assertThat(all(page -> page == 1 ? of(3L, "a", "b") : of(3L, "b", "c"))).containsExactly("a", "b", "c");
    }

    @Test
    void whatHasNoIdIsGivenAndCountsForNothing() {
        List<String> blank = Arrays.asList("", null, "");
        Listing<String> list = new Listing<>(page -> completed(page, new Page(blank, Optional.of(9L))), id -> null);
        assertThat(list.all(item -> true)).isCompletedWithValue(List.of("", ""));
        assertThat(asked).containsExactly(1L);
    }

    @Test
    void theFirstThatIsWantedEndsTheReading() {
        assertThat(list(page -> of(900L, "item" + page)).first(item -> item.equals("item3")))
                .isCompletedWithValue(Optional.of("item3"));
        assertThat(asked).containsExactly(1L, 2L, 3L);
        assertThat(list(page -> of(1L, "a")).first(item -> false)).isCompletedWithValue(Optional.empty());
    }

    @Test
    void nothingIsAskedForBeforeTheListIsRead() {
        list(page -> of(1L, "a"));
        assertThat(asked).isEmpty();
    }

    @Test
    void theNextPageIsAskedForOnlyAfterTheOneBefore() {
        List<CompletableFuture<Page>> open = new ArrayList<>();
        Listing<String> list = new Listing<>(
                page -> {
                    open.add(new CompletableFuture<>());
                    return open.get(open.size() - 1);
                },
                item -> item);
        CompletableFuture<List<String>> all = list.all(item -> true);
        assertThat(open).hasSize(1);
        open.get(0).complete(of(2L, "a"));
        assertThat(open).hasSize(2);
        assertThat(all).isNotDone();
        open.get(1).complete(of(2L, "b"));
        assertThat(all).isCompletedWithValue(List.of("a", "b"));
    }

    @Test
    void eachReadingBeginsAtTheFirstPage() {
        Listing<String> list = list(page -> of(2L, "item" + page));
        list.all(item -> true);
        assertThat(list.all(item -> true)).isCompletedWithValue(List.of("item1", "item2"));
        assertThat(asked).containsExactly(1L, 2L, 1L, 2L);
    }

    @Test
    void manyThousandPagesNeedNoMoreStackThanOne() {
        assertThat(all(page -> of(100_000L, "item" + page))).hasSize(100_000);
    }

    @Test
    void pagesThatArriveOnAnotherThreadAreReadToTheEndToo() {
        ExecutorService wire = Executors.newSingleThreadExecutor();
        try {
            Listing<String> list = new Listing<>(
                    page -> CompletableFuture.supplyAsync(() -> of(20_000L, "item" + page), wire), item -> item);
            assertThat(list.all(item -> true).join()).hasSize(20_000);
        } finally {
            wire.shutdownNow();
        }
    }

    @Test
    void aPageThatCantBeReadIsTheListsFailure() {
        IllegalStateException refused = new IllegalStateException("refused");
        Listing<String> list = new Listing<>(
                page -> page == 1
                        ? completed(page, of(2L, "a"))
                        : CompletableFuture.<Page>failedFuture(refused).thenApply(never -> never),
                item -> item);
        assertThat(list.first(item -> item.equals("a"))).isCompletedWithValue(Optional.of("a"));
        assertThat(list.until(item -> false))
                .failsWithin(Duration.ZERO)
                .withThrowableThat()
                .havingCause()
                .isSameAs(refused);
    }

    @Test
    void aReaderThatFailsEndsTheReading() {
        CompletableFuture<Void> reading = list(page -> of(9L, "item" + page)).until(item -> {
            throw new IllegalStateException("no room");
        });
        assertThat(reading).isCompletedExceptionally();
        assertThat(asked).containsExactly(1L);
    }

    @Test
    void aPageThatCantBeAskedForEndsTheReading() {
        Listing<String> list = new Listing<String>(
                page -> {
                    throw new IllegalStateException("closed");
                },
                item -> item);
        assertThat(list.until(item -> false)).isCompletedExceptionally();
    }

    @Test
    void whoeverGivesUpTheReadingIsAskedForNoMorePages() {
        List<CompletableFuture<Page>> open = new ArrayList<>();
        Listing<String> list = new Listing<>(
                page -> {
                    open.add(new CompletableFuture<>());
                    return open.get(open.size() - 1);
                },
                item -> item);
        list.until(item -> false).cancel(false);
        open.get(0).complete(of(2L, "a"));
        assertThat(open).hasSize(1);
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
        CompletableFuture<List<String>> ids = wanted.sameNamed(weData.session);
        weData.time.advance(Duration.ofSeconds(10));
        assertThat(ids).isCompletedWithValue(List.of("0"));
        assertThat(weData.calls).isEqualTo(2);
    }

    private List<String> all(LongFunction<Page> pages) {
        return list(pages).all(item -> true).join();
    }

    private Listing<String> list(LongFunction<Page> pages) {
        return new Listing<>(page -> completed(page, pages.apply(page)), item -> item);
    }

    private CompletableFuture<Page> completed(long number, Page page) {
        asked.add(number);
        return CompletableFuture.completedFuture(page);
    }

    private static Page of(Long total, String... items) {
        return new Page(List.of(items), Optional.ofNullable(total));
    }

    private static Page full(long number) {
        return new Page(
                LongStream.range(0, Listing.PAGE_SIZE)
                        .mapToObj(i -> number + "." + i)
                        .toList(),
                Optional.empty());
    }

    private static String items(int count, String members) {
        return "\"Data\":{\"Items\":["
                + IntStream.range(0, count)
                        .mapToObj(i -> "{" + members + ":\"" + i + "\"}")
                        .collect(Collectors.joining(","))
                + "]}";
    }
}
