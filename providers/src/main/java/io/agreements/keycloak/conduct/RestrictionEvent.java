package io.agreements.keycloak.conduct;

import io.agreements.keycloak.conduct.barred.BarredKind;
import io.agreements.keycloak.conduct.barred.BarredName;
import io.agreements.keycloak.ledger.Actor;
import io.agreements.keycloak.ledger.LedgerProvider;
import io.agreements.keycloak.ledger.LedgerRecord;
import io.agreements.keycloak.ledger.RecordableEvent;
import io.agreements.keycloak.ledger.details.RestrictionDetails;
import io.agreements.keycloak.ledger.details.RestrictionDetails.Stage;
import io.agreements.keycloak.ledger.erasure.Identity;
import java.time.Instant;
import java.util.List;
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
                .occurredAt(occurredAt(now))
                .user(restriction.userId())
                .method(actor.method())
                .client(actor.clientId())
                .identity(new Identity(user.getUsername(), null))
                .build());
    }

    /** The moment that the restriction itself keeps, where it keeps one. */
    private Instant occurredAt(Instant now) {
        return switch (stage) {
            case IMPOSED -> restriction.from();
            case LIFTED, CORRECTED -> restriction.ended().at();
            case APPEALED -> restriction.appeal().at();
            case ANSWERED -> restriction.appeal().answer().at();
            case CHANGED, MISSED -> now;
        };
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

    /** What is kept from being registered again from now on. */
    private List<BarredName> barred() {
        return stage == Stage.IMPOSED && restriction.kind() == RestrictionKind.TERMINATION
                ? session.getProvider(RestrictionProvider.class).barred().ofRestrictions(List.of(restriction.id()))
                : List.of();
    }

    private RestrictionDetails details(Actor actor) {
        boolean says = stage == Stage.IMPOSED || stage == Stage.CHANGED;
        Statement statement = restriction.statement();
        List<BarredName> barred = barred();
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
                        : null,
                barred.isEmpty()
                        ? null
                        : barred.stream()
                                .map(BarredName::kind)
                                .distinct()
                                .sorted()
                                .map(BarredKind::name)
                                .toList(),
                barred.isEmpty() ? null : barred.get(0).until().toEpochMilli());
    }
}
