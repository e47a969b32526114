package io.agreements.keycloak.tests;

import io.agreements.keycloak.testing.server.KeycloakServer;
import java.net.http.HttpResponse;

/** Asks a server to read the agreement files of a realm again. */
final class Importer {

    private Importer() {}

    /** As the administrator of the server; fails unless it goes well. */
    static String run(Pop800 pop800) {
        KeycloakServer server = pop800.realm().server();
        HttpResponse<String> response = run(pop800, AdminRest.administratorToken(server));
        if (response.statusCode() != 200) {
            throw new AssertionError(response.statusCode() + " " + response.body());
        }
        return response.body();
    }

    /** @param accessToken null for nobody */
    static HttpResponse<String> run(Pop800 pop800, String accessToken) {
        return AdminRest.postNothing(
                pop800.realm().server(), "/" + pop800.realm().name() + "/agreements/import", accessToken);
    }
}
