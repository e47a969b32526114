package io.agreements.keycloak.account.departure;

import io.agreements.keycloak.ledger.Actor;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import org.keycloak.models.FederatedIdentityModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/**
 * A user who goes.
 *
 * @param userId id of the user
 * @param actor who is behind it
 * @param names what the user was called, here and at identity providers
 */
public record Departure(String userId, Actor actor, Set<String> names) {

    public static Departure of(KeycloakSession session, RealmModel realm, UserModel user) {
        Set<String> names = new LinkedHashSet<>();
        names.add(user.getUsername());
        names.add(user.getEmail());
        session.users()
                .getFederatedIdentitiesStream(realm, user)
                .map(FederatedIdentityModel::getUserName)
                .forEach(names::add);
        names.removeIf(Objects::isNull);
        return new Departure(user.getId(), Actor.of(session, user), names);
    }
}
