package io.agreements.keycloak;

import jakarta.ws.rs.core.UriBuilder;
import jakarta.ws.rs.core.UriInfo;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.urls.HostnameProvider;
import org.keycloak.urls.UrlType;

/** The address at which users reach the server of a realm, with a slash at its end. */
public final class FrontendAddress {

    /** RFC 6761: no such host exists. */
    private static final URI NOWHERE = URI.create("https://nowhere.invalid/");

    private FrontendAddress() {}

    /**
     * As the realm's frontend URL or the server's hostname tell it. No request has a say in it.
     *
     * @param otherwise where neither of them is set
     */
    public static URI configured(KeycloakSession session, RealmModel realm, URI otherwise) {
        RealmModel before = session.getContext().getRealm();
        session.getContext().setRealm(realm);
        try {
            return session.getProvider(HostnameProvider.class).getBaseUri(addressed(otherwise), UrlType.FRONTEND);
        } finally {
            session.getContext().setRealm(before);
        }
    }

    /** The one of the request under way, else as configured; empty where nobody knows it. */
    public static Optional<URI> known(KeycloakSession session, RealmModel realm) {
        return CurrentRequest.of(session.getContext())
                .map(request -> session.getContext().getUri(UrlType.FRONTEND).getBaseUri())
                .or(() -> Optional.of(configured(session, realm, NOWHERE))
                        .filter(address -> !NOWHERE.getHost().equals(address.getHost())));
    }

    /** Keycloak asks for a request, for where nothing is set. */
    private static UriInfo addressed(URI base) {
        return (UriInfo) Proxy.newProxyInstance(
                FrontendAddress.class.getClassLoader(),
                new Class<?>[] {UriInfo.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "getBaseUri" -> base;
                    case "getBaseUriBuilder" -> UriBuilder.fromUri(base);
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }
}
