package io.agreements.keycloak.acceptance.clearance;

import io.agreements.keycloak.AfterCompletion;
import io.agreements.keycloak.ServerClock;
import io.agreements.keycloak.acceptance.obligation.Situation;
import io.agreements.keycloak.acceptance.obligation.Subject;
import io.agreements.keycloak.acceptance.obligation.Subjects;
import io.agreements.keycloak.agreement.Agreement;
import io.agreements.keycloak.agreement.AgreementProvider;
import io.agreements.keycloak.agreement.Catalogue;
import io.agreements.keycloak.agreement.text.TextDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * That a user session owes nothing to a client: found out once, noted in the session, and good without a query until the
 * catalogue, the time, or what concerns the user has changed. Each client has its own, so that an agreement for one of
 * them is not taken for settled by having signed in to another.
 *
 * <p>A refusal takes it from all sessions of the user. Since somebody may be about to grant it there at that very moment,
 * from standings read before, a refusal does not remove notes but leaves one of its own: a clearance from before it, or
 * from about the same time, does not hold. A session that comes into being at that moment may have been missed; so what a
 * sign-in brings to its session holds only where nothing was refused lately.
 */
public final class Clearance {

    private static final String CLEAR = "agreements.clear.";
    private static final String GRACE = "agreements.grace.";
    static final String REFUSED = "agreements.refused";
    private static final String GONE = "agreements.gone";
    static final String GONE_AT = "at";

    /** How long a refusal is remembered outside of sessions: longer than a sign-in that may not know of it. */
    private static final Duration LATELY = SessionFinding.ARRIVAL.multipliedBy(2);

    private final KeycloakSession session;
    private final RealmModel realm;
    private final UserModel user;
    private final ClientModel client;
    private final Duration grace;

    private Clearance(KeycloakSession session, RealmModel realm, UserModel user, ClientModel client, Duration grace) {
        this.session = session;
        this.realm = realm;
        this.user = user;
        this.client = client;
        this.grace = grace;
    }

    /** That of a user at a client. */
    public static Clearance of(KeycloakSession session, RealmModel realm, UserModel user, ClientModel client) {
        return new Clearance(session, realm, user, client, Duration.ZERO);
    }

    /** The same, where what is owed may wait for that time after its version is enforced. */
    public Clearance withGrace(Duration time) {
        return new Clearance(session, realm, user, client, time);
    }

    /** Whether this sign-in has found it out, and it still holds. */
    public boolean holds(AuthenticationSessionModel authSession, Instant now) {
        return finding(clear()).holds(authSession, this::basis, now)
                || !grace.isZero() && finding(inGrace()).holds(authSession, this::basis, now);
    }

    /** Whether it is noted in that session, and still holds; no query is made. */
    public boolean holds(UserSessionModel userSession, Instant now) {
        return finding(clear()).holds(userSession, this::basis, now)
                || !grace.isZero() && finding(inGrace()).holds(userSession, this::basis, now);
    }

    /**
     * Notes it in a sign-in, from where Keycloak carries it to the user session.
     *
     * @param userSession the session signed in with before; null if there is none
     */
    public void grant(AuthenticationSessionModel authSession, UserSessionModel userSession, Situation situation) {
        if (situation.isLasting()) {
            finding(name(situation))
                    .note(authSession, userSession, basis(situation), situation.now(), change(situation));
        }
    }

    /** Notes in a session that nothing is owed, or that what is can wait. */
    public void grant(UserSessionModel userSession, Situation situation) {
        if (situation.isLasting()) {
            finding(name(situation)).note(userSession, basis(situation), situation.now(), change(situation));
        }
    }

    /**
     * Takes it from all sessions of the user, on every node, once the decision of this transaction is stored. A revocation
     * too many does no harm.
     */
    public static void revoke(KeycloakSession session, RealmModel realm, String userId) {
        KeycloakSessionFactory factory = session.getKeycloakSessionFactory();
        String realmId = realm.getId();
        KeycloakModelUtils.runJobInTransaction(factory, own -> rememberRefusal(own, realmId, userId));
        AfterCompletion.onCommit(
                session,
                () -> KeycloakModelUtils.runJobInTransaction(
                        factory, own -> noteRefusal(own, realmId, userId, ServerClock.INSTANCE)));
    }

    /**
     * Takes it from all sessions of a user who is gone from an external store: whoever comes back under that id finds the
     * sessions again, which nobody finds meanwhile.
     */
    public static void revokeOfGone(KeycloakSession session, RealmModel realm, String userId) {
        String realmId = realm.getId();
        KeycloakModelUtils.runJobInTransaction(
                session.getKeycloakSessionFactory(), own -> noteGone(own, realmId, userId, ServerClock.INSTANCE));
    }

    static void noteGone(KeycloakSession session, String realmId, String userId, Clock clock) {
        session.singleUseObjects()
                .put(
                        gone(realmId, userId),
                        SessionFinding.LONGEST.plus(SessionFinding.SAME_TIME).toSeconds(),
                        Map.of(GONE_AT, Long.toString(clock.millis())));
    }

    /** Before it is stored, for sessions that are not there yet. */
    static void rememberRefusal(KeycloakSession session, String realmId, String userId) {
        session.singleUseObjects().put(refusal(realmId, userId), LATELY.toSeconds(), Map.of());
    }

    /** After it is stored, in all sessions there are. */
    static void noteRefusal(KeycloakSession session, String realmId, String userId, Clock clock) {
        RealmModel realm = session.realms().getRealm(realmId);
        session.getContext().setRealm(realm);
        UserModel user = session.users().getUserById(realm, userId);
        if (user != null) {
            String now = Long.toString(clock.millis());
            List<UserSessionModel> sessions = Stream.concat(
                            session.sessions().getUserSessionsStream(realm, user),
                            session.sessions().getOfflineUserSessionsStream(realm, user))
                    .toList();
            sessions.forEach(userSession -> userSession.setNote(REFUSED, now));
        }
    }

    private SessionFinding finding(String name) {
        return new SessionFinding(session, realm, user, name);
    }

    private Optional<Instant> change(Situation situation) {
        return situation.open().required().isEmpty() ? situation.nextChange() : situation.nextChange(grace);
    }

    private String name(Situation situation) {
        return situation.open().required().isEmpty() ? clear() : inGrace();
    }

    private String clear() {
        return CLEAR + client.getId();
    }

    private String inGrace() {
        return GRACE + grace.toSeconds() + "." + client.getId();
    }

    private String basis(Situation situation) {
        return basis(situation.catalogue(), situation.subject());
    }

    private String basis() {
        return basis(
                session.getProvider(AgreementProvider.class).catalogue(realm),
                Subjects.of(session, realm, user, client));
    }

    /** Whom the catalogue asks for what: roles and names of clients change without a word. */
    private String basis(Catalogue catalogue, Subject subject) {
        String concerned = catalogue.agreements().stream()
                .filter(agreement -> agreement.audience().includes(subject.clientId(), subject.roles()))
                .map(Agreement::id)
                .collect(Collectors.joining("\n"));
        return TextDigest.of(String.join("\n", user.getId(), catalogue.revision(), concerned));
    }

    static String gone(String realmId, String userId) {
        return GONE + "." + realmId + "." + userId;
    }

    static String refusal(String realmId, String userId) {
        return REFUSED + "." + realmId + "." + userId;
    }
}
