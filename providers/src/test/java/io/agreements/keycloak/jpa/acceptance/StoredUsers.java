package io.agreements.keycloak.jpa.acceptance;

import io.agreements.keycloak.fixture.TablesInMemory;
import io.agreements.keycloak.ledger.Decision;
import java.time.Instant;
import org.keycloak.models.RealmModel;
import org.keycloak.models.jpa.entities.UserEntity;

/** Users of one realm, and what they said to one agreement. */
record StoredUsers(TablesInMemory tables, RealmModel realm, String agreementId) {

    StoredUsers user(String name) {
        tables.store(row(realm.getId(), name));
        return this;
    }

    StoredUsers serviceAccount(String name) {
        UserEntity account = row(realm.getId(), name);
        account.setServiceAccountClientLink("client");
        tables.store(account);
        return this;
    }

    StoredUsers userOfAnotherRealm(String name) {
        tables.store(row("another", name));
        return this;
    }

    /** Whether there is such a user or not. */
    StoredUsers said(String name, Decision decision, int version, Instant decidedAt) {
        StandingEntity standing = new StandingEntity();
        standing.userId = idOf(name);
        standing.agreementId = agreementId;
        standing.realmId = realm.getId();
        standing.versionNumber = version;
        standing.decision = decision.name();
        standing.locale = "en";
        standing.decidedAt = decidedAt.toEpochMilli();
        standing.recordId = "record-of-" + name;
        tables.store(standing);
        return this;
    }

    static String idOf(String name) {
        return "id-of-" + name;
    }

    private static UserEntity row(String realmId, String name) {
        UserEntity user = new UserEntity();
        user.setId(idOf(name));
        user.setRealmId(realmId);
        user.setUsername(name);
        user.setEmailConstraint(name);
        return user;
    }
}
