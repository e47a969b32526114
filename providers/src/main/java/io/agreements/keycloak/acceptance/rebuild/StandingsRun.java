package io.agreements.keycloak.acceptance.rebuild;

import io.agreements.keycloak.ledger.Actor;
import io.agreements.keycloak.ledger.UserSpan;
import java.util.Objects;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/**
 * Goes through the standings of a realm, or of some of its users, and what the ledger says of them, user by user in batches, each in a transaction of
 * its own. Users may go on deciding meanwhile.
 */
public final class StandingsRun {

    private static final int BATCH = 1000;

    private final KeycloakSessionFactory factory;
    private final String realmId;
    private final UserSpan users;
    private final Treatment treatment;
    private UserSpan rest;
    private StandingsReport report = StandingsReport.NOTHING;

    private StandingsRun(KeycloakSessionFactory factory, String realmId, UserSpan users, Treatment treatment) {
        this.factory = factory;
        this.realmId = realmId;
        this.users = users;
        this.rest = users;
        this.treatment = treatment;
    }

    /**
     * One that changes nothing.
     *
     * @param users whose standings are looked at
     */
    public static StandingsRun comparing(KeycloakSessionFactory factory, String realmId, UserSpan users) {
        return new StandingsRun(factory, realmId, users, StandingsBatch::compare);
    }

    /**
     * One that makes every standing what the ledger says.
     *
     * @param users whose standings are looked at
     * @param actor who is behind it
     */
    public static StandingsRun rebuilding(KeycloakSessionFactory factory, String realmId, UserSpan users, Actor actor) {
        return new StandingsRun(factory, realmId, users, batch -> batch.rebuild(actor));
    }

    /**
     * Looks at the next batch.
     *
     * @return false if there is none
     * @throws RuntimeException if it cannot be looked at or changed; nothing of it is changed then
     */
    public boolean next() {
        if (rest == null) {
            return false;
        }
        Step step = KeycloakModelUtils.runJobInTransactionWithResult(factory, this::step);
        rest = Objects.equals(step.users().last(), users.last())
                ? null
                : new UserSpan(step.users().last(), users.last());
        report = report.and(step.report());
        return true;
    }

    /** What the batches so far have come to. */
    public StandingsReport report() {
        return report;
    }

    private Step step(KeycloakSession session) {
        RealmModel realm = session.realms().getRealm(realmId);
        if (realm == null) {
            throw new IllegalStateException("the realm has been removed meanwhile");
        }
        session.getContext().setRealm(realm);
        StandingsBatch batch = StandingsBatch.first(session, realm, rest, BATCH);
        return new Step(batch.users(), treatment.of(batch));
    }

    private record Step(UserSpan users, StandingsReport report) {}

    private interface Treatment {
        StandingsReport of(StandingsBatch batch);
    }
}
