package io.agreements.keycloak.page;

import java.util.List;
import java.util.Map;

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
}
