package io.agreements.keycloak.account.deletion;

import io.agreements.keycloak.account.OtherSessions;
import io.agreements.keycloak.account.mail.AccountMail;
import io.agreements.keycloak.account.mail.MailKind;
import io.agreements.keycloak.account.mail.Recipient;
import io.agreements.keycloak.account.rate.RateKind;
import io.agreements.keycloak.account.rate.Rates;
import io.agreements.keycloak.ledger.details.DeletionDetails.Stage;
import io.agreements.keycloak.ledger.erasure.Connection;
import io.agreements.keycloak.ledger.erasure.ConnectionRecording;
import io.agreements.keycloak.ledger.erasure.Identity;
import io.agreements.keycloak.page.PageMessages;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserManager;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.storage.StorageId;
import org.keycloak.theme.Theme;

/**
 * What can be done with a user's wish to have the account deleted. Each step is on record in the transaction that takes
 * it, and the user is told by mail.
 */
public final class DeletionRequests {

    /**
     * The required action that shows a user who signs in the request. It is set on users whom Keycloak keeps itself, so that
     * a sign-in costs no query for it.
     */
    public static final String REQUIRED_ACTION = "agreement-account-deletion";

    private static final String EVENTS_ERASED = "agreementsDeletionDoneEventsErased";
    private static final String EVENTS_KEPT = "agreementsDeletionDoneEventsKept";

    private final KeycloakSession session;
    private final DeletionRequestProvider requests;
    private final AccountMail mail;
    private final Clock clock;

    public DeletionRequests(KeycloakSession session, Clock clock) {
        this.session = session;
        this.requests = session.getProvider(DeletionRequestProvider.class);
        this.mail = new AccountMail(session);
        this.clock = clock;
    }

    /** The request of the user; empty if there is none. */
    public Optional<DeletionRequest> find(RealmModel realm, UserModel user) {
        return requests.find(realm, user.getId());
    }

    /** Whether there is a request that a sign-in has to show. */
    public boolean isPending(RealmModel realm, UserModel user) {
        return isFlagged(user)
                ? user.getRequiredActionsStream().anyMatch(REQUIRED_ACTION::equals)
                : find(realm, user).isPresent();
    }

    /** Whether a deletion takes the user's sign-ins out of Keycloak's event store too. */
    public boolean erasesEvents() {
        return requests.storedEvents().areErasable();
    }

    /** What would become of the name in the user's records. */
    public RecordsAhead recordsAhead(RealmModel realm, UserModel user) {
        return RecordsAhead.of(session, realm, user.getId());
    }

    /** Users whom an external store keeps may be read only: of them the request itself tells, for a query at each sign-in. */
    public static boolean isFlagged(UserModel user) {
        return StorageId.isLocalStorage(user.getId());
    }

    /**
     * The user asks for the deletion. All other sessions end. If it has been asked for already, that stays as it is.
     *
     * @param current the session in which it is asked for; null if there is none yet
     * @throws io.agreements.keycloak.account.rate.RateExceededException if the user asks and takes it back too often
     */
    public DeletionRequest request(RealmModel realm, UserModel user, UserSessionModel current) {
        Optional<DeletionRequest> pending = find(realm, user);
        if (pending.isPresent()) {
            return pending.get();
        }
        new Rates(session, realm, clock).require(RateKind.DELETION, user.getId());
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        DeletionRequest request =
                new DeletionRequest(realm.getId(), user.getId(), now, now.plus(CoolingOff.of(realm)), null);
        while (!requests.add(request)) {
            Optional<DeletionRequest> earlier = find(realm, user).or(() -> committed(realm, user.getId()));
            if (earlier.isPresent()) {
                return earlier.get();
            }
        }
        if (isFlagged(user)) {
            user.addRequiredAction(REQUIRED_ACTION);
        }
        tell(realm, user, request, Stage.REQUESTED);
        OtherSessions.of(session, realm, user, current).end();
        mail.sendAfterCommit(
                realm,
                Recipient.present(session, user),
                MailKind.DELETION_REQUESTED,
                Map.of("textKey", requestedKey(request, now), "dueDate", date(realm, user, request)));
        return request;
    }

    /**
     * The operator closes the account, or does so for another date: an administrator who holds it holds it then too. A
     * request of the user stays as it is, and is carried out when it is due.
     *
     * @param since when it was closed
     * @param dueAt when it is to be deleted
     */
    public void impose(RealmModel realm, UserModel user, Instant since, Instant dueAt) {
        Optional<DeletionRequest> earlier = imposed(realm, user, since);
        if (earlier.isPresent() && earlier.get().dueAt().equals(dueAt)) {
            return;
        }
        takeBack(realm, user, since);
        DeletionRequest request = new DeletionRequest(realm.getId(), user.getId(), since, dueAt, null);
        if (requests.add(request)) {
            if (isFlagged(user)) {
                user.addRequiredAction(REQUIRED_ACTION);
            }
            record(realm, user, request, Stage.REQUESTED);
            earlier.map(DeletionRequest::hold).ifPresent(hold -> hold(realm, user, hold));
        }
    }

