package io.agreements.keycloak.flow;

import jakarta.ws.rs.core.MultivaluedMap;
import org.keycloak.http.HttpRequest;

/**
 * What a user has sent back from a page that asks for decisions.
 *
 * @param form the fields; empty if the page was only opened
 */
record Answer(MultivaluedMap<String, String> form) {

    /** Everything our fields are named by begins with this. */
    static final String FIELD_PREFIX = "agreement";

    static final String DECISION_FIELD = "agreements-decision";
    private static final String PRESENTATION_FIELD = "agreements-presentation";
    private static final String SCRIPTED_FIELD = "agreements-scripted";
    private static final String BOX_PREFIX = "agreement-";
    private static final String END_SUFFIX = "-end";
    private static final String TRUE = "true";

    static Answer of(HttpRequest request) {
        return new Answer(request.getDecodedFormParameters());
    }

    /** Name of the box of the agreement with that key. */
    static String box(String key) {
        return BOX_PREFIX + key;
    }

    /** Which page is answered; null if the page was not one of ours. */
    String presentation() {
        return form.getFirst(PRESENTATION_FIELD);
    }

    /** Which button was pressed; null if none of ours. */
    String decision() {
        return form.getFirst(DECISION_FIELD);
    }

    boolean isTicked(String key) {
        return form.containsKey(box(key));
    }

    /** Whether the end of the text was reached; null if no script was there to tell. */
    Boolean endReached(String key) {
        return TRUE.equals(form.getFirst(SCRIPTED_FIELD)) ? TRUE.equals(form.getFirst(box(key) + END_SUFFIX)) : null;
    }
}
