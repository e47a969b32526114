package io.agreements.keycloak.rest.open;

import io.agreements.keycloak.agreement.Agreement;
import io.agreements.keycloak.agreement.Version;
import io.agreements.keycloak.page.AgreementView;
import java.time.Instant;
import java.util.List;

/**
 * The page of one version.
 *
 * @param view the version
 * @param versions all published ones, newest first
 * @param state where the version is in its life
 * @param changes leads to what changed since the version before; null if there is none
 */
public record VersionPage(AgreementView view, List<OtherVersion> versions, State state, ChangesLink changes) {

    /** @param from number of the version before */
    public record ChangesLink(int from, String url) {}

    /** Of a published version. */
    public enum State {
        ANNOUNCED,
        IN_FORCE,
        SUPERSEDED,
        RETRACTED;

        static State of(Agreement agreement, Version version, Instant now) {
            if (version.timeline().isRetracted(now)) {
                return RETRACTED;
            }
            int order = agreement
                    .inForce(now)
                    .map(inForce -> Integer.compare(version.number(), inForce.number()))
                    .orElse(1);
            return order == 0 ? IN_FORCE : order < 0 ? SUPERSEDED : ANNOUNCED;
        }
    }
}
