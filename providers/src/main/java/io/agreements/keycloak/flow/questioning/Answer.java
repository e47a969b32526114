package io.agreements.keycloak.flow.questioning;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import org.keycloak.http.HttpRequest;

/**
 * What a user has sent back from a page that asks for decisions.
 *
 * @param form the fields; empty if the page was only opened
 */
public record Answer(MultivaluedMap<String, String> form) {

    private static final String PAGE_PREFIX = "agreements-";
    private static final String DECISION_FIELD = PAGE_PREFIX + "decision";
    private static final String PRESENTATION_FIELD = PAGE_PREFIX + "presentation";
    private static final String SCRIPTED_FIELD = PAGE_PREFIX + "scripted";
    private static final String BOX_PREFIX = "agreement-";

    /** No key has a dot, so that no agreement's box is named like another's end. */
    private static final String END_SUFFIX = ".end";

    /** What a browser sends of a box that is ticked, as the template has it. */
    private static final List<String> TICKED = List.of("accepted");

    private static final String TRUE = "true";

    public static Answer of(HttpRequest request) {
        return new Answer(request.getDecodedFormParameters());
    }

    /** Whether that is a name one of our fields may have. */
    public static boolean isField(String name) {
        return name.startsWith(BOX_PREFIX) || name.startsWith(PAGE_PREFIX);
    }

    /** Name of the box of the agreement with that key. */
    static String box(String key) {
        return BOX_PREFIX + key;
    }

    /** Which page is answered; null if the page was not one of ours. */
    String presentation() {
        return form.getFirst(PRESENTATION_FIELD);
    }

    /** Which button was pressed; null if none of ours, or more than one. */
    String decision() {
        List<String> pressed = form.getOrDefault(DECISION_FIELD, List.of());
        return pressed.size() == 1 ? pressed.get(0) : null;
    }

    /** Nothing but the one value that the page offers is a tick. */
    boolean isTicked(String key) {
        return TICKED.equals(form.get(box(key)));
    }

    /** Whether the end of the text was reached; null if no script was there to tell. */
    Boolean endReached(String key) {
        return TRUE.equals(form.getFirst(SCRIPTED_FIELD)) ? TRUE.equals(form.getFirst(box(key) + END_SUFFIX)) : null;
    }
}
