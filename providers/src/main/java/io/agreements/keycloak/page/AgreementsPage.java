package io.agreements.keycloak.page;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import io.agreements.keycloak.agreement.text.TextDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a page that asks for decisions shows.
 *
 * @param presentation names what was shown, so that the answer is to just that
 * @param required agreements without which there is no service
 * @param optional agreements that may be refused
 * @param labels the words around them by name, as shown
 * @param answer what is sent by the button that does what is demanded; the name of its label where the page has it
 * @param assets script and style
 */
public record AgreementsPage(
        String presentation,
        List<Item> required,
        List<Item> optional,
        Map<String, String> labels,
        String answer,
        Assets assets) {

    private static final ObjectWriter JSON = new ObjectMapper().writer();

    /**
     * @param view the agreement
     * @param choice what stands at its box; null where it has none
     * @param tick what is sent of the box if it is ticked
     * @param chosen whether the user has ticked the box already
     * @param readToEnd whether the end must be reached before it can be decided on
     * @param acknowledgement whether it is only to be taken note of
     * @param seen which of the clauses attention is drawn to have come into view already, as the form's field has them
     */
    public record Item(
            AgreementView view,
            String choice,
            String tick,
            boolean chosen,
            boolean readToEnd,
            boolean acknowledgement,
            String seen) {}

    /**
     * SHA-256 over the words shown around the texts, hexadecimal: over a JSON array of an object with the labels, sorted by
     * name, and an array for each agreement in the order of the page, with null where there is no such word.
     */
    public static String digestOf(Map<String, String> labels, List<Item> items) {
        List<Object> words = new ArrayList<>();
        words.add(new TreeMap<>(labels));
        items.forEach(item -> words.add(words(item)));
        try {
            return TextDigest.of(JSON.writeValueAsString(words));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("words are strings", e);
        }
    }

    private static List<String> words(Item item) {
        AgreementView view = item.view();
        AgreementView.Change change = view.change();
        return Arrays.asList(
                view.key(),
                view.title(),
                view.edition(),
                view.translationNote(),
                item.choice(),
                change == null ? null : change.note(),
                change == null ? null : change.summary(),
                view.attention() == null ? null : view.attention().words());
    }
}
