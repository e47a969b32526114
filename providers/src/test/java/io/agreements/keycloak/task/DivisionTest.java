package io.agreements.keycloak.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.agreements.keycloak.fixture.MovableClock;
import io.agreements.keycloak.fixture.Transaction;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class DivisionTest {

    private static final Instant START = Instant.parse("2026-11-22T08:00:00Z");
    private static final Duration MOMENT = Duration.ofMillis(1);
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration HALF = LeaseTimes.LENGTH.dividedBy(2);

    private final MovableClock clock = MovableClock.at(START);
    private final InMemoryLeases leases = new InMemoryLeases();
    private final Division one = node(clock);
    private final Division other = node(clock);

    @Test
    void aNodeThatIsAloneHasAll() {
        assertThat(take(one, 16).parts()).containsExactlyInAnyOrderElementsOf(parts(16));
    }

    @Test
    void whatSomebodyHasNobodyElseGets() {
        Share mine = take(one, 16);

        assertThat(take(other, 16).parts()).isEmpty();
        assertThat(mine.isHeld()).isTrue();
    }

    @Test
    void whatIsGivenBackOthersHaveAtOnceAndTheTokenIsHigher() {
        take(one, 1).close();
        long before = leases.of("0").token();

        assertThat(take(other, 1).parts()).containsExactly("0");
        assertThat(leases.of("0").token()).isEqualTo(before + 1);
    }

    @Test
    void nodesThatHaveBeenAtWorkLatelyGetTheSame() {
        Share first = take(one, 15);
        take(other, 15).close();
        first.close();

        Share mine = take(one, 15);
        Share others = take(other, 15);

        assertThat(mine.parts()).hasSize(8);
        assertThat(others.parts()).hasSize(7).doesNotContainAnyElementsOf(mine.parts());
    }

    @Test
    void aNodeThatHasNotBeenSeenForAMinuteGetsNothingLeft() {
        take(other, 16).close();
        clock.move(Division.PRESENCE.minus(MOMENT));
        Share half = take(one, 16);
        assertThat(half.parts()).hasSize(8);
        half.close();
        clock.move(MOMENT);

        assertThat(take(one, 16).parts()).hasSize(16);
    }

    @Test
    void afterItsTimeALeaseIsNoMoreGoodForAnything() {
        Share mine = take(one, 3);
        clock.move(LeaseTimes.LENGTH.minus(MOMENT));
        assertThat(mine.isHeld()).isTrue();
        clock.move(MOMENT);

        assertThat(mine.isHeld()).isFalse();
        assertThat(mine.keep()).isFalse();
    }

    @Test
    void aTransactionIsNotCommittedOnceThePartIsSomebodyElses() {
        Share mine = take(one, 1);
        Transaction inTime = new Transaction();
        mine.guard(inTime.session());
        inTime.commit();
        Transaction late = new Transaction();
        mine.guard(late.session());
        clock.move(LeaseTimes.LENGTH.plus(LeaseTimes.TOLERANCE));
        assertThat(take(other, 1).parts()).containsExactly("0");

        assertThatIllegalStateException().isThrownBy(late::commit);
    }

    /** Else what takes longer than a lease would be tried again for ever. */
    @Test
    void whatTookLongerThanALeaseIsCommittedIfNobodyHasTakenThePart() {
        Share mine = take(one, 1);
        Transaction slow = new Transaction();
        mine.guard(slow.session());
        clock.move(LeaseTimes.LENGTH.plus(LeaseTimes.TOLERANCE));

        slow.commit();

        assertThat(mine.isHeld()).isTrue();
        assertThat(take(other, 1).parts()).isEmpty();
    }

    @Test
    void whatIsGivenBackIsNotCommitted() {
        Share mine = take(one, 1);
        Transaction late = new Transaction();
        mine.guard(late.session());
        mine.close();

        assertThatIllegalStateException().isThrownBy(late::commit);
    }

    @Test
    void whoeverIsAtWorkKeepsItForLonger() {
        Share mine = take(one, 3);
        for (int step = 0; step < 100; step++) {
            clock.move(HALF);
            assertThat(mine.keep()).isTrue();
        }

        assertThat(take(other, 3).parts()).isEmpty();
        assertThat(mine.isHeld()).isTrue();
    }

    @Test
    void itIsNotAskedForLongerBeforeHalfOfItIsOver() {
        Share mine = take(one, 3);
        leases.calls();
        clock.move(HALF.minus(MOMENT));
        assertThat(mine.keep()).isTrue();
        assertThat(leases.calls()).isZero();
        clock.move(MOMENT);
        assertThat(mine.keep()).isTrue();

        assertThat(leases.calls()).isEqualTo(1);
    }

    @Test
    void ofANodeThatIsGoneAnotherOneTakesOverOnceClocksMayNotDifferMore() {
        take(one, 1);
        take(other, 1);
        clock.move(LeaseTimes.LENGTH.plus(LeaseTimes.TOLERANCE).minus(MOMENT));
        assertThat(take(other, 1).parts()).isEmpty();
        clock.move(MOMENT);

        assertThat(take(other, 1).parts()).containsExactly("0");
    }

    @Test
    void clocksThatDifferByTheToleranceNeverLetTwoHaveTheSame() {
        MovableClock ahead = MovableClock.at(START.plus(LeaseTimes.TOLERANCE));
        Division faster = node(ahead);
        Share mine = take(one, 1);
        for (Duration passed = Duration.ZERO; mine.isHeld(); passed = passed.plusMillis(100)) {
            assertThat(take(faster, 1).parts()).as("after " + passed).isEmpty();
            clock.move(Duration.ofMillis(100));
            ahead.move(Duration.ofMillis(100));
        }

        assertThat(take(faster, 1).parts()).containsExactly("0");
    }

    @Test
    void whoWasAwayForTooLongFindsThatOthersHaveTakenOver() {
        MovableClock stopped = MovableClock.at(START);
        Share mine = take(node(stopped), 2);
        clock.move(LeaseTimes.LENGTH.plus(LeaseTimes.TOLERANCE));
        Share others = take(one, 2);
        assertThat(others.parts()).isNotEmpty();
        stopped.move(HALF);

        assertThat(mine.keep()).isFalse();
        assertThat(mine.isHeld()).isFalse();
        mine.close();
        assertThat(others.isHeld()).isTrue();
        assertThat(take(other, 2).parts()).doesNotContainAnyElementsOf(others.parts());
    }

    @Test
    void aLeaseTakenWhileAClockWasAheadIsNotWaitedFor() {
        take(node(MovableClock.at(START.plus(Duration.ofDays(30)))), 4);

        assertThat(take(one, 4).parts()).hasSize(4);
    }

    @Test
    void whatItAsksOfTheDatabaseDoesNotDependOnHowManyPartsThereAre() {
        take(one, 100).close();
        clock.move(HALF);
        leases.calls();
        take(one, 3).close();
        int few = leases.calls();
        take(one, 100).close();

        assertThat(leases.calls()).isEqualTo(few).isLessThanOrEqualTo(5);
    }

    @Test
    void moreThanADatabaseTakesInAListIsLeftToTheNextRun() {
        assertThat(take(one, 1000).parts()).hasSize(Division.MOST);
    }

    @Test
    void partsThatNobodyWantsAnyMoreAreForgotten() {
        take(one, 100).close();
        clock.move(Duration.ofDays(2));
        take(other, 4).close();

        assertThat(leases.number()).as("parts and the node").isEqualTo(4 + 1);
    }

    @Test
    void inTheEndEveryPartHasItsTurn() {
        take(other, 10).close();
        List<String> had = new ArrayList<>();
        while (had.stream().distinct().count() < 10) {
            assertThat(had).as("parts taken").hasSizeLessThan(10_000);
            try (Share share = take(one, 10)) {
                had.addAll(share.parts());
            }
        }
    }

    @Test
    void oneNodeLooksForWorkAndGoesOnToDoSo() {
        assertThat(looks(one)).isTrue();
        clock.move(MINUTE);
        assertThat(looks(other)).isFalse();
        clock.move(MINUTE);

        assertThat(looks(one)).isTrue();
        assertThat(looks(other)).isFalse();
    }

    @Test
    void whoDoesNotLookAsksOneThing() {
        looks(one);
        leases.calls();

        assertThat(looks(other)).isFalse();
        assertThat(leases.calls()).isEqualTo(1);
    }

    @Test
    void onceTheNodeThatLookedIsGoneAnotherDoes() {
        looks(one);
        clock.move(HOUR);
        assertThat(looks(other)).isTrue();
        clock.move(MINUTE);

        assertThat(looks(one)).isFalse();
    }

    @Test
    void whileThereIsWorkEveryNodeLooks() {
        looks(one);
        Share share = take(one, 2);
        assertThat(looks(other)).isTrue();
        share.close();
        assertThat(looks(other)).isTrue();
        clock.move(Division.PRESENCE);

        assertThat(looks(other)).isFalse();
    }

    @Test
    void whoLookedWhileAClockWasAheadIsNotWaitedFor() {
        looks(node(MovableClock.at(START.plus(Duration.ofDays(30)))));

        assertThat(looks(one)).isTrue();
    }

    @Test
    void whoCouldNotLookLeavesItToAnother() {
        assertThat(looks(one)).isTrue();
        assertThat(looks(other)).isFalse();
        one.leaveLook(leases);

        assertThat(looks(other)).isTrue();
        assertThat(looks(one)).isFalse();
    }

    private boolean looks(Division node) {
        return node.isToLook(leases, HOUR);
    }

    private Share take(Division node, int number) {
        return node.take(leases, parts(number));
    }

    private static Division node(MovableClock clock) {
        return new Division("test", session -> null, clock);
    }

    private static List<String> parts(int number) {
        return IntStream.range(0, number).mapToObj(String::valueOf).toList();
    }
}
