package io.agreements.keycloak.rest.open;

import jakarta.ws.rs.core.MediaType;
import java.util.List;

/** Whether somebody wants a page or data. */
final class Negotiation {

    private Negotiation() {}

    /**
     * A page, unless JSON stands before it.
     *
     * @param acceptable media types, the one liked best first
     */
    static boolean prefersJson(List<MediaType> acceptable) {
        for (MediaType type : acceptable) {
            if (type.isCompatible(MediaType.TEXT_HTML_TYPE)) {
                return false;
            }
            if (type.isCompatible(MediaType.APPLICATION_JSON_TYPE)) {
                return true;
            }
        }
        return false;
    }
}
