package io.agreements.keycloak.setup.content;

import io.agreements.keycloak.agreement.Catalogue;
import io.agreements.keycloak.agreement.MissingNames;
import io.agreements.keycloak.setup.condition.Finding;
import io.agreements.keycloak.setup.condition.Sentence;
import io.agreements.keycloak.setup.condition.SetupCondition;
import java.util.Set;
import java.util.TreeSet;
import org.keycloak.models.RealmModel;

/** Clients and roles that audiences name are there. */
public final class AudiencesCondition implements SetupCondition {

    private static final String ID = "audiences";

    private final RealmModel realm;
    private final Catalogue catalogue;
    private final MissingNames names;

    public AudiencesCondition(RealmModel realm, Catalogue catalogue, MissingNames names) {
        this.realm = realm;
        this.catalogue = catalogue;
        this.names = names;
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public Finding look() {
        Set<String> missing = new TreeSet<>();
        catalogue
                .agreements()
                .forEach(agreement -> names.of(realm, agreement.audience())
                        .forEach(name -> missing.add(agreement.key() + ": " + name)));
        return missing.isEmpty()
                ? Finding.ok(Sentence.of(ID + ".ok"))
                : Finding.byHand(Sentence.of(ID + ".missing", String.join("; ", missing)));
    }
}
