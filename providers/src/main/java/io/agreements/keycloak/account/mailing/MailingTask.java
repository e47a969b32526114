package io.agreements.keycloak.account.mailing;

import io.agreements.keycloak.TaskSchedule;
import io.agreements.keycloak.account.mail.Delivery;
import io.agreements.keycloak.account.mailing.MailingRun.Desk;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jboss.logging.Logger;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.timer.ScheduledTask;

/**
 * Carries on all mailings that run. Keycloak runs it on one node at a time. Whatever stops the server in the middle, the
 * next run goes on behind the user passed last.
 */
public final class MailingTask implements ScheduledTask {

    private static final Logger LOG = Logger.getLogger(MailingTask.class);

    private final Clock clock;

    public MailingTask(Clock clock) {
        this.clock = clock;
    }

    @Override
    public void run(KeycloakSession session) {
        KeycloakSessionFactory factory = session.getKeycloakSessionFactory();
        Instant end = TaskSchedule.endOfRun(clock);
        List<Mailing> running = KeycloakModelUtils.runJobInTransactionWithResult(
                factory, other -> other.getProvider(MailingProvider.class).running());
        running.forEach(mailing -> carryOn(factory, mailing, end));
    }

    /** One mailing that cannot go on does not keep the others from it; it is tried again at the next run. */
    private void carryOn(KeycloakSessionFactory factory, Mailing mailing, Instant end) {
        try {
            new MailingRun(new Transactions(factory, mailing.realmId(), clock), clock, end).carryOn(mailing);
        } catch (RuntimeException e) {
            LOG.warnf(
                    "Mailing about version %d of agreement %s was interrupted; the next run goes on; log at DEBUG says why",
                    mailing.versionNumber(), mailing.agreementId());
            LOG.debug("Mailing interrupted", e);
        }
    }

    /** Each step in a session and transaction of its own. */
    private record Transactions(KeycloakSessionFactory factory, String realmId, Clock clock) implements Desk {

        @Override
        public Optional<String> obstacle(Mailing mailing) {
            return inRealm((session, realm) -> Mailings.subject(session, realm, mailing)
                    .map(subject -> subject.obstacle(clock.instant()))
                    .orElse(Optional.of("The version is not there any more.")));
        }

        @Override
        public List<Addressee> next(Mailing mailing, int max) {
            return inRealm((session, realm) -> session.getProvider(MailingProvider.class)
                    .addressees(
                            realm,
                            subject(session, realm, mailing).audience(),
                            mailing.progress().lastUserId(),
                            max));
        }

        @Override
        public Delivery send(Mailing mailing, Addressee addressee) {
            try {
                return inRealm((session, realm) -> new NewVersionMail(session, realm, clock)
                        .send(addressee, subject(session, realm, mailing), mailing.base()));
            } catch (RuntimeException e) {
                LOG.debug("Mail not sent", e);
                return Delivery.FAILED;
            }
        }

        @Override
        public Optional<Mailing> change(Mailing mailing, Function<Mailing, Optional<Mailing>> change) {
            Optional<Mailing> changed = inRealm((session, realm) -> session.getProvider(MailingProvider.class)
                    .change(mailing.agreementId(), mailing.versionNumber(), change));
            changed.filter(now -> now.state() == MailingState.STOPPED).ifPresent(Transactions::logStop);
            return changed;
        }

        /** Done and recorded in one transaction. */
        @Override
        public void end(Mailing mailing) {
            inRealm((session, realm) -> {
                Optional<Mailing> ended = session.getProvider(MailingProvider.class)
                        .change(
                                mailing.agreementId(),
                                mailing.versionNumber(),
                                now -> isSame(mailing, now)
                                        ? Optional.of(now.atEnd(clock.instant()))
                                        : Optional.empty());
                ended.filter(now -> now.state() == MailingState.STOPPED).ifPresent(Transactions::logStop);
                ended.filter(now -> now.state() == MailingState.DONE)
                        .ifPresent(done -> factory.publish(
                                new MailingDoneEvent(session, realm, subject(session, realm, done), done)));
                return ended;
            });
        }

        private static boolean isSame(Mailing known, Mailing now) {
            return now.isRunning()
                    && Objects.equals(
                            known.progress().lastUserId(), now.progress().lastUserId());
        }

        private static void logStop(Mailing mailing) {
            LOG.warnf(
                    "Mailing about version %d of agreement %s stopped: %s",
                    mailing.versionNumber(), mailing.agreementId(), mailing.problem());
        }

        private static MailingSubject subject(KeycloakSession session, RealmModel realm, Mailing mailing) {
            return Mailings.subject(session, realm, mailing)
                    .orElseThrow(() -> new IllegalStateException("the version is gone"));
        }

        private <T> T inRealm(Step<T> step) {
            return KeycloakModelUtils.runJobInTransactionWithResult(factory, session -> {
                RealmModel realm = session.realms().getRealm(realmId);
                if (realm == null) {
                    throw new IllegalStateException("the realm is gone");
                }
                session.getContext().setRealm(realm);
                return step.take(session, realm);
            });
        }
    }

    private interface Step<T> {
        T take(KeycloakSession session, RealmModel realm);
    }
}
