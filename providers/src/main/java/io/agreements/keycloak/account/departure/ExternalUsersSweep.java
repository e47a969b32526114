package io.agreements.keycloak.account.departure;

import io.agreements.keycloak.TaskSchedule;
import java.time.Clock;
import java.time.Instant;
import org.jboss.logging.Logger;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.timer.ScheduledTask;

/**
 * Finds users whose external store does not have them any more although nothing announced it, by what one part of the product
 * keeps of them: whoever has nothing else there is found by nobody else. Keycloak runs it on one node at a time.
 */
public final class ExternalUsersSweep implements ScheduledTask {

    private static final Logger LOG = Logger.getLogger(ExternalUsersSweep.class);

    private final String name;
    private final Search search;
    private final Clock clock;

    /**
     * @param name by which Keycloak knows the task
     * @param finder finds the users of external stores of whom something is kept
     */
    public ExternalUsersSweep(String name, UserFinder finder, Clock clock) {
        this.name = name;
        this.search = Search.ofExternal(finder, clock);
        this.clock = clock;
    }

    @Override
    public String getTaskName() {
        return name;
    }

    @Override
    public void run(KeycloakSession session) {
        KeycloakSessionFactory factory = session.getKeycloakSessionFactory();
        Instant end = TaskSchedule.endOfRun(clock);
        int users = 0;
        for (String realmId : Search.realmIds(factory)) {
            users += search.run(factory, realmId, end);
        }
        if (users > 0) {
            LOG.infof("%d users of external stores found to be gone by %s", users, name);
        }
    }
}
