package io.agreements.keycloak.account.deletion;

import io.agreements.keycloak.ledger.LedgerProvider;
import io.agreements.keycloak.ledger.hold.HoldTelling;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** What becomes of the name in a user's records when the account goes. Both pages and mails say so. */
public enum RecordsAhead {
    ERASED("agreementsDeletionDoneRecordsErased"),
    /** A legal hold keeps it for a while, and the user is told. */
    HELD("agreementsDeletionDoneRecordsHeld"),
    /** Whether a legal hold keeps it for a while is told to nobody: all users read the same. */
    LAWFUL("agreementsDeletionDoneRecordsLawful");

    private final String mailKey;

    RecordsAhead(String mailKey) {
        this.mailKey = mailKey;
    }

    static RecordsAhead of(KeycloakSession session, RealmModel realm, String userId) {
        if (HoldTelling.of(realm) == HoldTelling.UNTOLD) {
            return LAWFUL;
        }
        return session.getProvider(LedgerProvider.class).holds().keepsRecordsOf(realm, userId) ? HELD : ERASED;
    }

    String mailKey() {
        return mailKey;
    }
}
