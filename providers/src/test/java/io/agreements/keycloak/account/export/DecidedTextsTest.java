package io.agreements.keycloak.account.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.agreements.keycloak.fixture.Realms;
import io.agreements.keycloak.ledger.ActorKind;
import io.agreements.keycloak.ledger.Decision;
import io.agreements.keycloak.ledger.LedgerRecord;
import io.agreements.keycloak.ledger.Shown;
import io.agreements.keycloak.ledger.details.AcceptanceDetails;
import io.agreements.keycloak.ledger.details.ExportDetails;
import io.agreements.keycloak.ledger.details.MailingDetails;
import java.time.Instant;
import org.junit.jupiter.api.Test;

final class DecidedTextsTest {

    private final DecidedTexts texts = new DecidedTexts();

    @Test
    void eachTextThatWasDecidedOnCountsOnceInOrder() {
        texts.add(decision("terms", 10, "en"));
        texts.add(decision("terms", 2, "zh-Hans"));
        texts.add(decision("terms", 2, "en"));
        texts.add(decision("terms", 2, "en"));
        texts.add(decision("news", 1, "en"));

        assertThat(texts.keys())
                .extracting(DecidedTexts.Key::path)
                .containsExactly(
                        "agreements/news/1/en.md",
                        "agreements/terms/2/en.md",
                        "agreements/terms/2/zh-Hans.md",
                        "agreements/terms/10/en.md");
    }

    @Test
    void whatIsNoDecisionHasNoText() {
        texts.add(LedgerRecord.of(new ExportDetails(ActorKind.USER), Realms.named("shop"), Instant.EPOCH)
                .build());
        texts.add(LedgerRecord.of(MailingDetails.of("admin", 0, 1, 0), Realms.named("shop"), Instant.EPOCH)
                .shown(shown("terms", 1, "en"))
                .build());

        assertThat(texts.keys()).isEmpty();
    }

    private static LedgerRecord decision(String key, int version, String locale) {
        return LedgerRecord.of(new AcceptanceDetails(null, null, null), Realms.named("shop"), Instant.EPOCH)
                .decision(Decision.ACCEPTED, shown(key, version, locale))
                .build();
    }

    private static Shown shown(String key, int version, String locale) {
        return new Shown(key, version, locale, "0".repeat(64), null, null, null);
    }
}
