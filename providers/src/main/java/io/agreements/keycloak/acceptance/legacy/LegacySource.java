package io.agreements.keycloak.acceptance.legacy;

import java.util.List;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** Where acceptances were kept before. It is read once, from its beginning to its end. */
public interface LegacySource {

    /** What records say of where they come from. */
    String name();

    /** About how many acceptances there are. */
    long size(KeycloakSession session, RealmModel realm);

    /** The next acceptances, at most so many; none at the end. */
    List<LegacyAcceptance> next(KeycloakSession session, RealmModel realm, int max);
}
