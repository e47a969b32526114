package io.agreements.keycloak.conduct;

import io.agreements.keycloak.acceptance.clearance.Clearance;
import io.agreements.keycloak.account.OtherSessions;
import io.agreements.keycloak.account.deletion.CoolingOff;
import io.agreements.keycloak.account.deletion.DeletionRequests;
import io.agreements.keycloak.account.rate.RateKind;
import io.agreements.keycloak.account.rate.Rates;
import io.agreements.keycloak.agreement.Limits;
import io.agreements.keycloak.agreement.StateConflictException;
import io.agreements.keycloak.conduct.Appeal.Answer;
import io.agreements.keycloak.conduct.Appeal.Outcome;
import io.agreements.keycloak.conduct.Restriction.Effect;
import io.agreements.keycloak.conduct.Restriction.End;
import io.agreements.keycloak.conduct.Restriction.Ending;
import io.agreements.keycloak.conduct.barred.BarredKind;
import io.agreements.keycloak.conduct.barred.BarredName;
import io.agreements.keycloak.conduct.barred.Barring;
import io.agreements.keycloak.ledger.details.RestrictionDetails.Stage;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/** What operators impose on users. Each step is on record in the transaction that takes it, and the user is told by mail. */
public final class Restrictions {

    /** The required action that shows whoever signs in what is imposed. */
    public static final String REQUIRED_ACTION = "agreement-restriction";

    /** Restrictions of one user that count at one moment. */
    private static final int MOST = 20;

    private final KeycloakSession session;
    private final RestrictionProvider restrictions;
    private final DeletionRequests deletions;
    private final Barring barring;
    private final RestrictionMail mail;
    private final Clock clock;

    public Restrictions(KeycloakSession session, Clock clock) {
        this.session = session;
        this.restrictions = session.getProvider(RestrictionProvider.class);
        this.deletions = new DeletionRequests(session, clock);
        this.barring = new Barring(session, clock);
        this.mail = new RestrictionMail(session, clock);
        this.clock = clock;
    }

    /**
     * What counts for the user now, the heaviest if it is several; empty if nothing does. A notice whose attribute has been
     * corrected is ended by that.
     */
    public Optional<Restriction> inEffect(RealmModel realm, UserModel user) {
        Instant now = now();
        Correction correction = new Correction(session, user);
        return restrictions.notEnded(realm, user.getId()).stream()
                .filter(restriction -> !endIfCorrected(realm, user, restriction, correction, now))
                .filter(restriction -> restriction.effect(now) != Effect.NONE)
                .max(Comparator.comparing((Restriction restriction) -> restriction.effect(now))
                        .thenComparing(Restriction::until, Comparator.nullsLast(Comparator.naturalOrder())));
    }

    /** @return whether it is over by that, now or just before */
    private boolean endIfCorrected(
            RealmModel realm, UserModel user, Restriction notice, Correction correction, Instant now) {
        if (!correction.isDone(notice)) {
            return false;
        }
        Restriction ended = notice.ended(new End(now, Ending.CORRECTED, null));
        if (restrictions.end(ended)) {
            tell(realm, user, ended, Stage.CORRECTED);
        }
        return true;
    }

    /**
     * Imposes something on a user. Where it means no service, all sessions of the user end; where it means the end of the
     * account, its deletion is requested.
     *
     * @return empty if the user is gone
     * @throws IllegalArgumentException with what is wrong with the wish, in words for an administrator
     */
    public Optional<Restriction> impose(RealmModel realm, UserModel user, Wish wish, String administratorId) {
        Instant now = now();
        List<Restriction> before = restrictions.notEnded(realm, user.getId());
        int counting = 0;
        for (Restriction earlier : before) {
            counting += earlier.effect(now) == Effect.NONE ? 0 : 1;
        }
        if (counting >= MOST) {
            throw new StateConflictException("There are " + MOST + " restrictions of this user. Lift one of them.");
        }
        if (wish.kind() == RestrictionKind.TERMINATION
                && before.stream().anyMatch(earlier -> earlier.kind() == RestrictionKind.TERMINATION)) {
            throw new StateConflictException("The account is being closed already.");
        }
        Restriction restriction = restriction(realm, user, wish, administratorId, now);
        if (!restriction.effect(now).blocks() && restriction.kind() != RestrictionKind.NOTICE) {
            throw new IllegalArgumentException("until must lie in the future");
        }
        if (!wish.barred().isEmpty()) {
            barring.bar(realm, user, restriction.id(), wish.barred(), wish.barredUntil());
        }
        boolean first = !restrictions.concerns(realm);
        if (!restrictions.add(restriction)) {
            return Optional.empty();
        }
        if (first) {
            RestrictionSign.renew(realm);
        }
        tell(realm, user, restriction, Stage.IMPOSED);
        if (restriction.kind() == RestrictionKind.TERMINATION) {
            deletions.impose(realm, user, restriction.from(), restriction.until());
        }
        takeEffect(realm, user, restriction, now);
        return Optional.of(restriction);
    }

