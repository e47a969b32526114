package io.agreements.keycloak.event;

import io.agreements.keycloak.AfterCompletion;
import io.agreements.keycloak.account.departure.Departure;
import io.agreements.keycloak.account.departure.Departures;
import io.agreements.keycloak.account.departure.RealmErasureTask;
import io.agreements.keycloak.ledger.Actor;
import io.agreements.keycloak.statistics.StatisticsProvider;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import org.keycloak.models.AbstractKeycloakTransaction;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/**
 * What one transaction removes. It is seen to at the transaction's end, before it is committed: an import may have made
 * the same users anew by then, and whoever was deciding meanwhile is done.
 */
final class Removals extends AbstractKeycloakTransaction {

    private final KeycloakSession session;
    private final Clock clock;
    private final Map<RealmModel, Map<String, Departure>> users = new LinkedHashMap<>();
    private final Map<RealmModel, Actor> realms = new LinkedHashMap<>();

    private Removals(KeycloakSession session, Clock clock) {
        this.session = session;
        this.clock = clock;
    }

    static Removals of(KeycloakSession session, Clock clock) {
        String name = Removals.class.getName();
        Removals removals = session.getAttribute(name, Removals.class);
        if (removals == null) {
            removals = new Removals(session, clock);
            session.setAttribute(name, removals);
            session.getTransactionManager().enlistPrepare(removals);
            AfterCompletion.expect(session);
        }
        return removals;
    }

    /** Of several announcements of a removal the first counts. */
    void add(RealmModel realm, UserModel user) {
        users.computeIfAbsent(realm, any -> new LinkedHashMap<>())
                .computeIfAbsent(user.getId(), any -> Departure.of(session, realm, user));
    }

    /** All users of a realm at once. */
    void add(RealmModel realm) {
        realms.put(realm, Actor.of(session, null));
    }

    @Override
    protected void commitImpl() {
        Departures departures = new Departures(session, clock);
        users.forEach((realm, gone) -> departures.ofUsers(realm, gone.values()));
        realms.forEach((realm, actor) -> {
            if (departures.ofRealm(realm, actor)) {
                session.getProvider(StatisticsProvider.class).removeRealm(realm);
                eraseAfterCommit();
            }
        });
        session.removeAttribute(Removals.class.getName());
    }

    private void eraseAfterCommit() {
        KeycloakSessionFactory factory = session.getKeycloakSessionFactory();
        AfterCompletion.onCommit(session, () -> new RealmErasureTask(clock).begin(factory));
    }

    @Override
    protected void rollbackImpl() {
        session.removeAttribute(Removals.class.getName());
    }
}
