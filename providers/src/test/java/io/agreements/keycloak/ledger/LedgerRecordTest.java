package io.agreements.keycloak.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.agreements.keycloak.fixture.Realms;
import io.agreements.keycloak.ledger.details.AcceptanceDetails;
import io.agreements.keycloak.ledger.details.DeletionDetails;
import io.agreements.keycloak.ledger.erasure.Connection;
import io.agreements.keycloak.ledger.erasure.ErasableGroup;
import io.agreements.keycloak.ledger.erasure.Identity;
import io.agreements.proof.canonical.Commitment;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class LedgerRecordTest {

    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");

    @Test
    void whatIsNotSaidStaysEmpty() {
        LedgerRecord entry = builder().build();

        assertThat(entry)
                .usingRecursiveComparison()
                .ignoringFields("id", "commitments")
                .isEqualTo(new LedgerRecord(
                        "any",
                        "id-of-pop800",
                        null,
                        RecordType.ACCEPTANCE,
                        null,
                        null,
                        null,
                        null,
                        null,
                        NOW,
                        NOW,
                        Map.of(),
                        Identity.NONE,
                        Connection.NONE,
                        null,
                        Map.of(),
                        Map.of()));
    }

    @Test
    void whatIsSaidIsOnRecord() {
        Shown shown = new Shown("terms", 2, "zh-Hans", "digest", "wording", true, 1);
        Identity identity = new Identity("zhang", "session");
        Connection connection = new Connection("203.0.113.77", "Firefox");

        LedgerRecord entry = builder(new AcceptanceDetails(null, "csv", null))
                .user("user")
                .decision(Decision.ACCEPTED, shown)
                .settings("settings")
                .occurredAt(NOW.minusSeconds(60))
                .method(Method.LOGIN)
                .client("shop")
                .identity(identity)
                .connection(connection)
                .build();

        assertThat(entry)
                .usingRecursiveComparison()
                .ignoringFields("id", "commitments")
                .isEqualTo(new LedgerRecord(
                        "any",
                        "id-of-pop800",
                        "user",
                        RecordType.ACCEPTANCE,
                        shown,
                        "settings",
                        Decision.ACCEPTED,
                        Method.LOGIN,
                        "shop",
                        NOW.minusSeconds(60),
                        NOW,
                        Map.of("source", "csv"),
                        identity,
                        connection,
                        null,
                        Map.of(),
                        Map.of()));
    }

    @Test
    void whoActedAndWhatSomebodyWroteIsNoDetail() {
        LedgerRecord entry = builder(held("in dispute with Ann")).user("user").build();

        assertThat(entry.administratorId()).isEqualTo("ada");
        assertThat(entry.freeText()).containsExactly(Map.entry("reason", "in dispute with Ann"));
        assertThat(entry.details()).containsOnlyKeys("stage", "by", "dueAt");
        assertThat(entry.allDetails()).containsOnlyKeys("stage", "by", "dueAt", "administrator", "reason");
    }

    @Test
    void aRecordIsBoundToWhatThereIsOfEachGroup() {
        LedgerRecord held = builder(held("in dispute")).user("user").build();
        LedgerRecord decided = builder()
                .user("user")
                .identity(new Identity("zhang", null))
                .connection(new Connection(null, "Firefox"))
                .build();

        assertThat(held.commitments())
                .containsOnlyKeys(ErasableGroup.SUBJECT, ErasableGroup.ACTOR, ErasableGroup.FREE_TEXT);
        assertThat(decided.commitments())
                .containsOnlyKeys(ErasableGroup.SUBJECT, ErasableGroup.IDENTITY, ErasableGroup.CONNECTION);
        assertThat(builder().build().commitments()).isEmpty();
        assertThat(held.commitments().keySet()).allMatch(held::opens);
        assertThat(decided.commitments().keySet()).allMatch(decided::opens);
        assertThat(decided.opens(ErasableGroup.ACTOR)).isFalse();
    }

    @Test
    void noTwoGroupsShareASalt() {
        LedgerRecord entry = builder(held("in dispute"))
                .user("user")
                .identity(new Identity("zhang", "session"))
                .connection(new Connection("203.0.113.77", "Firefox"))
                .build();

        assertThat(entry.commitments().values())
                .hasSize(ErasableGroup.values().length)
                .extracting(Commitment::salt)
                .doesNotHaveDuplicates();
    }

    private static Details held(String reason) {
        return DeletionDetails.ofRequest(
                DeletionDetails.Stage.HELD, new Actor(ActorKind.ADMINISTRATOR, Method.ADMIN, "ada", null), 7, reason);
    }

    @Test
    void everyRecordHasAnIdOfItsOwn() {
        LedgerRecord.Builder builder = builder();

        assertThat(builder.build().id())
                .isNotBlank()
                .isNotEqualTo(builder.build().id());
    }

    @Test
    void detailsOnRecordCannotBeChanged() {
        LedgerRecord entry = builder(new AcceptanceDetails(null, "csv", null)).build();

        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> entry.details().put("later", true));
    }

    @Test
    void whenItWasMustBeSaid() {
        assertThatNullPointerException()
                .isThrownBy(() -> LedgerRecord.of(new AcceptanceDetails(null, null, null), Realms.named("pop800"), null)
                        .build())
                .withMessage("occurredAt");
    }

    private static LedgerRecord.Builder builder() {
        return builder(new AcceptanceDetails(null, null, null));
    }

    private static LedgerRecord.Builder builder(Details details) {
        return LedgerRecord.of(details, Realms.named("pop800"), NOW);
    }
}
