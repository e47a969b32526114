package io.agreements.keycloak;

import java.util.Optional;
import org.keycloak.common.ClientConnection;
import org.keycloak.http.HttpRequest;
import org.keycloak.models.KeycloakContext;

/** The request that is being answered. Tasks, workflows and commands such as {@code kc.sh import} have none. */
public final class CurrentRequest {

    private CurrentRequest() {}

    /** Empty where there is none; to ask Keycloak itself would end in an exception then. */
    public static Optional<HttpRequest> of(KeycloakContext context) {
        ClientConnection connection = context.getConnection();
        return connection == null || connection.getRemoteAddr() == null
                ? Optional.empty()
                : Optional.of(context.getHttpRequest());
    }
}
