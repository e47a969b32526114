package io.agreements.keycloak.ledger.log;

import jakarta.ws.rs.core.UriBuilder;
import jakarta.ws.rs.core.UriInfo;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import org.keycloak.common.util.Encode;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.urls.HostnameProvider;
import org.keycloak.urls.UrlType;

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
        return of(base(session, realm, unknown), realm.getName())
                .or(() -> of(URI.create("http://" + unknown + "/"), realm.getId()))
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

    private static URI base(KeycloakSession session, RealmModel realm, String unknown) {
        RealmModel before = session.getContext().getRealm();
        session.getContext().setRealm(realm);
        try {
            return session.getProvider(HostnameProvider.class).getBaseUri(addressed(unknown), UrlType.FRONTEND);
        } finally {
            session.getContext().setRealm(before);
        }
    }

    /** Keycloak asks for a request, for where nothing is set. */
    private static UriInfo addressed(String host) {
        URI base = URI.create("http://" + host + "/");
        return (UriInfo) Proxy.newProxyInstance(
                LogOrigin.class.getClassLoader(),
                new Class<?>[] {UriInfo.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "getBaseUri" -> base;
                    case "getBaseUriBuilder" -> UriBuilder.fromUri(base);
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }
}
