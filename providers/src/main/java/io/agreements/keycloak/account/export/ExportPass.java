package io.agreements.keycloak.account.export;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.keycloak.TokenCategory;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.representations.JsonWebToken;

/**
 * What lets somebody who is in the middle of signing in, and so has no access token, download the own data: signed by the
 * realm, for five minutes, and no longer than that sign-in lasts and its password is good.
 *
 * @param userId whose data
 * @param clientId the client signed in to
 * @param signIn what it stands for
 * @param locale language tag of the page
 * @param since when it was issued, to the second
 */
public record ExportPass(String userId, String clientId, SignInProof signIn, String locale, Instant since) {

    private static final String TYPE = "agreements-export";
    private static final Duration LIFESPAN = Duration.ofMinutes(5);

    /** The pass as it is sent to the browser. */
    public String issue(KeycloakSession session, RealmModel realm) {
        Content content = new Content();
        content.sessionId = signIn.sessionId();
        content.tabId = signIn.tabId();
        content.ongoing = signIn.ongoing();
        content.passwordSince = signIn.passwordSince();
        content.locale = locale;
        content.id(KeycloakModelUtils.generateId())
                .type(TYPE)
                .audience(realm.getId())
                .subject(userId)
                .issuedFor(clientId)
                .iat(since.getEpochSecond())
                .exp(since.plus(LIFESPAN).getEpochSecond());
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
                .map(Content::toPass);
    }

    /** Whose data it still gives; empty if the account, the sign-in, its password or all tokens of its time are gone. */
    public Optional<UserModel> holder(KeycloakSession session, RealmModel realm) {
        ClientModel client = realm.getClientByClientId(clientId);
        return Optional.ofNullable(session.users().getUserById(realm, userId))
                .filter(UserModel::isEnabled)
                .filter(user -> client != null && client.isEnabled())
                .filter(user -> isAfter(realm.getNotBefore())
                        && isAfter(client.getNotBefore())
                        && isAfter(session.users().getNotBeforeOfUser(realm, user)))
                .filter(user -> signIn.holds(session, realm, client, user));
    }

    /** @param notBefore in seconds; 0 if there is none */
    private boolean isAfter(int notBefore) {
        return since.getEpochSecond() > notBefore;
    }

    /** Signed with a key that never leaves the server. */
    static final class Content extends JsonWebToken {

        private static final long serialVersionUID = 1L;

        @JsonProperty("sid")
        private String sessionId;

        @JsonProperty("tab")
        private String tabId;

        @JsonProperty("ongoing")
        private boolean ongoing;

        @JsonProperty("password_since")
        private long passwordSince;

        @JsonProperty("locale")
        private String locale;

        @Override
        public TokenCategory getCategory() {
            return TokenCategory.INTERNAL;
        }

        private ExportPass toPass() {
            return new ExportPass(
                    getSubject(),
                    getIssuedFor(),
                    new SignInProof(sessionId, tabId, ongoing, passwordSince),
                    locale,
                    Instant.ofEpochSecond(getIat()));
        }
    }
}
