package io.agreements.keycloak.agreement;

import java.util.Set;
import java.util.TreeSet;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/** Finds out which names of an audience are of nothing there is: an agreement for those alone asks nobody. */
public interface MissingNames {

    /** @return the names no client or role of the realm has, sorted; empty if there are all */
    Set<String> of(RealmModel realm, Audience audience);

    /** Looks clients and roles up as the session finds them. */
    static MissingNames in(KeycloakSession session) {
        return (realm, audience) -> {
            Set<String> missing = new TreeSet<>(audience.names());
            missing.removeIf(name -> switch (audience.type()) {
                case EVERYBODY -> true;
                case CLIENTS -> realm.getClientByClientId(name) != null;
                case ROLE -> KeycloakModelUtils.getRoleFromString(session, realm, name) != null;
            });
            return missing;
        };
    }
}
