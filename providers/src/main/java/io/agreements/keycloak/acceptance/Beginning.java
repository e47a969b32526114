package io.agreements.keycloak.acceptance;

import io.agreements.keycloak.ServerClock;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.keycloak.component.ComponentModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.storage.StorageId;
import org.keycloak.storage.UserStorageProvider;
import org.keycloak.storage.UserStorageProviderFactory;
import org.keycloak.storage.user.UserLookupProvider;

/**
 * Since when what is stored under a user's id is the user's own. The ids of users whom an external store keeps are names:
 * somebody else may have had them before. The store tells, if it tells when a user came; one that tells another time
 * whenever it is asked, as Keycloak's own adapters do by default, tells nothing.
 */
public final class Beginning {

    private static final Logger LOG = Logger.getLogger(Beginning.class);

    private final KeycloakSession session;
    private final RealmModel realm;
    private final UserModel user;
    private final Clock clock;
    private Boolean certain;

    Beginning(KeycloakSession session, RealmModel realm, UserModel user, Clock clock) {
        this.session = session;
        this.realm = realm;
        this.user = user;
        this.clock = clock;
    }

    /** That of a user. */
    public static Beginning of(KeycloakSession session, RealmModel realm, UserModel user) {
        return new Beginning(session, realm, user, ServerClock.INSTANCE);
    }

    /** The moment; empty where nobody else can have had the id, or the store does not tell. Asks the store once. */
    public Optional<Instant> moment() {
        return told().filter(told -> isCertain());
    }

    /** Whether what was done at that moment was somebody else's doing. Asks the store only if it may have been. */
    public boolean isAfter(Instant deed) {
        return told().filter(deed::isBefore).isPresent() && isCertain();
    }

    /** When something counts as done that the user did just before coming: at the moment of coming, once that is past. */
    public Instant notBefore(Instant deed) {
        return told().filter(deed::isBefore)
                .filter(moment -> !moment.isAfter(clock.instant()))
                .orElse(deed);
    }

    private Optional<Instant> told() {
        return StorageId.isLocalStorage(user.getId())
                ? Optional.empty()
                : Optional.ofNullable(user.getCreatedTimestamp()).map(Instant::ofEpochMilli);
    }

    private boolean isCertain() {
        if (certain == null) {
            certain = tellsTheSameAgain();
        }
        return certain;
    }

    /** What was told before is past, so a store that makes up a time when it is asked tells another one now. */
    private boolean tellsTheSameAgain() {
        Long told = user.getCreatedTimestamp();
        try {
            return told < clock.millis() && Objects.equals(told, askAgain());
        } catch (RuntimeException e) {
            LOG.debugf(e, "The store of a user in realm %s does not tell when the user came", realm.getName());
            return false;
        }
    }

    /** The store itself, past what Keycloak remembers of it. */
    private Long askAgain() {
        ComponentModel store = realm.getComponent(StorageId.providerId(user.getId()));
        if (store == null
                || !(session.getKeycloakSessionFactory()
                                .getProviderFactory(UserStorageProvider.class, store.getProviderId())
                        instanceof UserStorageProviderFactory<?> factory)) {
            return null;
        }
        UserStorageProvider provider = factory.create(session, store);
        session.enlistForClose(provider);
        UserModel again =
                provider instanceof UserLookupProvider lookup ? lookup.getUserById(realm, user.getId()) : null;
        return again == null ? null : again.getCreatedTimestamp();
    }
}
