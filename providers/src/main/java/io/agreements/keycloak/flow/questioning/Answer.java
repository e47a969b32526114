package io.agreements.keycloak.flow.questioning;

import io.agreements.keycloak.agreement.Agreement;
import io.agreements.keycloak.ledger.ShownClause;
import io.agreements.keycloak.page.decision.Tick;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import java.util.stream.IntStream;
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

    private static final String SEEN_SUFFIX = ".seen";

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
    boolean isTicked(Agreement agreement) {
        return List.of(Tick.of(agreement)).equals(form.get(box(agreement.key())));
    }

    /** Whether the end of the text was reached; null if no script was there to tell. */
    Boolean endReached(String key) {
        return isScripted() ? TRUE.equals(form.getFirst(box(key) + END_SUFFIX)) : null;
    }

    /**
     * What became of the clauses that attention was drawn to. Which they are says the page that was shown; the answer can
     * only say which of them came into view.
     *
     * @param digests of the clauses shown, in the order of the text
     */
    List<ShownClause> attention(String key, List<String> digests) {
        SeenClauses seen = seen(key);
        return IntStream.rangeClosed(1, digests.size())
                .mapToObj(
                        number -> new ShownClause(digests.get(number - 1), isScripted() ? seen.contains(number) : null))
                .toList();
    }

    /** Which clauses came into view; none where no script was there to tell. */
    SeenClauses seen(String key) {
        return isScripted() ? SeenClauses.parse(form.getFirst(box(key) + SEEN_SUFFIX)) : SeenClauses.NONE;
    }

    private boolean isScripted() {
        return TRUE.equals(form.getFirst(SCRIPTED_FIELD));
    }
}
