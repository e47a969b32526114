package io.agreements.keycloak.setup.content;

import io.agreements.keycloak.agreement.Agreement;
import io.agreements.keycloak.agreement.Catalogue;
import io.agreements.keycloak.setup.condition.Finding;
import io.agreements.keycloak.setup.condition.Sentence;
import io.agreements.keycloak.setup.condition.SetupCondition;
import java.time.Instant;
import java.util.List;

/** There is an agreement that users can read and accept. */
public final class InForceCondition implements SetupCondition {

    private static final String ID = "agreement";

    private final Catalogue catalogue;
    private final Instant now;

    public InForceCondition(Catalogue catalogue, Instant now) {
        this.catalogue = catalogue;
        this.now = now;
    }

    /** Whether the realm asks anybody for anything. */
    public static boolean isMet(Catalogue catalogue, Instant now) {
        return catalogue.agreements().stream()
                .anyMatch(agreement -> agreement.open(now).isPresent());
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public Finding look() {
        if (!isMet(catalogue, now)) {
            return Finding.byHand(Sentence.of(ID + (catalogue.agreements().isEmpty() ? ".none" : ".unpublished")));
        }
        List<String> keys = catalogue.agreements().stream()
                .filter(agreement -> agreement.open(now).isPresent())
                .map(Agreement::key)
                .toList();
        return Finding.ok(Sentence.of(ID + ".ok", String.join(", ", keys)));
    }
}
