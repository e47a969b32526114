package io.agreements.keycloak.ledger.log;

import jakarta.ws.rs.core.UriBuilder;
import jakarta.ws.rs.core.UriInfo;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.util.UUID;
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

    /** In the database. */
    private static final int LONGEST = 255;

    private LogOrigin() {}

    /** @param number the how manieth origin of the log that is, from 1 */
    static String of(KeycloakSession session, RealmModel realm, int number) {
        String unknown = "log-" + UUID.randomUUID() + NOWHERE;
        String known = name(base(session, realm, unknown), realm.getName(), number);
        return known.length() <= LONGEST ? known : name(URI.create("http://" + unknown + "/"), realm.getId(), number);
    }

    private static String name(URI base, String realm, int number) {
        URI address = UriBuilder.fromUri(base)
                .path("realms")
                .segment(realm)
                .path("agreements/log")
                .build();
        String name = address.getRawAuthority() + address.getRawPath();
        // A verifier key has a plus between its parts.
        return (number == 1 ? name : name + "/" + number).replace("+", "%2B");
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