    private Optional<DeletionRequest> imposed(RealmModel realm, UserModel user, Instant since) {
        return find(realm, user).filter(request -> request.requestedAt().equals(since));
    }

    /** The operator does not close the account after all; a request of the user stays as it is. */
    public void takeBack(RealmModel realm, UserModel user, Instant since) {
        Optional<DeletionRequest> imposed = imposed(realm, user, since);
        if (imposed.isPresent() && requests.remove(realm, user.getId())) {
            if (isFlagged(user)) {
                user.removeRequiredAction(REQUIRED_ACTION);
            }
            record(realm, user, imposed.get(), Stage.CANCELLED);
        }
    }

    /** What this transaction may have begun too early to see. */
    private Optional<DeletionRequest> committed(RealmModel realm, String userId) {
        return KeycloakModelUtils.runJobInTransactionWithResult(
                session.getKeycloakSessionFactory(),
                later -> later.getProvider(DeletionRequestProvider.class).find(realm, userId));
    }

    /**
     * The user wants to keep the account.
     *
     * @return false if there was nothing to cancel
     */
    public boolean cancel(RealmModel realm, UserModel user) {
        Optional<DeletionRequest> request = find(realm, user);
        if (isFlagged(user)) {
            user.removeRequiredAction(REQUIRED_ACTION);
        }
        if (request.isEmpty() || !requests.remove(realm, user.getId())) {
            return false;
        }
        tell(realm, user, request.get(), Stage.CANCELLED);
        mail.sendAfterCommit(realm, Recipient.present(session, user), MailKind.DELETION_CANCELLED, Map.of());
        return true;
    }

    /**
     * An administrator keeps the account until something is settled.
     *
     * @return false if there is no request
     */
    public boolean hold(RealmModel realm, UserModel user, DeletionRequest.Hold hold) {
        return change(realm, user, hold, Stage.HELD);
    }

    /**
     * An administrator lets the request go its way again.
     *
     * @return false if there is no request that is held
     */
    public boolean release(RealmModel realm, UserModel user) {
        boolean held =
                find(realm, user).filter(request -> request.hold() != null).isPresent();
        return held && change(realm, user, null, Stage.RELEASED);
    }

    /**
     * Deletes the account of a request that has been taken. What the ledger keeps, and what is
     * erased from it, is the same as when Keycloak deletes it by other ways.
     *
     * @return false if the user store did not let go of the user
     */
    boolean carryOut(RealmModel realm, UserModel user) {
        if (AccountMail.isPossible(realm, user.getEmail())) {
            tellDone(realm, user);
        }
        return new UserManager(session).removeUser(realm, user);
    }

    private void tellDone(RealmModel realm, UserModel user) {
        String events = erasesEvents() ? EVENTS_ERASED : EVENTS_KEPT;
        mail.sendAfterCommit(
                realm,
                Recipient.absent(session, user),
                MailKind.DELETION_DONE,
                Map.of(
                        "eventsKey",
                        events,
                        "recordsKey",
                        recordsAhead(realm, user).mailKey()));
    }

    /**
     * An administrator does not wait for the end of the cooling-off time.
     *
     * @return false if there is no request any more, or it is held
     * @throws IllegalStateException if the user store does not let go of the user; nothing must be committed then
     */
    public boolean carryOutEarly(RealmModel realm, UserModel user) {
        if (!requests.take(realm, user.getId(), Instant.ofEpochMilli(Long.MAX_VALUE))) {
            return false;
        }
        if (!carryOut(realm, user)) {
            throw new IllegalStateException("The user store keeps the user.");
        }
        return true;
    }

    private boolean change(RealmModel realm, UserModel user, DeletionRequest.Hold hold, Stage stage) {
        if (!requests.hold(realm, user.getId(), hold)) {
            return false;
        }
        find(realm, user).ifPresent(request -> tell(realm, user, request, stage));
        return true;
    }

    private void tell(RealmModel realm, UserModel user, DeletionRequest request, Stage stage) {
        boolean byUser = stage == Stage.REQUESTED || stage == Stage.CANCELLED;
        Connection connection = byUser ? ConnectionRecording.of(realm).take(session.getContext()) : Connection.NONE;
        record(realm, user, request, stage, connection);
    }

    private void record(RealmModel realm, UserModel user, DeletionRequest request, Stage stage) {
        record(realm, user, request, stage, Connection.NONE);
    }

    private void record(RealmModel realm, UserModel user, DeletionRequest request, Stage stage, Connection connection) {
        Identity identity = new Identity(user.getUsername(), null);
        session.getKeycloakSessionFactory()
                .publish(new DeletionRequestEvent(session, realm, user, request, stage, identity, connection));
    }

    /** Without a time to think again the deletion is due at once. */
    private static String requestedKey(DeletionRequest request, Instant now) {
        return request.dueAt().isAfter(now) ? "agreementsDeletionRequestedText" : "agreementsDeletionRequestedDueText";
    }

    private String date(RealmModel realm, UserModel user, DeletionRequest request) {
        return PageMessages.of(session, realm, session.getContext().resolveLocale(user), Theme.Type.EMAIL)
                .moment(request.dueAt());
    }
}
