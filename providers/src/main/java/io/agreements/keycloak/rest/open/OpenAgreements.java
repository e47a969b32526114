package io.agreements.keycloak.rest.open;

import io.agreements.keycloak.agreement.Agreement;
import io.agreements.keycloak.agreement.text.Links;
import java.time.Instant;
import java.util.List;
import org.keycloak.models.RealmModel;

/**
 * The agreements of a realm as JSON, in the order of a page.
 *
 * @param agreements those with a published version
 * @param contact web or mail address; left out if the realm has none
 * @param feedback web or mail address; left out if the realm has none
 */
public record OpenAgreements(List<OpenAgreement> agreements, String contact, String feedback) {

    private static final String CONTACT = "agreements.contact";
    private static final String FEEDBACK = "agreements.feedback";

    static OpenAgreements of(RealmModel realm, List<Agreement> all, Instant now) {
        return new OpenAgreements(
                all.stream()
                        .map(agreement -> OpenAgreement.of(agreement, now))
                        .filter(agreement -> !agreement.versions().isEmpty())
                        .toList(),
                address(realm, CONTACT),
                address(realm, FEEDBACK));
    }

    /** @return null if the realm gives none that a link may have */
    private static String address(RealmModel realm, String attribute) {
        String address = realm.getAttribute(attribute);
        return Links.isAllowed(address) || isMail(address) ? address : null;
    }

    /** What begins like an address of another kind is none, even with an at sign in it. */
    private static boolean isMail(String address) {
        return address != null
                && address.indexOf(':') < 0
                && address.indexOf('/') < 0
                && Links.isAllowed("mailto:" + address);
    }
}
