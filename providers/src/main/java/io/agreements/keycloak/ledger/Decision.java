package io.agreements.keycloak.ledger;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.agreements.keycloak.EnumNames;
import java.util.EnumSet;
import java.util.Set;

/** What a user said to a version of an agreement. */
public enum Decision {
    ACCEPTED,
    /** Taken note of, where there is nothing to consent to. */
    ACKNOWLEDGED,
    DECLINED,
    WITHDRAWN;

    /** Those that do what an agreement asks for. */
    public static final Set<Decision> AFFIRMATIVE = Set.copyOf(EnumSet.of(ACCEPTED, ACKNOWLEDGED));

    public boolean isAffirmative() {
        return AFFIRMATIVE.contains(this);
    }

    @JsonCreator
    static Decision named(String name) {
        return EnumNames.find(Decision.class, name);
    }
}
