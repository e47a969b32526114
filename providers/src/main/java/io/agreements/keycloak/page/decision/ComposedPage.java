package io.agreements.keycloak.page.decision;

import io.agreements.keycloak.ledger.kept.Kept;
import io.agreements.keycloak.page.AgreementView;
import io.agreements.keycloak.page.AgreementsPage;
import io.agreements.keycloak.page.AgreementsPage.Item;
import io.agreements.keycloak.page.Assets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A page that asks for decisions, before it is shown to anybody.
 *
 * @param required agreements without which there is no service
 * @param optional agreements that may be refused
 * @param labels the words around them by name
 * @param answer what is sent by the button that does what is demanded
 * @param wording all that is shown around the texts
 */
public record ComposedPage(
        List<Item> required, List<Item> optional, Map<String, String> labels, String answer, Kept wording) {

    /** Whether it offers to decline, or to leave it at that. */
    public boolean isDeclinable() {
        return labels.containsKey(PageKind.DECLINE) || labels.containsKey(PageKind.STOP);
    }

    /** Of all agreements, in the order shown. */
    public List<AgreementView> views() {
        return Stream.concat(required.stream(), optional.stream())
                .map(Item::view)
                .toList();
    }

    /** @param presentation names what is shown, so that the answer is to just that */
    public AgreementsPage shownAs(String presentation) {
        return new AgreementsPage(presentation, required, optional, labels, answer, Assets.CURRENT);
    }
}
