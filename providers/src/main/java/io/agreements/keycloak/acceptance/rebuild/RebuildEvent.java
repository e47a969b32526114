package io.agreements.keycloak.acceptance.rebuild;

import io.agreements.keycloak.ledger.Actor;
import io.agreements.keycloak.ledger.LedgerProvider;
import io.agreements.keycloak.ledger.LedgerRecord;
import io.agreements.keycloak.ledger.RecordableEvent;
import io.agreements.keycloak.ledger.details.RebuildDetails;
import java.time.Instant;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * Standings have been made what the ledger says.
 *
 * @param session the session whose transaction it is
 * @param realm the realm
 * @param actor who is behind it
 * @param report what was changed
 */
record RebuildEvent(KeycloakSession session, RealmModel realm, Actor actor, StandingsReport report)
        implements RecordableEvent {

    @Override
    public void writeTo(LedgerProvider ledger, Instant now) {
        RebuildDetails details = new RebuildDetails(
                actor.kind(), actor.administratorId(), report.missing(), report.different(), report.surplus());
        ledger.append(LedgerRecord.of(details, realm, now)
                .method(actor.method())
                .client(actor.clientId())
                .build());
    }
}
