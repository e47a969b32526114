package io.agreements.keycloak.ledger.hold;

import io.agreements.keycloak.ledger.Actor;
import io.agreements.keycloak.ledger.LedgerProvider;
import io.agreements.keycloak.ledger.LedgerRecord;
import io.agreements.keycloak.ledger.RecordableEvent;
import io.agreements.keycloak.ledger.details.HoldDetails;
import io.agreements.keycloak.ledger.details.HoldDetails.Stage;
import io.agreements.keycloak.ledger.erasure.Identity;
import java.time.Instant;
import org.keycloak.models.KeycloakSession;

/**
 * A hold was placed, or is over.
 *
 * @param session the session whose transaction it is
 * @param hold as it is now
 * @param stage what happened
 */
public record HoldEvent(KeycloakSession session, Hold hold, Stage stage) implements RecordableEvent {

    @Override
    public void writeTo(LedgerProvider ledger, Instant now) {
        Actor actor = Actor.of(session, null);
        ledger.append(LedgerRecord.of(details(actor), hold.realmId(), now)
                .occurredAt(stage == Stage.PLACED ? hold.placedAt() : hold.endedAt())
                .user(hold.userId())
                .method(actor.method())
                .client(actor.clientId())
                .identity(Identity.ofUser(session, session.realms().getRealm(hold.realmId()), hold.userId()))
                .build());
    }

    private HoldDetails details(Actor actor) {
        return new HoldDetails(
                stage,
                hold.id(),
                actor.kind(),
                actor.administratorId(),
                stage == Stage.PLACED ? hold.reason() : null,
                hold.agreementKey(),
                hold.until() == null ? null : hold.until().toEpochMilli());
    }
}
