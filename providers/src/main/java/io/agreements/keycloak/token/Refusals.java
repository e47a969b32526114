package io.agreements.keycloak.token;

import io.agreements.keycloak.page.ClientRefusal;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.keycloak.OAuthErrorException;
import org.keycloak.events.Details;
import org.keycloak.events.Errors;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.services.cors.Cors;
import org.keycloak.util.TokenUtil;

/** What a client gets instead of what it asked for, each in the words of the standard of what it asked for. */
final class Refusals {

    private final KeycloakSession session;
    private final RealmModel realm;

    Refusals(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
    }

    /** To be thrown. Nothing of the request is kept but the event that tells of it, so that it can be made again. */
    WebApplicationException of(WayIn way, Bearer bearer, ClientRefusal refusal) {
        WebApplicationException answer = ofWhatIsKept(way, bearer, refusal);
        session.getTransactionManager().setRollbackOnly();
        return answer;
    }

    /** To be thrown when all that the request has done is kept. */
    WebApplicationException ofWhatIsKept(WayIn way, Bearer bearer, ClientRefusal refusal) {
        tell(way.eventType(), bearer, refusal);
        return switch (way) {
            case INTROSPECTION ->
                new WebApplicationException(Response.ok(Map.of("active", false), MediaType.APPLICATION_JSON_TYPE)
                        .build());
            case USERINFO -> new WebApplicationException(invalidToken(bearer.client(), refusal));
            default -> new TokenRefusal(cors(bearer.client()), refusal);
        };
    }

    /** The same for tokens that have just been made. */
    WebApplicationException of(Issuance issuance, Bearer bearer, ClientRefusal refusal) {
        tell(issuance.eventType(session), bearer, refusal);
        if (issuance.isInBrowser()) {
            return new WebApplicationException(issuance.sendBack(session, refusal));
        }
        session.getTransactionManager().setRollbackOnly();
        return new TokenRefusal(cors(bearer.client()), refusal);
    }

    private void tell(EventType type, Bearer bearer, ClientRefusal refusal) {
        new EventBuilder(realm, session, session.getContext().getConnection())
                .event(type)
                .client(bearer.client())
                .user(bearer.user())
                .session(bearer.session())
                .detail(Details.REASON, refusal.description())
                .error(Errors.RESOLVE_REQUIRED_ACTIONS);
    }

    /** RFC 6750, section 3. */
    private Response invalidToken(ClientModel client, ClientRefusal refusal) {
        String challenge = "%s realm=%s, error=%s, error_description=%s, error_uri=%s"
                .formatted(
                        scheme(),
                        quoted(realm.getName()),
                        quoted(OAuthErrorException.INVALID_TOKEN),
                        quoted(refusal.description()),
                        quoted(refusal.page().toASCIIString()));
        return cors(client)
                .exposedHeaders(HttpHeaders.WWW_AUTHENTICATE)
                .add(Response.status(Response.Status.UNAUTHORIZED)
                        .header(HttpHeaders.WWW_AUTHENTICATE, challenge)
                        .entity(refusal.body(OAuthErrorException.INVALID_TOKEN))
                        .type(MediaType.APPLICATION_JSON_TYPE));
    }

    /** A token is asked for in the words in which it was shown. */
    private String scheme() {
        String shown =
                session.getContext().getHttpRequest().getHttpHeaders().getHeaderString(HttpHeaders.AUTHORIZATION);
        boolean dpop = shown != null && shown.regionMatches(true, 0, TokenUtil.TOKEN_TYPE_DPOP, 0, 4);
        return dpop ? TokenUtil.TOKEN_TYPE_DPOP : TokenUtil.TOKEN_TYPE_BEARER;
    }

    private Cors cors(ClientModel client) {
        return Cors.builder()
                .auth()
                .allowedMethods(session.getContext().getHttpRequest().getHttpMethod())
                .exposedHeaders(Cors.ACCESS_CONTROL_ALLOW_METHODS)
                .checkAllowedOrigins(session, client);
    }

    private static String quoted(String value) {
        return '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
