package io.agreements.keycloak.acceptance.renewal;

import io.agreements.keycloak.acceptance.RenewalRequest;
import io.agreements.keycloak.acceptance.Standing;
import io.agreements.keycloak.agreement.Agreement;
import io.agreements.keycloak.ledger.Actor;
import io.agreements.keycloak.ledger.LedgerProvider;
import io.agreements.keycloak.ledger.LedgerRecord;
import io.agreements.keycloak.ledger.RecordableEvent;
import io.agreements.keycloak.ledger.Shown;
import io.agreements.keycloak.ledger.details.RenewalRequestDetails;
import io.agreements.keycloak.ledger.erasure.Identity;
import java.time.Instant;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/**
 * An administrator has a user accept again, or not any more.
 *
 * @param session the session whose transaction it is
 * @param standing what the user accepted before
 * @param request null if it is taken back
 */
public record RenewalRequestEvent(
        KeycloakSession session,
        RealmModel realm,
        UserModel user,
        Agreement agreement,
        Standing standing,
        RenewalRequest request)
        implements RecordableEvent {

    @Override
    public void writeTo(LedgerProvider ledger, Instant now) {
        Actor actor = Actor.of(session, user);
        ledger.append(LedgerRecord.of(details(actor), realm, now)
                .user(user.getId())
                .shown(shown())
                .method(actor.method())
                .client(actor.clientId())
                .identity(new Identity(user.getUsername(), null))
                .build());
    }

    private RenewalRequestDetails details(Actor actor) {
        return request == null
                ? RenewalRequestDetails.ofTakingBack(actor.kind(), actor.administratorId())
                : RenewalRequestDetails.of(actor.kind(), actor.administratorId(), request.reason());
    }

    private Shown shown() {
        return Shown.text(agreement.key(), standing.versionNumber(), standing.locale(), standing.textDigest());
    }
}
