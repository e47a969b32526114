package io.agreements.keycloak.setup.realm;

import io.agreements.keycloak.setup.condition.Before;
import io.agreements.keycloak.setup.condition.Change;
import io.agreements.keycloak.setup.condition.Finding;
import io.agreements.keycloak.setup.condition.Sentence;
import io.agreements.keycloak.setup.condition.SetupCondition;
import java.util.List;
import org.keycloak.models.RealmModel;

/** A record says that a user decided, so nobody may get into an account by guessing. */
public final class BruteForceCondition implements SetupCondition {

    private static final String ID = "brute-force";

    private final RealmModel realm;
    private final Before before;

    public BruteForceCondition(RealmModel realm, Before before) {
        this.realm = realm;
        this.before = before;
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public Finding look() {
        return realm.isBruteForceProtected()
                ? Finding.ok(Sentence.of(ID + ".ok"))
                : Finding.toMend(Sentence.of(ID + ".off"), new Change(Sentence.of(ID + ".on"), this::protect));
    }

    @Override
    public List<Change> takeBack() {
        return before.has(ID) && realm.isBruteForceProtected()
                ? List.of(new Change(Sentence.of(ID + ".back"), this::restore))
                : List.of();
    }

    private void protect() {
        before.keep(ID, null);
        realm.setBruteForceProtected(true);
    }

    private void restore() {
        realm.setBruteForceProtected(false);
        before.forget(ID);
    }
}
