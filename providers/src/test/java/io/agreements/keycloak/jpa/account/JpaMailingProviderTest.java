package io.agreements.keycloak.jpa.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.agreements.keycloak.account.mailing.Mailing;
import io.agreements.keycloak.account.mailing.MailingPart;
import io.agreements.keycloak.account.mailing.MailingProgress;
import io.agreements.keycloak.account.mailing.MailingProvider;
import io.agreements.keycloak.account.mailing.MailingRate;
import io.agreements.keycloak.account.mailing.MailingShards;
import io.agreements.keycloak.account.mailing.MailingState;
import io.agreements.keycloak.fixture.TablesInMemory;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class JpaMailingProviderTest {

    private static final Instant START = Instant.parse("2026-11-22T08:00:00Z");

    private final TablesInMemory tables = new TablesInMemory();
    private final MailingProvider mailings = new JpaMailingProvider(tables.entities(), null);

    @BeforeEach
    void begin() {
        tables.entities().getTransaction().begin();
    }

    @AfterEach
    void close() {
        tables.entities().getTransaction().commit();
        tables.close();
    }

    @Test
    void allPartsAreKeptAndWhoAsksIsToldOfTheWhole() {
        List<Mailing> parts = parts("agreement", MailingState.RUNNING, MailingState.RUNNING, MailingState.RUNNING);
        assertThat(mailings.add(new MailingShards(parts))).isTrue();
        assertThat(mailings.add(new MailingShards(parts))).isFalse();

        assertThat(mailings.running()).containsExactlyElementsOf(parts);
        assertThat(mailings.find("agreement", 2)).contains(new MailingShards(parts).whole());
        assertThat(mailings.find("agreement", 3)).isEmpty();
    }

    @Test
    void ofAMailingOfWhichAPartHasStoppedNoneRuns() {
        mailings.add(new MailingShards(parts("halted", MailingState.RUNNING, MailingState.STOPPED)));
        mailings.add(new MailingShards(parts("other", MailingState.DONE, MailingState.RUNNING)));

        assertThat(mailings.running())
                .singleElement()
                .satisfies(part -> assertThat(part.agreementId()).isEqualTo("other"))
                .satisfies(part -> assertThat(part.part().number()).isEqualTo(1));
    }

    @Test
    void onePartIsChangedAndTheOthersStayAsTheyAre() {
        List<Mailing> parts = parts("agreement", MailingState.RUNNING, MailingState.RUNNING);
        mailings.add(new MailingShards(parts));
        Mailing changed = withState(parts.get(1), MailingState.PAUSED);

        assertThat(mailings.change(parts.get(1), now -> Optional.of(changed))).contains(changed);
        assertThat(mailings.change(parts.get(0), now -> Optional.empty())).isEmpty();
        assertThat(mailings.running()).containsExactly(parts.get(0));
    }

    @Test
    void allPartsAreChangedTogetherAsTheyAreStored() {
        List<Mailing> parts = parts("agreement", MailingState.RUNNING, MailingState.RUNNING);
        mailings.add(new MailingShards(parts));
        MailingShards paused = new MailingShards(
                parts.stream().map(part -> withState(part, MailingState.PAUSED)).toList());

        assertThat(mailings.changeAll("agreement", 2, now -> {
                    assertThat(now.parts()).containsExactlyElementsOf(parts);
                    return Optional.of(paused);
                }))
                .contains(paused);
        assertThat(mailings.running()).isEmpty();
        assertThat(mailings.find("agreement", 2)).contains(paused.whole());
        assertThat(mailings.changeAll("agreement", 3, now -> Optional.of(paused)))
                .isEmpty();
    }

    private static List<Mailing> parts(String agreementId, MailingState... states) {
        List<Mailing> parts = new ArrayList<>();
        for (int number = 0; number < states.length; number++) {
            parts.add(new Mailing(
                    "realm",
                    agreementId,
                    2,
                    new MailingPart(number, number == states.length - 1 ? null : String.valueOf(number + 1)),
                    states[number],
                    new MailingRate(6000, states.length, START.plusMillis(number)),
                    new MailingProgress(1000, number, 0, number == 0 ? null : String.valueOf(number), 0, null, 0),
                    START,
                    null,
                    "administrator",
                    URI.create("https://sso.example.org/"),
                    null));
        }
        return parts;
    }

    private static Mailing withState(Mailing part, MailingState state) {
        return new Mailing(
                part.realmId(),
                part.agreementId(),
                part.versionNumber(),
                part.part(),
                state,
                part.rate(),
                part.progress(),
                part.startedAt(),
                part.finishedAt(),
                part.administratorId(),
                part.base(),
                part.problem());
    }
}
