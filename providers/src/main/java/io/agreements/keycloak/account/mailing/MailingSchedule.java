package io.agreements.keycloak.account.mailing;

import java.time.Clock;
import java.time.Duration;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.models.utils.PostMigrationEvent;
import org.keycloak.provider.ProviderEvent;
import org.keycloak.provider.ProviderEventListener;
import org.keycloak.services.scheduled.ClusterAwareScheduledTaskRunner;
import org.keycloak.timer.TimerProvider;

/** Has mailings carried on from the server's start on, at an interval. */
public final class MailingSchedule implements ProviderEventListener {

    /** Longer than any run, so that a slow mail server does not bring in a second node. A node that is gone holds nothing up. */
    private static final Duration LOCK = Duration.ofMinutes(5);

    private final Clock clock;
    private final Duration interval;

    public MailingSchedule(Clock clock, Duration interval) {
        this.clock = clock;
        this.interval = interval;
    }

    @Override
    public void onEvent(ProviderEvent event) {
        if (event instanceof PostMigrationEvent started) {
            schedule(started.getFactory());
        }
    }

    private void schedule(KeycloakSessionFactory factory) {
        KeycloakModelUtils.runJobInTransaction(
                factory,
                session -> session.getProvider(TimerProvider.class)
                        .schedule(
                                new ClusterAwareScheduledTaskRunner(factory, new MailingTask(clock), LOCK.toMillis()),
                                interval.toMillis()));
    }
}
