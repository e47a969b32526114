package io.agreements.keycloak.jpa.ledger.record;

import io.agreements.keycloak.ledger.RecordType;
import io.agreements.proof.canonical.RecordKeys;

/** Rows with little in them, as they are stored. */
public final class PlainRows {

    private PlainRows() {}

    /** @param at when it occurred and was recorded, ms; its id says it too */
    public static RecordEntity acceptance(String realmId, long at, boolean identifying) {
        RecordEntity row = new RecordEntity();
        row.id = identifying + " " + at;
        row.realmId = realmId;
        row.userId = "user " + at;
        row.type = RecordType.ACCEPTANCE.name();
        row.agreementKey = "terms";
        row.occurredAt = at;
        row.recordedAt = at;
        row.realmKey = RecordKeys.ofRealm(realmId);
        row.listKey = RecordKeys.ofList(realmId, row.type, row.agreementKey);
        row.identitySalt = identifying ? "00".repeat(16) : null;
        return row;
    }

    /** The same of this user. */
    public static RecordEntity acceptance(String realmId, String userId, long at) {
        RecordEntity row = acceptance(realmId, at, true);
        row.userId = userId;
        return row;
    }

    /** What a user does besides, of that type, and nothing that identifies the user but the id. */
    public static RecordEntity other(String realmId, String userId, RecordType type, long at) {
        RecordEntity row = acceptance(realmId, at, false);
        row.userId = userId;
        row.type = type.name();
        row.agreementKey = null;
        row.listKey = RecordKeys.ofList(realmId, row.type, null);
        return row;
    }

    /** The same of a user who was called that. */
    public static RecordEntity named(String realmId, long at, String userId, String username) {
        RecordEntity row = acceptance(realmId, at, true);
        row.userId = userId;
        row.username = username;
        return row;
    }

    /** @param at when the record occurred, ms; its id says it too */
    public static ConnectionEntity connection(String realmId, long at) {
        ConnectionEntity row = new ConnectionEntity();
        row.realmKey = RecordKeys.ofRealm(realmId);
        row.occurredAt = at;
        row.recordId = "record " + at;
        return row;
    }
}
