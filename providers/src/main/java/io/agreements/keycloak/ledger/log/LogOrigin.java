package io.agreements.keycloak.ledger.log;

import io.agreements.keycloak.FrontendAddress;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import org.keycloak.common.util.Encode;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * The name of a log: the address below which it is read, without {@code https://}. That is told by the realm's frontend URL
 * or the server's hostname; no request has a say in it. Where neither is set, a host that cannot be stands there, with a
 * random name that is no other log's.
 */
final class LogOrigin {

    /** RFC 6761: no such host exists. */
    private static final String NOWHERE = ".invalid";

    /** In the database, with room for a number. */
    private static final int LONGEST = 240;

    private LogOrigin() {}

    static String of(KeycloakSession session, RealmModel realm) {
        String unknown = "log-" + UUID.randomUUID() + NOWHERE;
        URI nowhere = URI.create("http://" + unknown + "/");
        return of(FrontendAddress.configured(session, realm, nowhere), realm.getName())
                .or(() -> of(nowhere, realm.getId()))
                .orElseThrow();
    }

    /** @return empty if it is too long to be kept */
    static Optional<String> of(URI base, String realm) {
        String root = base.getRawAuthority() + base.getRawPath();
        String name = (root.endsWith("/") ? root : root + "/") + "realms/" + Encode.encodePathSegment(realm)
                + "/agreements/log";
        // A verifier key has a plus between its parts.
        return Optional.of(name.replace("+", "%2B")).filter(kept -> kept.length() <= LONGEST);
    }

    /**
     * The one after another of the same log.
     *
     * @param number the how manieth the next one is, from 2
     */
    static String next(String origin, int number) {
        String last = "/" + (number - 1);
        return (number > 2 ? origin.substring(0, origin.length() - last.length()) : origin) + "/" + number;
    }
}
