package io.agreements.keycloak.setup.realm;

import io.agreements.keycloak.RealmTimeZone;
import io.agreements.keycloak.setup.condition.Finding;
import io.agreements.keycloak.setup.condition.Sentence;
import io.agreements.keycloak.setup.condition.SetupCondition;
import org.keycloak.models.RealmModel;

/** The time zone that the realm names is one. */
public final class TimeZoneCondition implements SetupCondition {

    private static final String ID = "time-zone";

    private final RealmModel realm;

    public TimeZoneCondition(RealmModel realm) {
        this.realm = realm;
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public Finding look() {
        return RealmTimeZone.isUnknown(realm)
                ? Finding.byHand(Sentence.of(ID + ".unknown", realm.getAttribute(RealmTimeZone.ATTRIBUTE)))
                : Finding.ok(Sentence.of(ID + ".ok", RealmTimeZone.nameOf(realm)));
    }
}
