package io.agreements.keycloak.acceptance.legacy;

import io.agreements.keycloak.agreement.Agreement;
import io.agreements.keycloak.agreement.Text;
import io.agreements.keycloak.agreement.Version;
import io.agreements.keycloak.ledger.Shown;
import java.util.Optional;

/**
 * The version that was accepted.
 *
 * @param agreement the agreement
 * @param version one that is published
 */
public record LegacyTarget(Agreement agreement, Version version) {

    /**
     * The text that was accepted; of how it was presented nothing is known.
     *
     * @param locale null for the binding one
     * @return empty if there is no text in that locale
     */
    Optional<Shown> shown(String locale) {
        return version.text(locale == null ? agreement.bindingLocale() : locale).map(this::shown);
    }

    private Shown shown(Text text) {
        return Shown.text(agreement.key(), version.number(), text.locale(), text.digest());
    }
}
