package io.agreements.keycloak.acceptance.rebuild;

import io.agreements.keycloak.ledger.Actor;
import io.agreements.keycloak.ledger.UserSpan;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/**
 * Goes through the standings of a realm and what the ledger says of them, user by user in batches, each in a transaction of
 * its own. Users may go on deciding meanwhile.
 */
public final class StandingsRun {

    private static final int BATCH = 1000;

    private final KeycloakSessionFactory factory;
    private final String realmId;
    private final Treatment treatment;
    private UserSpan rest = UserSpan.ALL;
    private StandingsReport report = StandingsReport.NOTHING;

    private StandingsRun(KeycloakSessionFactory factory, String realmId, Treatment treatment) {
        this.factory = factory;
        this.realmId = realmId;
        this.treatment = treatment;
    }

    /** One that changes nothing. */
    public static StandingsRun comparing(KeycloakSessionFactory factory, String realmId) {
        return new StandingsRun(factory, realmId, StandingsBatch::compare);
    }

    /**
     * One that makes every standing what the ledger says.
     *
     * @param actor who is behind it
     */
    public static StandingsRun rebuilding(KeycloakSessionFactory factory, String realmId, Actor actor) {
        return new StandingsRun(factory, realmId, batch -> batch.rebuild(actor));
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
        rest = step.users().isToTheEnd() ? null : step.users().rest();
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
