package io.agreements.keycloak.ledger.hold;

import io.agreements.keycloak.ledger.RecordType;
import java.util.EnumSet;
import java.util.Set;
import org.keycloak.models.RealmModel;

/** Whether users are told that a hold keeps their records. What it is for they are never told. */
public enum HoldTelling {
    TOLD,
    /** Where the law forbids to warn somebody. */
    UNTOLD;

    /** Realm attribute: {@code false} where users are not to be told. */
    public static final String ATTRIBUTE = "agreements.hold.told";

    public static HoldTelling of(RealmModel realm) {
        return "false".equalsIgnoreCase(realm.getAttribute(ATTRIBUTE)) ? UNTOLD : TOLD;
    }

    /**
     * What a user is shown of the own records.
     *
     * @param types what is asked for; empty for all
     * @return empty for all
     */
    public Set<RecordType> shown(Set<RecordType> types) {
        if (this == TOLD) {
            return types;
        }
        Set<RecordType> shown = types.isEmpty() ? EnumSet.allOf(RecordType.class) : EnumSet.copyOf(types);
        shown.remove(RecordType.HOLD);
        return shown;
    }
}