    private Restriction restriction(RealmModel realm, UserModel user, Wish wish, String administratorId, Instant now) {
        String id = KeycloakModelUtils.generateId();
        Instant until = wish.until() == null && wish.kind() == RestrictionKind.TERMINATION
                ? now.plus(CoolingOff.of(realm)).plusMillis(1)
                : wish.until();
        if (until != null && !until.isAfter(now)) {
            throw new IllegalArgumentException("until must lie in the future");
        }
        Limits.requireLength("attribute", wish.attribute(), Restriction.ATTRIBUTE_LENGTH);
        if (wish.kind() == RestrictionKind.NOTICE
                && wish.attribute() != null
                && !new ProfileAttribute(session, wish.attribute()).isKnown()) {
            throw new IllegalArgumentException("attribute must be one of the realm's user profile");
        }
        String digest = wish.attribute() == null ? null : new Correction(session, user).digest(id, wish.attribute());
        return new Restriction(
                id,
                realm.getId(),
                user.getId(),
                wish.kind(),
                wish.statement(),
                now,
                until,
                wish.attribute(),
                digest,
                administratorId,
                null,
                null,
                0);
    }

    /**
     * Changes reasons and date.
     *
     * @param changes how often it had been changed when it was read
     * @throws IllegalArgumentException with what is wrong with the wish, in words for an administrator
     */
    public void change(
            RealmModel realm,
            UserModel user,
            Restriction restriction,
            Statement statement,
            Instant until,
            int changes) {
        Instant now = now();
        if (until != null && !until.isAfter(now)) {
            throw new IllegalArgumentException("until must lie in the future; to end it at once, lift it");
        }
        Restriction changed = restriction.changed(
                statement,
                until == null && restriction.kind() == RestrictionKind.TERMINATION ? restriction.until() : until);
        if (changes != restriction.changes() || !restrictions.change(changed)) {
            throw new StateConflictException("It was changed meanwhile, or is over. Read it again and repeat.");
        }
        tell(realm, user, changed, Stage.CHANGED);
        if (changed.kind() == RestrictionKind.TERMINATION) {
            deletions.impose(realm, user, changed.from(), changed.until());
        }
        takeEffect(realm, user, changed, now);
    }

    /**
     * Lets a notice whose date has come be the suspension it has turned into: its user's sessions end. One whose attribute
     * has been corrected is over instead.
     */
    void miss(RealmModel realm, UserModel user, Restriction notice) {
        Instant now = now();
        if (endIfCorrected(realm, user, notice, new Correction(session, user), now)
                || !restrictions.miss(notice, now)) {
            return;
        }
        tell(realm, user, notice, Stage.MISSED);
        takeEffect(realm, user, notice, now);
    }

    /**
     * Takes a restriction back.
     *
     * @return false if it was over already
     */
    public boolean lift(RealmModel realm, UserModel user, Restriction restriction, String administratorId) {
        Restriction lifted = restriction.ended(new End(now(), Ending.LIFTED, administratorId));
        if (!restrictions.end(lifted)) {
            return false;
        }
        tell(realm, user, lifted, Stage.LIFTED);
        if (lifted.kind() == RestrictionKind.TERMINATION) {
            deletions.takeBack(realm, user, lifted.from());
            barring.free(lifted.id());
        }
        return true;
    }

