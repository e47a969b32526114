package io.agreements.keycloak.agreement;

import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.provider.ProviderEvent;

/**
 * The publication of a version was decided or taken back. Published synchronously, in the transaction that does so: whoever
 * listens writes in the same transaction, and by throwing makes the whole fail.
 *
 * @param session the session whose transaction it is
 * @param realm the realm
 * @param agreementKey key of the agreement
 * @param bindingLocale language tag of the text that binds
 * @param version the version as it was before it was retracted, or as it is now published
 * @param action what was done
 */
public record PublicationEvent(
        KeycloakSession session,
        RealmModel realm,
        String agreementKey,
        String bindingLocale,
        Version version,
        Action action)
        implements ProviderEvent {

    public enum Action {
        /** It has a timeline from now on. */
        PUBLISHED,
        /** Pulled back after its publication. */
        RETRACTED,
        /** Made a draft again before the moment of its publication had come. */
        CANCELLED
    }
}
