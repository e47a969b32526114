package io.agreements.keycloak.disclosure;

import io.agreements.keycloak.ledger.Actor;
import io.agreements.keycloak.ledger.LedgerProvider;
import io.agreements.keycloak.ledger.LedgerRecord;
import io.agreements.keycloak.ledger.RecordableEvent;
import io.agreements.keycloak.ledger.details.DisclosureDetails;
import io.agreements.keycloak.ledger.details.DisclosureDetails.Stage;
import io.agreements.keycloak.ledger.erasure.Identity;
import java.time.Instant;
import org.keycloak.models.KeycloakSession;

/**
 * Data about users was given to a third party, or a user is told of it. What is registered is on record without the
 * users, whose own records show nothing before they may be told.
 *
 * @param session the session whose transaction it is
 * @param userId of the user who is told; null if it is registered
 * @param users how many it concerns; null if a user is told
 * @param isNew whether the entry came to be by that
 */
public record DisclosureEvent(
        KeycloakSession session, Disclosure disclosure, String userId, Integer users, boolean isNew)
        implements RecordableEvent {

    private static final String SEPARATOR = ", ";

    /** @param isNew whether the entry is; otherwise it concerns more users */
    static DisclosureEvent registered(KeycloakSession session, Disclosure disclosure, int users, boolean isNew) {
        return new DisclosureEvent(session, disclosure, null, users, isNew);
    }

    static DisclosureEvent told(KeycloakSession session, Disclosure disclosure, String userId) {
        return new DisclosureEvent(session, disclosure, userId, null, false);
    }

    @Override
    public void writeTo(LedgerProvider ledger, Instant now) {
        Actor actor = userId == null ? Actor.of(session, null) : Actor.SCHEDULE;
        ledger.append(LedgerRecord.of(details(actor), disclosure.realmId(), now)
                .occurredAt(isNew ? disclosure.registeredAt() : disclosure.behindRegistration(now))
                .user(userId)
                .method(actor.method())
                .client(actor.clientId())
                .identity(Identity.ofUser(session, session.realms().getRealm(disclosure.realmId()), userId))
                .build());
    }

    private DisclosureDetails details(Actor actor) {
        return new DisclosureDetails(
                userId == null ? Stage.REGISTERED : Stage.TOLD,
                disclosure.id(),
                actor.kind(),
                actor.administratorId(),
                disclosure.recipient(),
                disclosure.ground(),
                String.join(SEPARATOR, disclosure.data()),
                disclosure.disclosedAt().toEpochMilli(),
                disclosure.reference(),
                disclosure.notBefore() == null ? null : disclosure.notBefore().toEpochMilli(),
                disclosure.silence(),
                users,
                disclosure.corrects());
    }
}
