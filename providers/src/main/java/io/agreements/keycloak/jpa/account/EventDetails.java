package io.agreements.keycloak.jpa.account;

import com.fasterxml.jackson.core.type.TypeReference;
import java.io.IOException;
import java.util.Map;
import org.jboss.logging.Logger;
import org.keycloak.util.JsonSerialization;

/** Reads the details of a stored event. Which of two columns has them depends on the Keycloak that wrote them. */
final class EventDetails {

    /** What a query selects for them. */
    static final String COLUMNS = "e.detailsJson, e.detailsJsonLongValue";

    private static final Logger LOG = Logger.getLogger(EventDetails.class);

    private static final TypeReference<Map<String, String>> TYPE = new TypeReference<>() {};

    private EventDetails() {}

    /** Nothing if they cannot be read. */
    static Map<String, String> of(Object shortJson, Object longJson) {
        String json = (String) (longJson == null ? shortJson : longJson);
        if (json == null) {
            return Map.of();
        }
        try {
            return JsonSerialization.readValue(json, TYPE);
        } catch (IOException e) {
            LOG.debug("Details of a stored event cannot be read", e);
            return Map.of();
        }
    }
}
