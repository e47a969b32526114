package io.agreements.keycloak.account.departure;

import io.agreements.keycloak.CurrentRequest;
import io.agreements.keycloak.ledger.Actor;
import io.agreements.keycloak.ledger.ActorKind;
import io.agreements.keycloak.ledger.Method;
import jakarta.ws.rs.NotAuthorizedException;
import jakarta.ws.rs.core.HttpHeaders;
import java.net.URI;
import java.util.Optional;
import org.keycloak.jose.jws.JWSInput;
import org.keycloak.jose.jws.JWSInputException;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.representations.AccessToken;
import org.keycloak.services.managers.AppAuthManager;

/**
 * Who is behind an import into a realm. Keycloak carries it out in a session of its own that does not know the bearer of the
 * request any more.
 */
final class ImportingAdministrator {

    private final KeycloakSession session;

    ImportingAdministrator(KeycloakSession session) {
        this.session = session;
    }

    /** Empty where no request is behind it, or none with a token of this server. */
    Optional<Actor> find() {
        return CurrentRequest.of(session.getContext())
                .map(request -> bearerToken(request.getHttpHeaders()))
                .flatMap(this::verify)
                .map(ImportingAdministrator::actor);
    }

    /** Null where there is none. */
    private static String bearerToken(HttpHeaders headers) {
        try {
            return headers == null ? null : AppAuthManager.extractAuthorizationHeaderToken(headers);
        } catch (NotAuthorizedException noBearer) {
            return null;
        }
    }

    /** The realm of administrators may be another one than that of the import; the signature is its own. */
    private Optional<AccessToken> verify(String token) {
        RealmModel current = session.getContext().getRealm();
        try {
            String path = URI.create(new JWSInput(token)
                            .readJsonContent(AccessToken.class)
                            .getIssuer())
                    .getPath();
            RealmModel issuer = session.realms().getRealmByName(path.substring(path.lastIndexOf('/') + 1));
            if (issuer == null) {
                return Optional.empty();
            }
            session.getContext().setRealm(issuer);
            return Optional.ofNullable(session.tokens().decode(token, AccessToken.class));
        } catch (JWSInputException | IllegalArgumentException notOurs) {
            return Optional.empty();
        } finally {
            session.getContext().setRealm(current);
        }
    }

    private static Actor actor(AccessToken token) {
        return new Actor(ActorKind.ADMINISTRATOR, Method.ADMIN, token.getSubject(), token.getIssuedFor());
    }
}
