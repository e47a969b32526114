package io.agreements.keycloak.ledger.hold;

import io.agreements.keycloak.ledger.LedgerProvider;
import io.agreements.keycloak.ledger.details.HoldDetails.Stage;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/** What administrators can do with legal holds. Each step is on record in the transaction that takes it. */
public final class LegalHolds {

    /** Holds in force in a realm: each removal of many users looks at all of them. */
    private static final int MOST = 10_000;

    private final KeycloakSession session;
    private final Holds holds;
    private final Clock clock;

    public LegalHolds(KeycloakSession session, Clock clock) {
        this.session = session;
        this.holds = session.getProvider(LedgerProvider.class).holds();
        this.clock = clock;
    }

    /**
     * Keeps the records of a user or of an agreement.
     *
     * @return empty if the user is gone, and nothing of whom is left to hold
     * @throws IllegalArgumentException with what is wrong with the wish, in words for an administrator
     */
    public Optional<Hold> place(RealmModel realm, Wish wish, String administratorId) {
        Hold hold = new Hold(
                        KeycloakModelUtils.generateId(),
                        realm.getId(),
                        wish.userId(),
                        wish.agreementKey(),
                        wish.reason(),
                        administratorId,
                        now(),
                        wish.until(),
                        null,
                        null)
                .checked();
        if (holds.countActive(realm) >= MOST) {
            throw new IllegalArgumentException("a realm has room for " + MOST + " legal holds in force");
        }
        if (!holds.place(hold)) {
            return Optional.empty();
        }
        tell(hold, Stage.PLACED);
        return Optional.of(hold);
    }

    /**
     * Lets records go their way again. What was to be erased meanwhile is erased by a task soon after.
     *
     * @return false if the hold was over already
     */
    public boolean lift(Hold hold, String administratorId) {
        Hold lifted = hold.ended(now(), administratorId);
        if (!holds.end(lifted)) {
            return false;
        }
        tell(lifted, Stage.LIFTED);
        return true;
    }

    /** The date of a hold has come. */
    void end(Hold hold) {
        Hold ended = hold.ended(now(), null);
        if (holds.end(ended)) {
            tell(ended, Stage.ENDED);
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private void tell(Hold hold, Stage stage) {
        session.getKeycloakSessionFactory().publish(new HoldEvent(session, hold, stage));
    }

    /**
     * What an administrator wants to be kept.
     *
     * @param userId whose records; null if they are those of an agreement
     * @param agreementKey the agreement whose records; null if they are those of a user
     * @param reason in the administrator's words
     * @param until from when the hold ends by itself; null if somebody has to lift it
     */
    public record Wish(String userId, String agreementKey, String reason, Instant until) {}
}
