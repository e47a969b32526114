package io.agreements.keycloak.conduct.barred;

import io.agreements.keycloak.account.deletion.NameDigest;
import java.util.Comparator;
import java.util.List;
import org.keycloak.component.ComponentModel;
import org.keycloak.keys.KeyProvider;
import org.keycloak.models.RealmModel;

/**
 * The keys under which a realm knows barred names again. They are among the providers of keys of the realm, far from what
 * they digest, sign nothing and are given out nowhere. A realm without one has barred nothing.
 */
final class BarringKey {

    /** What realms call it. It never changes: it stands in realms and their exports. */
    static final String KIND = "agreements-barring";

    /** Beside the table of the names, not in it. */
    static final String SECRET = "secret";

    private BarringKey() {}

    /** Of all keys there are, the one for new names first. */
    static List<NameDigest> of(RealmModel realm) {
        return realm.getComponentsStream(realm.getId(), KeyProvider.class.getName())
                .filter(component -> KIND.equals(component.getProviderId()) && component.contains(SECRET))
                .sorted(Comparator.comparing(ComponentModel::getId))
                .map(component -> new NameDigest(component.get(SECRET)))
                .toList();
    }

    static void add(RealmModel realm) {
        ComponentModel key = new ComponentModel();
        key.setName(KIND);
        key.setParentId(realm.getId());
        key.setProviderId(KIND);
        key.setProviderType(KeyProvider.class.getName());
        key.put(SECRET, NameDigest.newKey());
        realm.addComponentModel(key);
    }
}
