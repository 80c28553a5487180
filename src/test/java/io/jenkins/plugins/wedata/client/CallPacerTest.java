package io.jenkins.plugins.wedata.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CallPacerTest {

    private static final CallPacer.Key KEY = new CallPacer.Key("AKID", "CreateTask");
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    private final ManualTimeSource time = new ManualTimeSource();
    private final CallPacer pacer = new CallPacer(time);
    private final List<Long> starts = new ArrayList<>();
    private final List<Integer> order = new ArrayList<>();

    private CompletableFuture<Trip> ask(int number) {
        CompletableFuture<Trip> turn = pacer.turn(KEY, 20);
        turn.thenAccept(trip -> {
            starts.add(time.elapsed().toNanos());
            order.add(number);
            pacer.ended(KEY, trip);
        });
        return turn;
    }

    private void ask(int from, int to) {
        IntStream.range(from, to).forEach(this::ask);
    }

    @Test
    void theFirstCallStartsAtOnce() {
        assertThat(pacer.turn(KEY, 20)).isCompleted();
    }

    @Test
    void workIsStartedAtNineteenAndAHalfASecondAtLeastAndNeverTwentyOne() {
        ask(0, 2_000);
        time.advance(Duration.ofSeconds(100));

        assertThat(starts).hasSizeGreaterThanOrEqualTo(1_950);
        assertNever21InASecond();
    }

    @Test
    void anAccountThatIsToGoSlowerDoesUntilItsLaneIsForgotten() {
        IntStream.range(0, 60)
                .forEach(number -> pacer.turn(KEY, number < 50 ? 3 : 20).thenAccept(trip -> {
                    starts.add(time.elapsed().toNanos());
                    pacer.ended(KEY, trip);
                }));
        time.advance(Duration.ofSeconds(10));
        assertThat(starts).hasSizeBetween(30, 31);

        time.advance(Duration.ofSeconds(40));
        assertThat(starts).hasSize(60);
        starts.clear();
        ask(0, 100);
        time.advance(Duration.ofSeconds(4));
        assertThat(starts).hasSizeGreaterThan(70);
    }

    @Test
    void aLimitThatNobodyNamesAnyMoreIsForgottenThoughTheLaneIsNeverQuiet() {
        pacer.turn(KEY, 1).thenAccept(trip -> pacer.ended(KEY, trip));
        for (int second = 0; second < 600; second++) {
            ask(10 * second, 10 * second + 10);
            time.advance(Duration.ofSeconds(1));
        }

        assertThat(starts.size()).isGreaterThan(4_000);
        assertNever21InASecond();
    }

    @Test
    void aLimitHoldsForAsLongAsCallsThatNamedItAreInTheQueue() {
        for (int i = 0; i < 1_000; i++) {
            pacer.turn(KEY, 1).thenAccept(trip -> {
                starts.add(time.elapsed().toNanos());
                pacer.ended(KEY, trip);
            });
        }
        for (int minute = 0; minute < 15; minute++) {
            time.advance(Duration.ofMinutes(1));
            ask(minute, minute + 1);
        }

        assertThat(starts.size()).isLessThanOrEqualTo(901);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void alarmsThatGoOffLateLoseNoStartAndCrowdNone(long seed) {
        Random random = new Random(seed);
        ask(0, 4_000);
        while (time.elapsed().compareTo(Duration.ofSeconds(100)) < 0) {
            time.jump(Duration.ofNanos(random.nextInt(12_000_000)));
        }

        assertThat(startsASecond()).isGreaterThanOrEqualTo(19.5);
        assertNever21InASecond();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void aPauseNowAndThenIsCaughtUpWith(long seed) {
        Random random = new Random(seed);
        ask(0, 20_000);
        while (time.elapsed().compareTo(Duration.ofSeconds(600)) < 0) {
            time.advance(Duration.ofMillis(random.nextInt(40_000)));
            time.jump(Duration.ofMillis(random.nextInt(400)));
        }
        time.advance(Duration.ofSeconds(30));

        assertThat(startsASecond()).isGreaterThanOrEqualTo(19.5);
        assertNever21InASecond();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void onAMachineThatIsAlwaysLateTheRateSuffersButNotTheLimit(long seed) {
        Random random = new Random(seed);
        ask(0, 4_000);
        while (time.elapsed().compareTo(Duration.ofSeconds(100)) < 0) {
            time.jump(Duration.ofNanos(random.nextInt(120_000_000)));
        }

        assertThat(startsASecond()).isGreaterThanOrEqualTo(18);
        assertNever21InASecond();
    }

    private double startsASecond() {
        return starts.size() / (time.elapsed().toNanos() / (double) SECOND);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void burstsAndPausesNeverBring21StartsTogether(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 400; i++) {
            ask(0, random.nextInt(40));
            Duration step = Duration.ofMillis(random.nextInt(1_500));
            if (random.nextBoolean()) {
                time.jump(step);
            } else {
                time.advance(step);
            }
        }

        assertThat(starts).hasSizeGreaterThan(2_000);
        assertNever21InASecond();
    }

    @Test
    void afterAStandstillOfTheMachineTheCallsThatWaitedDoNotStartAllAtOnce() {
        ask(0, 500);
        time.jump(Duration.ofMinutes(10));
        time.advance(Duration.ofSeconds(30));

        assertThat(starts).hasSize(500);
        assertNever21InASecond();
    }

    private void assertNever21InASecond() {
        for (int i = 20; i < starts.size(); i++) {
            assertThat(starts.get(i) - starts.get(i - 20))
                    .as("21 starts up to number %d", i)
                    .isGreaterThan(SECOND);
        }
    }

    @Test
    void whoAsksFirstGoesFirst() {
        ask(0, 50);
        time.jump(Duration.ofSeconds(2));
        ask(50, 100);
        time.advance(Duration.ofSeconds(10));

        assertThat(order).isEqualTo(IntStream.range(0, 100).boxed().toList());
    }

    @Test
    void aCancelledWaitFreesItsPlace() {
        List<CompletableFuture<Trip>> turns =
                IntStream.range(0, 1_000).mapToObj(this::ask).toList();
        turns.subList(1, 999).forEach(turn -> turn.cancel(false));
        time.advance(Duration.ofMillis(52));

        assertThat(order).containsExactly(0, 999);
    }

    @Test
    void actionsAndRateGroupsHaveLimitsOfTheirOwn() {
        assertThat(pacer.turn(KEY, 20)).isCompleted();
        assertThat(pacer.turn(KEY, 20)).isNotDone();
        assertThat(pacer.turn(new CallPacer.Key("AKID", "CreateTaskNew"), 20)).isCompleted();
        assertThat(pacer.turn(new CallPacer.Key("AKIDother", "CreateTask"), 20)).isCompleted();
    }

    @Test
    void aThrottledActionIsSlowedDownAndSpeedsUpAgain() {
        ask(0, 3_000);
        time.advance(Duration.ofSeconds(5));
        pacer.throttled(KEY);
        int before = starts.size();

        time.advance(Duration.ofSeconds(1));
        int slow = starts.size() - before;
        time.advance(Duration.ofSeconds(14));
        int recovered = starts.size();
        time.advance(Duration.ofSeconds(10));

        assertThat(slow).isBetween(9, 10);
        assertThat(starts.size() - recovered).isGreaterThanOrEqualTo(195);
        assertNever21InASecond();
    }

    @Test
    void manyThrottledRepliesOfOneSecondSlowDownOnce() {
        ask(0, 3_000);
        for (int i = 0; i < 20; i++) {
            pacer.throttled(KEY);
        }
        int before = starts.size();
        time.advance(Duration.ofSeconds(2));

        assertThat(starts.size() - before).isGreaterThanOrEqualTo(18);
    }

    @Test
    void whateverTheServiceSaysOneCallASecondIsStarted() {
        ask(0, 3_000);
        for (int i = 0; i < 60; i++) {
            pacer.throttled(KEY);
            time.advance(Duration.ofSeconds(1));
        }
        int before = starts.size();
        for (int i = 0; i < 20; i++) {
            pacer.throttled(KEY);
            time.advance(Duration.ofSeconds(1));
        }

        assertThat(starts.size() - before).isBetween(19, 40);
    }

    @Test
    void turnsAskedForByManyThreadsAreAllGiven() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Callable<List<CompletableFuture<Trip>>>> askers = Collections.nCopies(
                    4,
                    () -> IntStream.range(0, 500)
                            .mapToObj(i -> pacer.turn(KEY, 20))
                            .toList());
            List<CompletableFuture<Trip>> turns = new ArrayList<>();
            for (Future<List<CompletableFuture<Trip>>> asked : threads.invokeAll(askers)) {
                turns.addAll(asked.get());
            }
            turns.forEach(turn -> turn.thenAccept(trip -> pacer.ended(KEY, trip)));
            time.advance(Duration.ofSeconds(103));

            assertThat(turns).hasSize(2_000).allMatch(CompletableFuture::isDone);
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void onlyOneAlarmIsSetForAQueue() {
        ask(0, 10_000);

        assertThat(time.alarms()).isEqualTo(1);
    }

    @Test
    void idleLimitsAreForgotten() {
        for (int i = 0; i < 5_000; i++) {
            pacer.turn(new CallPacer.Key("AKID" + i, "CreateTask"), 20).thenAccept(pacer::sent);
        }
        assertThat(pacer.lanes()).isEqualTo(5_000);

        time.advance(Duration.ofMinutes(1));

        assertThat(pacer.lanes()).isZero();
        assertThat(time.alarms()).isZero();
    }

    @Test
    void aLimitWithWorkIsNotForgotten() {
        for (int i = 0; i < 100; i++) {
            ask(i);
            time.advance(Duration.ofSeconds(7));
        }

        assertThat(order).hasSize(100);
        assertThat(pacer.lanes()).isEqualTo(1);
    }

    @Test
    void aNewLimitSendsOneCallAheadUntilItIsBack() {
        Trip first = pacer.turn(KEY, 20).join();
        CompletableFuture<Trip> second = pacer.turn(KEY, 20);
        CompletableFuture<Trip> third = pacer.turn(KEY, 20);
        time.advance(Duration.ofMillis(900));
        assertThat(second).isNotDone();

        pacer.ended(KEY, first);

        assertThat(second).isCompleted();
        assertThat(third).isNotDone();
        time.advance(Duration.ofMillis(52));
        assertThat(third).isCompleted();
    }

    @Test
    void aLimitThatWasQuietSendsOneCallAheadAgain() {
        ask(0, 40);
        time.advance(Duration.ofSeconds(10));

        pacer.turn(KEY, 20);
        CompletableFuture<Trip> second = pacer.turn(KEY, 20);
        time.advance(Duration.ofMillis(900));

        assertThat(second).isNotDone();
    }

    @Test
    void aCallThatNeverComesBackHoldsTheOthersForThreeSecondsOnly() {
        pacer.turn(KEY, 20).thenAccept(pacer::sent);
        CompletableFuture<Trip> second = pacer.turn(KEY, 20);
        time.advance(Duration.ofMillis(2_990));
        assertThat(second).isNotDone();

        time.advance(Duration.ofMillis(20));

        assertThat(second).isCompleted();
    }

    @Test
    void aCallThatHasItsTurnButIsNotSentHoldsTheOneThatIsALimitLater() {
        ask(0, 40);
        time.advance(Duration.ofSeconds(3));
        List<CompletableFuture<Trip>> turns =
                IntStream.range(0, 21).mapToObj(i -> pacer.turn(KEY, 20)).toList();
        time.advance(Duration.ofSeconds(10));
        assertThat(turns.subList(0, 20)).allMatch(CompletableFuture::isDone);
        assertThat(turns.get(20)).isNotDone();

        turns.subList(0, 20).forEach(turn -> {
            pacer.sent(turn.join());
            pacer.ended(KEY, turn.join());
        });
        time.advance(Duration.ofMillis(1_000));
        assertThat(turns.get(20)).isNotDone();
        time.advance(Duration.ofMillis(6));
        assertThat(turns.get(20)).isCompleted();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void ofANearServiceNo21CallsArriveInASecondHoweverLateEachOfThemIs(long seed) {
        Arrivals arrivals = new Arrivals(new Random(seed), 2, 400);
        arrivals.ask(1_000);
        time.advance(Duration.ofSeconds(100));

        assertThat(arrivals.at).hasSize(1_000);
        arrivals.assertNever21InASecond();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void aFarServiceIsCalledAtTheFullRateThoughItsRepliesTakeUnequalTimes(long seed) {
        Arrivals arrivals = new Arrivals(new Random(seed), 500, 900);
        arrivals.ask(2_000);
        time.advance(Duration.ofSeconds(101));

        assertThat(arrivals.at).hasSizeGreaterThanOrEqualTo(1_950);
    }

    /** A service that a call reaches some time between its start and its reply. */
    private final class Arrivals {
        private final Random random;
        private final int usualMillis;
        private final int unusualMillis;
        private final List<Long> at = new ArrayList<>();

        Arrivals(Random random, int usualMillis, int unusualMillis) {
            this.random = random;
            this.usualMillis = usualMillis;
            this.unusualMillis = unusualMillis;
        }

        void ask(int count) {
            for (int i = 0; i < count; i++) {
                pacer.turn(KEY, 20).thenAccept(this::exchange);
            }
        }

        private void exchange(Trip trip) {
            pacer.sent(trip);
            int most = random.nextInt(10) == 0 ? unusualMillis : usualMillis;
            int length = most - random.nextInt(most / 2);
            time.after(
                    Duration.ofMillis(random.nextInt(length)),
                    () -> at.add(time.elapsed().toNanos()));
            time.after(Duration.ofMillis(length), () -> pacer.ended(KEY, trip));
        }

        void assertNever21InASecond() {
            for (int i = 20; i < at.size(); i++) {
                assertThat(at.get(i) - at.get(i - 20))
                        .as("21 arrivals up to number %d", i)
                        .isGreaterThanOrEqualTo(SECOND);
            }
        }
    }
}
