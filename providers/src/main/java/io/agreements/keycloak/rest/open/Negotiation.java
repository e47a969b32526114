package io.agreements.keycloak.rest.open;

import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.function.Supplier;

/** Whether somebody wants a page or data. */
final class Negotiation {

    private Negotiation() {}

    /**
     * A page, unless JSON stands before it. Who asks for what is no media type gets a page, too.
     *
     * @param acceptable media types, the one liked best first; it fails where one cannot be read
     */
    static boolean prefersJson(Supplier<List<MediaType>> acceptable) {
        try {
            return prefersJson(acceptable.get());
        } catch (IllegalArgumentException noMediaType) {
            return false;
        }
    }

    private static boolean prefersJson(List<MediaType> acceptable) {
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
