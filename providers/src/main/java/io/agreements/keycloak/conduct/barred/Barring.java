package io.agreements.keycloak.conduct.barred;

import io.agreements.keycloak.account.deletion.NameDigest;
import io.agreements.keycloak.conduct.RestrictionProvider;
import io.agreements.keycloak.conduct.content.UserPhones;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/**
 * Keeps names of users from being registered again after a termination, without keeping the names: HMAC-SHA-256 with a key
 * of the realm. User names and addresses are one where people sign in with either, as they are to Keycloak; elsewhere a user
 * name tells nothing of an address.
 */
public final class Barring {

    /** How long something can be barred. */
    public static final Duration LONGEST = Duration.ofDays(3653);

    private final KeycloakSession session;
    private final Clock clock;

    public Barring(KeycloakSession session, Clock clock) {
        this.session = session;
        this.clock = clock;
    }

    /**
     * Bars names of a user.
     *
     * @param restrictionId of the termination they belong to
     * @throws IllegalArgumentException with what is wrong with the wish, in words for an administrator
     */
    public void bar(RealmModel realm, UserModel user, String restrictionId, Set<BarredKind> kinds, Instant until) {
        Instant now = clock.instant();
        if (until == null || !until.isAfter(now) || until.isAfter(now.plus(LONGEST))) {
            throw new IllegalArgumentException("barredUntil must lie in the future, within ten years");
        }
        if (BarringKey.of(realm).isEmpty()) {
            BarringKey.add(realm);
        }
        NameDigest key = BarringKey.of(realm).get(0);
        List<BarredName> names = new ArrayList<>();
        for (BarredKind kind : kinds) {
            List<String> values = values(user, kind);
            if (values.isEmpty()) {
                throw new IllegalArgumentException("barred: the user has no " + kind);
            }
            values.forEach(value -> names.add(new BarredName(
                    KeycloakModelUtils.generateId(),
                    realm.getId(),
                    kind,
                    digest(key, realm, kind, value),
                    restrictionId,
                    until)));
        }
        names().add(names);
    }

    /** What a user has that can be barred. */
    public Set<BarredKind> barrable(UserModel user) {
        Set<BarredKind> kinds = EnumSet.noneOf(BarredKind.class);
        for (BarredKind kind : BarredKind.values()) {
            if (!values(user, kind).isEmpty()) {
                kinds.add(kind);
            }
        }
        return kinds;
    }

    /** Lets what belongs to a termination be registered again. */
    public void free(String restrictionId) {
        names().free(restrictionId);
    }

    /** What is barred because of these restrictions. */
    public List<BarredName> ofRestrictions(Collection<String> restrictionIds) {
        return restrictionIds.isEmpty() ? List.of() : names().ofRestrictions(restrictionIds);
    }

    /**
     * Whether nobody may register that. It costs one read of an index where something is barred in the realm, and nothing
     * elsewhere.
     *
     * @param value a name or an address as it was typed, a telephone number as E.164
     */
    public boolean isBarred(RealmModel realm, BarredKind kind, String value) {
        return !find(realm, Stream.of(new Value(kind, value))).isEmpty();
    }

    /** Whether one of these may be registered by nobody; in one read. */
    public boolean isAnyBarred(RealmModel realm, String username, String email, Collection<String> phones) {
        return !find(
                        realm,
                        Stream.concat(
                                Stream.of(new Value(BarredKind.USERNAME, username), new Value(BarredKind.EMAIL, email)),
                                phones.stream().map(phone -> new Value(BarredKind.PHONE, phone))))
                .isEmpty();
    }

    /** What a user has that is barred because of another account. */
    public List<BarredName> of(RealmModel realm, UserModel user, Collection<String> ownRestrictionIds) {
        return find(
                        realm,
                        Stream.of(BarredKind.values())
                                .flatMap(kind -> values(user, kind).stream().map(value -> new Value(kind, value))))
                .stream()
                .filter(name -> !ownRestrictionIds.contains(name.restrictionId()))
                .toList();
    }

    private List<BarredName> find(RealmModel realm, Stream<Value> values) {
        List<NameDigest> keys = BarringKey.of(realm);
        if (keys.isEmpty()) {
            return List.of();
        }
        Map<String, Set<BarredKind>> kinds = new HashMap<>();
        values.filter(value -> value.value() != null && !value.value().isBlank())
                .forEach(value -> keys.forEach(key -> kinds.computeIfAbsent(
                                digest(key, realm, value.kind(), value.value()),
                                digest -> EnumSet.noneOf(BarredKind.class))
                        .add(value.kind())));
        if (kinds.isEmpty()) {
            return List.of();
        }
        boolean areOne = realm.isLoginWithEmailAllowed() || realm.isRegistrationEmailAsUsername();
        return names().find(realm.getId(), kinds.keySet(), clock.instant()).stream()
                .filter(name -> areOne || kinds.get(name.digest()).contains(name.kind()))
                .toList();
    }

    private List<String> values(UserModel user, BarredKind kind) {
        return switch (kind) {
            case USERNAME -> List.of(user.getUsername());
            case EMAIL -> user.getEmail() == null || user.getEmail().isBlank() ? List.of() : List.of(user.getEmail());
            case PHONE -> UserPhones.of(session, user::getAttributeStream);
        };
    }

    private static String digest(NameDigest key, RealmModel realm, BarredKind kind, String value) {
        String space = kind == BarredKind.PHONE ? "phone" : "name";
        return key.of(realm.getId() + "\n" + space + "\n" + value.strip());
    }

    private BarredNames names() {
        return session.getProvider(RestrictionProvider.class).barred();
    }

    private record Value(BarredKind kind, String value) {}
}
