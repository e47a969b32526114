package io.agreements.keycloak.agreement.editing;

import static io.agreements.keycloak.fixture.agreement.AgreementBuilder.required;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.agreements.keycloak.agreement.Agreement;
import io.agreements.keycloak.agreement.AgreementProvider.AgreementSettings;
import io.agreements.keycloak.agreement.Audience;
import io.agreements.keycloak.agreement.Requirement;
import io.agreements.keycloak.ledger.ActorKind;
import io.agreements.keycloak.ledger.details.SettingsDetails;
import io.agreements.keycloak.ledger.details.SettingsDetails.Change;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class SettingsEventTest {

    private static final Agreement BEFORE =
            required("terms").forClients("shop", "market").build();

    @Test
    void whatGivesADecisionItsMeaningIsToldWithWhatItWas() {
        SettingsEvent event = event(new AgreementSettings(
                "terms", Requirement.OPTIONAL, "en", 7, new Audience(Audience.Type.ROLE, Set.of("shop.buyer")), 365));

        assertThat(event.changes())
                .containsOnly(
                        entry("requirement", new Change("REQUIRED", "OPTIONAL")),
                        entry("audience", new Change("CLIENTS\nmarket\nshop", "ROLE\nshop.buyer")),
                        entry("bindingLocale", new Change("zh-Hans", "en")),
                        entry("reacceptAfterDays", new Change(null, 365)));
        assertThat(new SettingsDetails(ActorKind.ADMINISTRATOR, "id", event.changes()).fields())
                .containsEntry("requirement.from", "REQUIRED")
                .containsEntry("reacceptAfterDays.to", 365)
                .doesNotContainKey("reacceptAfterDays.from")
                .containsEntry("administrator", "id");
    }

    @Test
    void whereItStandsOnAPageIsNothingOfThat() {
        AgreementSettings moved =
                new AgreementSettings("terms", Requirement.REQUIRED, "zh-Hans", 99, BEFORE.audience(), null);

        assertThat(event(moved).changes()).isEmpty();
    }

    private static SettingsEvent event(AgreementSettings after) {
        return new SettingsEvent(null, null, BEFORE, after);
    }
}