    /**
     * Keeps what the user says against a restriction, once for each.
     *
     * @return false if the user has said something already, or it is over; nothing is kept then
     * @throws IllegalArgumentException if there are no words, or too many
     * @throws io.agreements.keycloak.account.rate.RateExceededException if the user does so too often
     */
    public boolean appeal(RealmModel realm, UserModel user, Restriction restriction, String text) {
        Restriction appealed = restriction.appealed(new Appeal(text, now(), null));
        if (restriction.appeal() != null || restriction.ended() != null) {
            return false;
        }
        new Rates(session, realm, clock).require(RateKind.APPEAL, user.getId());
        if (!restrictions.appeal(appealed)) {
            return false;
        }
        tell(realm, user, appealed, Stage.APPEALED);
        return true;
    }

    /**
     * Answers an appeal; one that is upheld lifts its restriction.
     *
     * @return false if there is none, or it was answered already
     * @throws IllegalArgumentException with what is wrong with the answer, in words for an administrator
     */
    public boolean answer(
            RealmModel realm,
            UserModel user,
            Restriction restriction,
            Outcome outcome,
            String text,
            String administratorId) {
        Answer answer = new Answer(outcome, text, now(), administratorId);
        if (restriction.appeal() == null || restriction.appeal().answer() != null) {
            return false;
        }
        Restriction answered = restriction.appealed(restriction.appeal().answered(answer));
        if (!restrictions.answer(answered)) {
            return false;
        }
        tell(realm, user, answered, Stage.ANSWERED);
        if (outcome == Outcome.UPHELD) {
            lift(realm, user, answered, administratorId);
        }
        return true;
    }

    /** What a session knows of the user is void on every node; one that gives no service any more ends. */
    private void takeEffect(RealmModel realm, UserModel user, Restriction restriction, Instant now) {
        Clearance.revoke(session, realm, user.getId());
        if (restriction.effect(now).blocks()) {
            OtherSessions.of(session, realm, user, null).end();
        }
    }

    /** What is kept from being registered again because of these restrictions, by the id of each. */
    public Map<String, List<BarredName>> barred(List<Restriction> of) {
        return barring
                .ofRestrictions(of.stream()
                        .filter(restriction -> restriction.kind() == RestrictionKind.TERMINATION)
                        .map(Restriction::id)
                        .toList())
                .stream()
                .collect(Collectors.groupingBy(BarredName::restrictionId));
    }

    /** What a user has that could be kept from being registered again. */
    public Set<BarredKind> barrable(UserModel user) {
        return barring.barrable(user);
    }

    /** What a user has that is barred because of another account: an administrator gave it all the same. */
    public List<BarredName> barred(RealmModel realm, UserModel user) {
        Set<String> own = restrictions.notEnded(realm, user.getId()).stream()
                .map(Restriction::id)
                .collect(Collectors.toSet());
        return barring.of(realm, user, own);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private void tell(RealmModel realm, UserModel user, Restriction restriction, Stage stage) {
        mail.send(realm, user, restriction, stage);
        session.getKeycloakSessionFactory().publish(new RestrictionEvent(session, user, restriction, stage));
    }

    /**
     * What an administrator wants to impose.
     *
     * @param until its date; null for a suspension that somebody has to lift, and for the usual time of a termination
     * @param attribute of a notice the attribute that is to be corrected; null if it is something else
     * @param barred of a termination what is kept from being registered again
     * @param barredUntil how long; null if nothing is
     */
    public record Wish(
            RestrictionKind kind,
            Statement statement,
            Instant until,
            String attribute,
            Set<BarredKind> barred,
            Instant barredUntil) {

        /** @throws IllegalArgumentException with what is wrong in words for an administrator */
        public Wish {
            if (!barred.isEmpty() && kind != RestrictionKind.TERMINATION) {
                throw new IllegalArgumentException("barred is for a TERMINATION only");
            }
            if (barred.isEmpty() && barredUntil != null) {
                throw new IllegalArgumentException("barredUntil is for what is barred");
            }
            barred = Set.copyOf(barred);
        }
    }
}
