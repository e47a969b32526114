package io.agreements.keycloak.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.agreements.keycloak.fixture.Realms;
import io.agreements.keycloak.ledger.details.AcceptanceDetails;
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
                .ignoringFields("id")
                .isEqualTo(new LedgerRecord(
                        "any",
                        "id-of-pop800",
                        null,
                        RecordType.ACCEPTANCE,
                        null,
                        null,
                        null,
                        null,
                        NOW,
                        Map.of(),
                        Identity.NONE,
                        Connection.NONE));
    }

    @Test
    void whatIsSaidIsOnRecord() {
        Shown shown = new Shown("terms", 2, "zh-Hans", "digest", "labels", true, 1);
        Identity identity = new Identity("zhang", "session");
        Connection connection = new Connection("203.0.113.77", "Firefox");

        LedgerRecord entry = builder(new AcceptanceDetails(null, null, "csv", null))
                .user("user")
                .decision(Decision.ACCEPTED, shown)
                .method(Method.LOGIN)
                .client("shop")
                .identity(identity)
                .connection(connection)
                .build();

        assertThat(entry)
                .usingRecursiveComparison()
                .ignoringFields("id")
                .isEqualTo(new LedgerRecord(
                        "any",
                        "id-of-pop800",
                        "user",
                        RecordType.ACCEPTANCE,
                        shown,
                        Decision.ACCEPTED,
                        Method.LOGIN,
                        "shop",
                        NOW,
                        Map.of("source", "csv"),
                        identity,
                        connection));
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
        LedgerRecord entry =
                builder(new AcceptanceDetails(null, null, "csv", null)).build();

        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> entry.details().put("later", true));
    }

    @Test
    void whenItWasMustBeSaid() {
        assertThatNullPointerException()
                .isThrownBy(() -> LedgerRecord.of(
                                new AcceptanceDetails(null, null, null, null), Realms.named("pop800"), null)
                        .build())
                .withMessage("occurredAt");
    }

    private static LedgerRecord.Builder builder() {
        return builder(new AcceptanceDetails(null, null, null, null));
    }

    private static LedgerRecord.Builder builder(Details details) {
        return LedgerRecord.of(details, Realms.named("pop800"), NOW);
    }
}
