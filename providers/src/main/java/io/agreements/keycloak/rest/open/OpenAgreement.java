package io.agreements.keycloak.rest.open;

import io.agreements.keycloak.agreement.Agreement;
import io.agreements.keycloak.agreement.Requirement;
import io.agreements.keycloak.agreement.Text;
import io.agreements.keycloak.agreement.Version;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/**
 * An agreement as JSON.
 *
 * @param bindingLocale language tag of the text that binds
 * @param inForce the version in force with its texts' content; left out in lists
 * @param versions all published ones by ascending number
 */
public record OpenAgreement(
        String key, Requirement requirement, String bindingLocale, OpenVersion inForce, List<OpenVersion> versions) {

    static OpenAgreement of(Agreement agreement, Instant now) {
        return of(agreement, null, now);
    }

    static OpenAgreement of(Agreement agreement, Version inForce, Instant now, Function<Text, OpenText> texts) {
        return of(agreement, OpenVersion.of(agreement, inForce, now, texts), now);
    }

    private static OpenAgreement of(Agreement agreement, OpenVersion inForce, Instant now) {
        return new OpenAgreement(
                agreement.key(),
                agreement.requirement(),
                agreement.bindingLocale(),
                inForce,
                agreement.versions().stream()
                        .filter(version -> version.timeline().isPublished(now))
                        .map(version -> OpenVersion.of(agreement, version, now, OpenText::of))
                        .toList());
    }
}
