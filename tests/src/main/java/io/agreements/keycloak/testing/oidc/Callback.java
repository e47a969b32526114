package io.agreements.keycloak.testing.oidc;

import java.net.URI;
import java.util.Map;

/**
 * What a browser brings back to a client.
 *
 * @param url the whole address
 * @param parameters its parameters, decoded
 */
public record Callback(String url, Map<String, String> parameters) {

    /** What the address says that a browser is sent back to. */
    public static Callback parse(String url) {
        String query = URI.create(url).getRawQuery();
        return new Callback(url, FormParameters.decode(query == null ? "" : query));
    }

    /** The code of a sign-in that went well. */
    public String code() {
        String code = parameters.get("code");
        if (code == null) {
            throw new AssertionError("The sign-in brought no code: " + url);
        }
        return code;
    }

    /** The error of a sign-in that did not, or null. */
    public String error() {
        return parameters.get("error");
    }

    /** What explains the error, or null. */
    public String errorDescription() {
        return parameters.get("error_description");
    }

    /** What became of a {@code kc_action} the client asked for, or null. */
    public String actionStatus() {
        return parameters.get("kc_action_status");
    }

    /** The state, as the client sent it. */
    public String state() {
        return parameters.get("state");
    }
}
