package io.agreements.keycloak.disclosure;

import io.agreements.keycloak.TaskSchedule;
import io.agreements.keycloak.account.departure.Whereabouts;
import io.agreements.keycloak.account.mail.AccountMail;
import io.agreements.keycloak.account.mail.MailKind;
import io.agreements.keycloak.account.mail.Recipient;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.timer.ScheduledTask;

/**
 * Tells users to whom data about them was given, as soon as they may be told: in their list of records, and by mail. Each
 * in a transaction of its own. Keycloak runs it on one node at a time.
 */
public final class DisclosureTask implements ScheduledTask {

    private static final Logger LOG = Logger.getLogger(DisclosureTask.class);
    private static final int BATCH = 100;

    private final Clock clock;

    public DisclosureTask(Clock clock) {
        this.clock = clock;
    }

    @Override
    public void run(KeycloakSession session) {
        KeycloakSessionFactory factory = session.getKeycloakSessionFactory();
        Instant end = TaskSchedule.endOfRun(clock);
        ConcernedUser last = null;
        List<ConcernedUser> batch = tellable(factory, null);
        while (!batch.isEmpty()) {
            for (ConcernedUser user : batch) {
                if (!clock.instant().isBefore(end)) {
                    return;
                }
                tell(factory, user);
                last = user;
            }
            batch = tellable(factory, last);
        }
    }

    private List<ConcernedUser> tellable(KeycloakSessionFactory factory, ConcernedUser after) {
        return KeycloakModelUtils.runJobInTransactionWithResult(
                factory, session -> register(session).tellable(clock.instant(), after, BATCH));
    }

    /** What cannot be done for one user does not keep the others from it; it is tried again at the next run. */
    private void tell(KeycloakSessionFactory factory, ConcernedUser user) {
        try {
            KeycloakModelUtils.runJobInTransaction(factory, session -> tell(session, user));
        } catch (RuntimeException e) {
            LOG.warnf(
                    "A user could not be told of the disclosure %s; the next run tries again; log at DEBUG says why",
                    user.disclosure().id());
            LOG.debug("Disclosure not told", e);
        }
    }

    /** A user whose store is away just now waits; who is gone is told nothing any more. */
    private void tell(KeycloakSession session, ConcernedUser concerned) {
        RealmModel realm = session.realms().getRealm(concerned.disclosure().realmId());
        UserModel user = realm == null ? null : user(session, realm, concerned.userId());
        if (realm != null && user == null && !Whereabouts.isGone(session, concerned.userId())) {
            return;
        }
        if (register(session).tell(concerned, user == null ? null : clock.instant()) && user != null) {
            session.getKeycloakSessionFactory()
                    .publish(DisclosureEvent.told(session, concerned.disclosure(), user.getId()));
            new AccountMail(session)
                    .sendAfterCommit(realm, Recipient.absent(session, user), mail(session, concerned), Map.of());
        }
    }

    /** Who was told something that was wrong is told that it was. */
    private static MailKind mail(KeycloakSession session, ConcernedUser concerned) {
        return register(session).isToldOtherwise(concerned.disclosure(), concerned.userId())
                ? MailKind.DISCLOSURE_CORRECTED
                : MailKind.DISCLOSURE;
    }

    private static UserModel user(KeycloakSession session, RealmModel realm, String userId) {
        session.getContext().setRealm(realm);
        return session.users().getUserById(realm, userId);
    }

    private static DisclosureProvider register(KeycloakSession session) {
        return session.getProvider(DisclosureProvider.class);
    }
}
