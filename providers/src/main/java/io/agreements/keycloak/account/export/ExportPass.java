package io.agreements.keycloak.account.export;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.keycloak.TokenCategory;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.representations.JsonWebToken;

/**
 * What lets somebody who is in the middle of signing in, and so has no access token, download the own data: signed by the
 * realm, for five minutes.
 *
 * @param userId whose data
 * @param clientId the client signed in to
 * @param sessionId of the authentication session
 * @param locale language tag of the page
 */
public record ExportPass(String userId, String clientId, String sessionId, String locale) {

    private static final String TYPE = "agreements-export";
    private static final Duration LIFESPAN = Duration.ofMinutes(5);

    /** The pass as it is sent to the browser. */
    public String issue(KeycloakSession session, RealmModel realm, Clock clock) {
        Content content = new Content();
        content.sessionId = sessionId;
        content.locale = locale;
        content.id(KeycloakModelUtils.generateId())
                .type(TYPE)
                .audience(realm.getId())
                .subject(userId)
                .issuedFor(clientId)
                .iat(clock.instant().getEpochSecond())
                .exp(clock.instant().plus(LIFESPAN).getEpochSecond());
        return session.tokens().encode(content);
    }

    /**
     * @param issued as it came back; null if none did
     * @return empty if this realm did not issue it, it is for something else, or its time is over
     */
    public static Optional<ExportPass> read(KeycloakSession session, RealmModel realm, String issued, Clock clock) {
        return Optional.ofNullable(session.tokens().decode(issued, Content.class))
                .filter(content -> TYPE.equals(content.getType()))
                .filter(content -> content.hasAudience(realm.getId()))
                .filter(content -> content.getExp() != null && clock.instant().getEpochSecond() < content.getExp())
                .map(content -> new ExportPass(
                        content.getSubject(), content.getIssuedFor(), content.sessionId, content.locale));
    }

    /** Signed with a key that never leaves the server. */
    static final class Content extends JsonWebToken {

        private static final long serialVersionUID = 1L;

        @JsonProperty("sid")
        private String sessionId;

        @JsonProperty("locale")
        private String locale;

        @Override
        public TokenCategory getCategory() {
            return TokenCategory.INTERNAL;
        }
    }
}
