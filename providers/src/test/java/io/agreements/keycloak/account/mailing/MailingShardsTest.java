package io.agreements.keycloak.account.mailing;

import static org.assertj.core.api.Assertions.assertThat;

import io.agreements.keycloak.account.mail.Delivery;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class MailingShardsTest {

    private static final Instant START = Instant.parse("2026-11-22T08:00:00Z");
    private static final Instant LATER = START.plus(Duration.ofHours(1));
    private static final URI BASE = URI.create("https://sso.example.org/");

    @ParameterizedTest
    @CsvSource({
        "10, 6000, 16, 1",
        "1000000, 60, 16, 1",
        "1000000, 6000, 16, 12",
        "1000000, 60000, 16, 16",
        "3500, 60000, 16, 3",
        "1000000, 60000, 1, 1",
    })
    void onlyWhatIsLargeIsDivided(long users, int perMinute, int most, int parts) {
        assertThat(divided(users, perMinute, most).parts()).hasSize(parts);
    }

    @Test
    void everyUserIsInOnePartAndTheyAreAboutAsLarge() {
        List<Mailing> parts = divided(1_000_000, 60_000, 16).parts();
        Random random = new Random(3);
        int[] users = new int[parts.size()];
        for (int user = 0; user < 16_000; user++) {
            String id = new UUID(random.nextLong(), random.nextLong()).toString();
            assertThat(parts.stream().filter(part -> isIn(part, id)))
                    .singleElement()
                    .satisfies(part -> users[part.part().number()]++);
        }
        for (String id : List.of("", "0", "10", "f0", "zoe", "1000017", "\uffff")) {
            assertThat(parts.stream().filter(part -> isIn(part, id))).as(id).hasSize(1);
        }

        assertThat(users).satisfies(counts -> {
            for (int count : counts) {
                assertThat(count).isBetween(800, 1200);
            }
        });
    }

    @Test
    void whoAsksIsToldOfTheWhole() {
        MailingShards shards = divided(20_000, 6000, 4);
        Mailing first = shards.parts().get(0).passed(null, "0", LATER).orElseThrow();
        Mailing last = shards.parts().get(3);
        last = last.passed(last.progress().lastUserId(), "f", LATER).orElseThrow();
        Mailing whole = new MailingShards(List.of(
                        first.after(Delivery.SENT),
                        shards.parts().get(1),
                        shards.parts().get(2),
                        last.after(Delivery.REFUSED)))
                .whole();

        assertThat(whole.progress().users()).isEqualTo(20_000);
        assertThat(whole.progress().sent()).isEqualTo(1);
        assertThat(whole.progress().failed()).isEqualTo(1);
        assertThat(whole.rate().perMinute()).isEqualTo(6000);
        assertThat(whole.isRunning()).isTrue();
        assertThat(whole.finishedAt()).isNull();
    }

    @Test
    void itIsDoneWhenAllAreAndNotEarlier() {
        MailingShards shards = divided(20_000, 6000, 4);
        for (int part = 0; part < 4; part++) {
            assertThat(shards.whole().state()).isEqualTo(MailingState.RUNNING);
            shards = shards.ended(shards.parts().get(part), LATER.plusSeconds(part))
                    .orElseThrow();
        }

        assertThat(shards.whole().state()).isEqualTo(MailingState.DONE);
        assertThat(shards.whole().finishedAt()).isEqualTo(LATER.plusSeconds(3));
    }

    @Test
    void whatOnePartHadOfTheRateIsForTheOthers() {
        MailingShards shards = divided(20_000, 6000, 4);
        shards = shards.ended(shards.parts().get(2), LATER).orElseThrow();

        assertThat(shards.parts())
                .filteredOn(Mailing::isRunning)
                .hasSize(3)
                .allSatisfy(part -> assertThat(part.rate().shards()).isEqualTo(3));
    }

    @Test
    void aPartThatHasGoneOnDoesNotEndForWhoKnewItBefore() {
        MailingShards shards = divided(20_000, 6000, 4);
        Mailing known = shards.parts().get(0);
        Mailing passed = known.passed(null, "0", LATER).orElseThrow();
        MailingShards now = new MailingShards(List.of(
                passed,
                shards.parts().get(1),
                shards.parts().get(2),
                shards.parts().get(3)));

        assertThat(now.ended(known, LATER)).isEmpty();
    }

    @Test
    void ifOneStopsAllHaltUntilAnAdministratorGoesOn() {
        MailingShards shards = divided(20_000, 6000, 4);
        shards = shards.ended(shards.parts().get(3), LATER).orElseThrow();
        Mailing stopped = shards.parts().get(0).stopped("The mail server is away.");
        MailingShards halted = new MailingShards(List.of(
                stopped,
                shards.parts().get(1),
                shards.parts().get(2),
                shards.parts().get(3)));
        assertThat(halted.whole().state()).isEqualTo(MailingState.STOPPED);
        assertThat(halted.whole().problem()).isEqualTo("The mail server is away.");
        assertThat(halted.paused()).isEmpty();

        MailingShards resumed = halted.resumed(600, BASE, LATER).orElseThrow();
        assertThat(resumed.whole().isRunning()).isTrue();
        assertThat(resumed.whole().problem()).isNull();
        assertThat(resumed.whole().rate().perMinute()).isEqualTo(600);
        assertThat(resumed.parts())
                .filteredOn(Mailing::isRunning)
                .hasSize(3)
                .allSatisfy(part -> assertThat(part.rate().shards()).isEqualTo(3));
        assertThat(resumed.parts().get(3).state()).isEqualTo(MailingState.DONE);
        assertThat(resumed.resumed(null, BASE, LATER)).isEmpty();
    }

    @Test
    void pausedNoneRuns() {
        MailingShards paused = divided(20_000, 6000, 4).paused().orElseThrow();

        assertThat(paused.parts()).noneMatch(Mailing::isRunning);
        assertThat(paused.whole().state()).isEqualTo(MailingState.PAUSED);
        assertThat(paused.paused()).isEmpty();
    }

    private static boolean isIn(Mailing part, String id) {
        String after = part.progress().lastUserId();
        String upTo = part.part().upTo();
        return (after == null || id.compareTo(after) > 0) && (upTo == null || id.compareTo(upTo) <= 0);
    }

    private static MailingShards divided(long users, int perMinute, int most) {
        return MailingShards.divide(
                new Mailing(
                        "realm",
                        "agreement",
                        2,
                        MailingPart.WHOLE,
                        MailingState.RUNNING,
                        new MailingRate(perMinute, START),
                        MailingProgress.start(users),
                        START,
                        null,
                        "administrator",
                        BASE,
                        null),
                most);
    }
}
