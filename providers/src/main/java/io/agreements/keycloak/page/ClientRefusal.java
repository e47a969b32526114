package io.agreements.keycloak.page;

import io.agreements.keycloak.acceptance.obligation.Obligation;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * What a client is told that gets nothing because of its user.
 *
 * @param type what it is, for programs; null if the user owes an agreement
 * @param description names agreement and version, for developers
 * @param page where the version can be read by everybody
 */
public record ClientRefusal(String type, String description, URI page) {

    /** Name of the field with the type. */
    public static final String TYPE = "agreements_error";

    public static ClientRefusal of(KeycloakSession session, RealmModel realm, Obligation owed) {
        return new ClientRefusal(
                null,
                "The user has to " + owed.demand(),
                new AgreementUrls(session, realm)
                        .version(owed.agreement().key(), owed.version().number()));
    }

    /** The body of the answer (RFC 6749, section 5.2). */
    public Map<String, String> body(String error) {
        Map<String, String> body = new LinkedHashMap<>();
        body.put("error", error);
        body.put("error_description", description);
        body.put("error_uri", page.toString());
        if (type != null) {
            body.put(TYPE, type);
        }
        return body;
    }
}
