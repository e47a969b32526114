package io.agreements.keycloak.conduct;

import io.agreements.keycloak.ledger.Actor;
import io.agreements.keycloak.ledger.Identity;
import io.agreements.keycloak.ledger.LedgerProvider;
import io.agreements.keycloak.ledger.LedgerRecord;
import io.agreements.keycloak.ledger.RecordableEvent;
import io.agreements.keycloak.ledger.details.RestrictionDetails;
import io.agreements.keycloak.ledger.details.RestrictionDetails.Stage;
import java.time.Instant;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;

/**
 * Something was imposed on a user, changed, or is over before its time.
 *
 * @param session the session whose transaction it is
 * @param user on whom
 * @param restriction as it is now
 * @param stage what happened
 */
public record RestrictionEvent(KeycloakSession session, UserModel user, Restriction restriction, Stage stage)
        implements RecordableEvent {

    @Override
    public void writeTo(LedgerProvider ledger, Instant now) {
        Actor actor = actor();
        ledger.append(LedgerRecord.of(details(actor), restriction.realmId(), now)
                .user(restriction.userId())
                .method(actor.method())
                .client(actor.clientId())
                .identity(new Identity(user.getUsername(), null))
                .build());
    }

    private Actor actor() {
        return switch (stage) {
            case CORRECTED, MISSED -> Actor.SCHEDULE;
            case APPEALED -> Actor.of(session, user);
            default -> Actor.of(session, null);
        };
    }

    /** What was written in this step; null if nothing was but the statement. */
    private String words() {
        return switch (stage) {
            case APPEALED -> restriction.appeal().text();
            case ANSWERED -> restriction.appeal().answer().text();
            default -> null;
        };
    }

    private RestrictionDetails details(Actor actor) {
        boolean says = stage == Stage.IMPOSED || stage == Stage.CHANGED;
        Statement statement = restriction.statement();
        return new RestrictionDetails(
                stage,
                restriction.id(),
                restriction.kind().name(),
                actor.kind(),
                actor.administratorId(),
                statement.grounds().stream().map(RestrictionGround::name).toList(),
                says ? statement.facts() : null,
                says ? statement.article() : null,
                says ? statement.appeal() : null,
                restriction.until() == null ? null : restriction.until().toEpochMilli(),
                restriction.attribute(),
                words(),
                stage == Stage.ANSWERED
                        ? restriction.appeal().answer().outcome().name()
                        : null);
    }
}
