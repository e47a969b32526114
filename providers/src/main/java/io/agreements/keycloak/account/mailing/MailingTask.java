package io.agreements.keycloak.account.mailing;

import io.agreements.keycloak.TaskSchedule;
import io.agreements.keycloak.account.mail.Delivery;
import io.agreements.keycloak.account.mailing.MailingRun.Desk;
import io.agreements.keycloak.task.Division;
import io.agreements.keycloak.task.Share;
import io.agreements.keycloak.task.Workers;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.timer.ScheduledTask;

/**
 * Carries on all mailings that run. Every node of a cluster takes a share of their parts, and several threads work on it.
 * Whatever stops the server in the middle, another run goes on behind the user passed last.
 */
public final class MailingTask implements ScheduledTask {

    private static final Logger LOG = Logger.getLogger(MailingTask.class);

    private final int threads;
    private final Division division;
    private final Clock clock;

    /** @param threads that work on a node's share at once, from 1 */
    public MailingTask(int threads, Division division, Clock clock) {
        this.threads = threads;
        this.division = division;
        this.clock = clock;
    }

    @Override
    public void run(KeycloakSession session) {
        KeycloakSessionFactory factory = session.getKeycloakSessionFactory();
        Instant end = TaskSchedule.endOfRun(clock);
        List<Mailing> running = KeycloakModelUtils.runJobInTransactionWithResult(
                factory, other -> other.getProvider(MailingProvider.class).running());
        if (running.isEmpty()) {
            return;
        }
        try (Share share =
                division.take(factory, running.stream().map(MailingTask::part).toList())) {
            Queue<Mailing> waiting = running.stream()
                    .filter(mailing -> share.parts().contains(part(mailing)))
                    .collect(Collectors.toCollection(ConcurrentLinkedQueue::new));
            new Workers("mailing", Math.min(threads, waiting.size())).run(() -> {
                for (Mailing mailing = waiting.poll(); mailing != null; mailing = waiting.poll()) {
                    carryOn(factory, share, mailing, end);
                }
            });
        }
    }

    private static String part(Mailing mailing) {
        return mailing.agreementId() + " " + mailing.versionNumber() + " "
                + mailing.part().number();
    }

    /** One mailing that cannot go on does not keep the others from it; it is tried again at the next run. */
    private void carryOn(KeycloakSessionFactory factory, Share share, Mailing mailing, Instant end) {
        try {
            new MailingRun(new Transactions(factory, share, mailing.realmId(), clock), clock, end).carryOn(mailing);
        } catch (RuntimeException e) {
            LOG.warnf(
                    "Mailing about version %d of agreement %s was interrupted; the next run goes on; log at DEBUG says why",
                    mailing.versionNumber(), mailing.agreementId());
            LOG.debug("Mailing interrupted", e);
        }
    }

    /** Each step in a session and transaction of its own. */
    private record Transactions(KeycloakSessionFactory factory, Share share, String realmId, Clock clock)
            implements Desk {

        @Override
        public boolean isMine() {
            return share.keep();
        }

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
                            mailing.part().upTo(),
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
            Optional<Mailing> changed = inRealm((session, realm) -> change(session, mailing, change));
            changed.filter(now -> now.state() == MailingState.STOPPED).ifPresent(Transactions::logStop);
            return changed;
        }

        /** Whoever else has the part by now writes to the user. */
        @Override
        public Optional<Mailing> pass(Mailing mailing, Function<Mailing, Optional<Mailing>> change) {
            return share.inTransaction(factory, session -> change(session, mailing, change));
        }

        private static Optional<Mailing> change(
                KeycloakSession session, Mailing mailing, Function<Mailing, Optional<Mailing>> change) {
            return session.getProvider(MailingProvider.class).change(mailing, change);
        }

        /** When the last part is done, that is recorded in the same transaction. */
        @Override
        public void end(Mailing mailing) {
            inRealm((session, realm) -> {
                Optional<MailingShards> ended = session.getProvider(MailingProvider.class)
                        .changeAll(
                                mailing.agreementId(),
                                mailing.versionNumber(),
                                now -> now.ended(mailing, clock.instant()));
                ended.map(shards -> shards.part(mailing.part()))
                        .filter(now -> now.state() == MailingState.STOPPED)
                        .ifPresent(Transactions::logStop);
                ended.map(MailingShards::whole)
                        .filter(now -> now.state() == MailingState.DONE)
                        .ifPresent(done -> factory.publish(
                                new MailingDoneEvent(session, realm, subject(session, realm, done), done)));
                return ended;
            });
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
