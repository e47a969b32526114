package io.agreements.keycloak.account.mailing;

import static org.assertj.core.api.Assertions.assertThat;

import io.agreements.keycloak.account.mail.Delivery;
import io.agreements.keycloak.account.mail.Recipient;
import io.agreements.keycloak.fixture.MovableClock;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class MailingRunTest {

    private static final Instant START = Instant.parse("2026-11-22T08:00:00Z");
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final MovableClock clock = MovableClock.at(START);
    private final Office office = new Office();

    @Test
    void everybodyIsWrittenToOnceAndThenItIsDone() {
        office.users(25).start(60);
        run(MINUTE);

        assertThat(office.sent).containsExactlyElementsOf(office.users);
        assertThat(office.stored.state()).isEqualTo(MailingState.DONE);
        assertThat(office.stored.finishedAt()).isEqualTo(START.plus(MINUTE));
        assertThat(office.stored.progress().sent()).isEqualTo(25);
    }

    @Test
    void noMoreGoesOutThanTheRateAllows() {
        office.users(100).start(6);
        run(Duration.ofSeconds(10));
        assertThat(office.sent).hasSize(1);
        run(Duration.ofSeconds(5));
        assertThat(office.sent).hasSize(1);
        run(Duration.ofSeconds(5));
        assertThat(office.sent).hasSize(2);
        run(Duration.ofHours(5));
        assertThat(office.sent).hasSize(8);
    }

    @Test
    void aRunEndsWhenItsTimeIsOver() {
        office.users(1000).start(6000);
        office.timeOfAMail = Duration.ofSeconds(3);
        run(MINUTE);

        assertThat(office.sent).hasSize(4);
        assertThat(office.stored.isRunning()).isTrue();
    }

    @Test
    void usersAreReadInBatchesThatDoNotGrowWithTheRealm() {
        office.users(350).start(6000);
        run(MINUTE);

        assertThat(office.sent).hasSize(350);
        assertThat(office.batches).containsExactly(100, 100, 100, 100, 100);
    }

    @Test
    void theUserIsPassedBeforeTheMailGoesOut() {
        office.users(3).start(60);
        office.onSend = userId -> {
            assertThat(office.stored.progress().lastUserId()).isEqualTo(userId);
            return Delivery.SENT;
        };
        run(MINUTE);

        assertThat(office.stored.state()).isEqualTo(MailingState.DONE);
    }

    @Test
    void aCrashInTheMiddleCostsAMailAndSendsNoneTwice() {
        office.users(5).start(60);
        office.onSend = userId -> {
            if (userId.equals(office.users.get(2)) && office.crashes-- > 0) {
                throw new IllegalStateException("the server is gone");
            }
            return Delivery.SENT;
        };
        try {
            run(MINUTE);
        } catch (IllegalStateException e) {
            assertThat(office.sent).hasSize(2);
        }
        run(MINUTE);

        assertThat(office.sent).doesNotHaveDuplicates().hasSize(4).doesNotContain(office.users.get(2));
        assertThat(office.stored.state()).isEqualTo(MailingState.DONE);
    }

    @Test
    void pausedInTheMiddleItGoesOnBehindTheLastUser() {
        office.users(5).start(60);
        office.onSend = userId -> {
            if (userId.equals(office.users.get(1))) {
                office.stored = office.stored.paused().orElseThrow();
            }
            return Delivery.SENT;
        };
        run(MINUTE);
        assertThat(office.sent).hasSize(2);
        assertThat(office.stored.progress().sent()).isEqualTo(2);
        run(MINUTE);
        assertThat(office.sent).hasSize(2);

        office.onSend = userId -> Delivery.SENT;
        office.resume();
        run(Duration.ZERO);
        assertThat(office.sent).hasSize(2);
        run(MINUTE);
        assertThat(office.sent).containsExactlyElementsOf(office.users);
    }

    @Test
    void aMailServerThatIsAwayStopsItAndCostsNobodyTheMail() {
        office.users(20).start(60);
        Set<String> unreachable = new HashSet<>(office.users.subList(3, 20));
        office.onSend = userId -> unreachable.contains(userId) ? Delivery.FAILED : Delivery.SENT;
        run(MINUTE);

        assertThat(office.sent).hasSize(3);
        assertThat(office.attempts).isEqualTo(3 + Mailing.MOST_FAILURES);
        assertThat(office.stored.state()).isEqualTo(MailingState.STOPPED);
        assertThat(office.stored.problem()).contains("mail server").doesNotContain("@");
        assertThat(office.stored.progress().failed()).isZero();
        run(MINUTE);
        assertThat(office.attempts).isEqualTo(3 + Mailing.MOST_FAILURES);

        unreachable.clear();
        office.resume();
        run(MINUTE);
        assertThat(office.sent).containsExactlyElementsOf(office.users);
        assertThat(office.stored.state()).isEqualTo(MailingState.DONE);
        assertThat(office.stored.problem()).isNull();
    }

    @Test
    void failuresAreCountedAcrossRuns() {
        office.users(20).start(6);
        office.onSend = userId -> Delivery.FAILED;
        for (int i = 1; i < Mailing.MOST_FAILURES; i++) {
            run(Duration.ofSeconds(10));
            assertThat(office.stored.isRunning()).isTrue();
        }
        run(Duration.ofSeconds(10));

        assertThat(office.stored.state()).isEqualTo(MailingState.STOPPED);
        assertThat(office.stored.progress().lastUserId()).isNull();
    }

    @Test
    void aMailServerThatIsAwayInTheEndLeavesItToBeGoneOnWith() {
        office.users(3).start(60);
        office.onSend = userId -> userId.equals(office.users.get(0)) ? Delivery.SENT : Delivery.FAILED;
        run(MINUTE);
        assertThat(office.stored.state()).isEqualTo(MailingState.STOPPED);

        office.onSend = userId -> Delivery.SENT;
        office.resume();
        run(MINUTE);
        assertThat(office.sent).containsExactlyElementsOf(office.users);
        assertThat(office.stored.state()).isEqualTo(MailingState.DONE);
    }

    @Test
    void anAddressThatIsRefusedCountsAsFailedAndTheOthersGetTheirs() {
        office.users(10).start(60);
        office.onSend = userId -> userId.equals(office.users.get(4)) ? Delivery.REFUSED : Delivery.SENT;
        run(MINUTE);

        assertThat(office.sent).hasSize(9);
        assertThat(office.stored.state()).isEqualTo(MailingState.DONE);
        assertThat(office.stored.progress().failed()).isEqualTo(1);
    }

    @Test
    void aMailServerThatRefusesEverybodyStopsIt() {
        office.users(200).start(6000);
        office.onSend = userId -> Delivery.REFUSED;
        run(MINUTE);

        assertThat(office.stored.state()).isEqualTo(MailingState.STOPPED);
        assertThat(office.stored.problem()).contains("refused");
        assertThat(office.stored.progress().failed()).isEqualTo(Mailing.MOST_REFUSALS);

        office.onSend = userId -> Delivery.SENT;
        office.resume();
        run(MINUTE);
        assertThat(office.sent).hasSize(200 - Mailing.MOST_REFUSALS);
    }

    @Test
    void aVersionThatIsNoLongerToBeWrittenAboutStopsItBeforeTheNextMail() {
        office.users(5).start(60);
        office.obstacle = "The version has been retracted.";
        run(MINUTE);

        assertThat(office.sent).isEmpty();
        assertThat(office.stored.state()).isEqualTo(MailingState.STOPPED);
        assertThat(office.stored.problem()).isEqualTo("The version has been retracted.");
    }

    @Test
    void twoRunsAtOnceDoNotWriteToTheSameUser() {
        office.users(10).start(60);
        Mailing known = office.stored;
        run(MINUTE);
        new MailingRun(office, clock, clock.instant().plusSeconds(10)).carryOn(known);

        assertThat(office.sent).doesNotHaveDuplicates().hasSize(10);
    }

    @Test
    void whoseTimeIsOverWritesToNobodyMore() {
        office.users(10).start(60);
        office.mine = 4;
        run(MINUTE);
        assertThat(office.sent).hasSize(4);
        assertThat(office.stored.isRunning()).isTrue();

        office.mine = Integer.MAX_VALUE;
        run(MINUTE);
        assertThat(office.sent).containsExactlyElementsOf(office.users);
    }

    private void run(Duration later) {
        clock.move(later);
        if (office.stored.isRunning()) {
            new MailingRun(office, clock, clock.instant().plusSeconds(10)).carryOn(office.stored);
        }
    }

    /** Keeps one mailing, knows the users, and says of each mail what the test wants to become of it. */
    private final class Office implements MailingRun.Desk {

        private final List<String> users = new ArrayList<>();
        private final List<String> sent = new ArrayList<>();
        private final List<Integer> batches = new ArrayList<>();
        private Function<String, Delivery> onSend = userId -> Delivery.SENT;
        private Duration timeOfAMail = Duration.ZERO;
        private String obstacle;
        private Mailing stored;
        private int attempts;
        private int crashes = 1;
        private int mine = Integer.MAX_VALUE;

        private Office users(int count) {
            IntStream.range(0, count).mapToObj("user-%04d"::formatted).forEach(users::add);
            return this;
        }

        private void start(int perMinute) {
            stored = new Mailing(
                    "realm",
                    "agreement",
                    2,
                    MailingPart.WHOLE,
                    MailingState.RUNNING,
                    new MailingRate(perMinute, START),
                    MailingProgress.start(users.size()),
                    START,
                    null,
                    "administrator",
                    URI.create("https://sso.example.org/"),
                    null);
        }

        private void resume() {
            stored = new MailingShards(List.of(stored))
                    .resumed(null, stored.base(), clock.instant())
                    .orElseThrow()
                    .parts()
                    .get(0);
        }

        @Override
        public Optional<String> obstacle(Mailing mailing) {
            return Optional.ofNullable(obstacle);
        }

        @Override
        public List<Addressee> next(Mailing mailing, int max) {
            batches.add(max);
            String last = mailing.progress().lastUserId();
            return users.stream()
                    .filter(userId -> last == null || userId.compareTo(last) > 0)
                    .limit(max)
                    .map(userId ->
                            new Addressee(new Recipient(userId, userId, userId + "@example.org", null, null, null), 1))
                    .toList();
        }

        @Override
        public Delivery send(Mailing mailing, Addressee addressee) {
            attempts++;
            clock.move(timeOfAMail);
            Delivery delivery = onSend.apply(addressee.recipient().userId());
            if (delivery == Delivery.SENT) {
                sent.add(addressee.recipient().userId());
            }
            return delivery;
        }

        @Override
        public Optional<Mailing> change(Mailing mailing, Function<Mailing, Optional<Mailing>> change) {
            Optional<Mailing> changed = change.apply(stored);
            changed.ifPresent(now -> stored = now);
            return changed;
        }

        @Override
        public Optional<Mailing> pass(Mailing mailing, Function<Mailing, Optional<Mailing>> change) {
            return change(mailing, change);
        }

        @Override
        public boolean isMine() {
            return sent.size() < mine;
        }

        @Override
        public void end(Mailing mailing) {
            stored = stored.atEnd(clock.instant());
        }
    }
}
