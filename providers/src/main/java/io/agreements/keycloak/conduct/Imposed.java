package io.agreements.keycloak.conduct;

import io.agreements.keycloak.acceptance.clearance.SessionFinding;
import io.agreements.keycloak.agreement.text.TextDigest;
import io.agreements.keycloak.conduct.Restriction.Effect;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * What is imposed on a user who signs in, or for whom a token is asked for. Where nothing is imposed on anybody in the
 * realm, it costs nothing; elsewhere one read, after which the session says that there is nothing.
 */
public final class Imposed {

    private static final String FREE = "agreements.free";

    private final Restrictions restrictions;
    private final RestrictionProvider provider;
    private final RealmModel realm;
    private final UserModel user;
    private final SessionFinding free;
    private final Clock clock;

    private Imposed(KeycloakSession session, RealmModel realm, UserModel user, Clock clock) {
        this.restrictions = new Restrictions(session, clock);
        this.provider = session.getProvider(RestrictionProvider.class);
        this.realm = realm;
        this.user = user;
        this.free = new SessionFinding(session, realm, user, FREE);
        this.clock = clock;
    }

    public static Imposed on(KeycloakSession session, RealmModel realm, UserModel user, Clock clock) {
        return new Imposed(session, realm, user, clock);
    }

    /**
     * What counts in a sign-in; empty if nothing does.
     *
     * @param userSession the session signed in with before; null if there is none
     */
    public Optional<Restriction> at(AuthenticationSessionModel authSession, UserSessionModel userSession) {
        Instant now = clock.instant();
        if (isNobodys()
                || free.holds(authSession, this::basis, now)
                || userSession != null && free.holds(userSession, this::basis, now)) {
            return Optional.empty();
        }
        Optional<Restriction> found = restrictions.inEffect(realm, user);
        if (found.isEmpty()) {
            free.note(authSession, userSession, basis(), now, Optional.empty());
        }
        return found;
    }

    /**
     * What keeps tokens from being given; empty if nothing does.
     *
     * @param userSession the session they are of; null if there is none
     */
    public Optional<Restriction> blocking(UserSessionModel userSession) {
        Instant now = clock.instant();
        if (isNobodys() || userSession != null && free.holds(userSession, this::basis, now)) {
            return Optional.empty();
        }
        Optional<Restriction> found = restrictions.inEffect(realm, user);
        if (found.isEmpty() && userSession != null) {
            free.note(userSession, basis(), now, Optional.empty());
        }
        return found.filter(restriction -> restriction.effect(now).blocks());
    }

    /** What it means now; nothing if there is none. */
    public static Effect effect(Optional<Restriction> restriction, Instant now) {
        return restriction.map(one -> one.effect(now)).orElse(Effect.NONE);
    }

    private boolean isNobodys() {
        return user.getServiceAccountClientLink() != null || !provider.concerns(realm);
    }

    private String basis() {
        return TextDigest.of(user.getId());
    }
}
