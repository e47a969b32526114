package io.agreements.keycloak.page;

import io.agreements.keycloak.agreement.Agreement;
import io.agreements.keycloak.agreement.Text;
import io.agreements.keycloak.ledger.Decision;
import io.agreements.keycloak.ledger.Method;
import io.agreements.keycloak.ledger.kept.Kept;
import io.agreements.keycloak.ledger.kept.KeptKind;
import io.agreements.keycloak.page.console.ConsoleWords;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * What is known of how a text was shown on which a decision comes by REST: by whom, and by the account console in which words.
 * The server has seen nothing of it, and claims no more.
 */
public final class SentWording {

    private static final int FORM = 1;

    private static final String BY_THE_CONSOLE =
            "The account console sent the decision, as its token says. The product's"
                    + " page in it, of this version, has these words around the text; the server did not see it shown.";
    private static final String BY_A_CLIENT =
            "The application sent the decision, and says that it showed the text of this"
                    + " digest. The product did not show it, and does not know what stood around it.";

    private static final String DIALOGS = "agreements.account.agreements.";
    private static final String CANCEL = "agreements.common.cancel";

    private SentWording() {}

    /**
     * @param method {@code ACCOUNT} for the product's own pages in the account console
     * @param client the application that sent the decision
     * @param console the words it has for whoever decides
     */
    public static Kept of(
            Method method,
            String client,
            Supplier<ConsoleWords> console,
            Decision decision,
            Agreement agreement,
            int version,
            Text text) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("agreement", agreement.key());
        shown.put("version", version);
        shown.put("locale", text.locale());
        shown.put("text", text.digest());
        shown.put("title", text.title());
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("form", FORM);
        fields.put("page", method.name());
        fields.put("product", Templates.PRODUCT_VERSION);
        fields.put("client", client);
        if (method == Method.ACCOUNT) {
            ConsoleWords words = console.get();
            fields.put("statement", BY_THE_CONSOLE);
            fields.put("language", words.language());
            fields.put("labels", dialog(decision, words));
        } else {
            fields.put("statement", BY_A_CLIENT);
        }
        fields.put(agreement.isRequired() ? "required" : "optional", List.of(shown));
        return Kept.of(KeptKind.WORDING, fields);
    }

    /** What the words of the dialogs are called by, so that a page can say in which of them somebody has decided. */
    public static String dialogs(ConsoleWords words) {
        return Kept.of(
                        KeptKind.WORDING,
                        Map.of(
                                "language", words.language(),
                                "give", dialog(Decision.ACCEPTED, words),
                                "withdraw", dialog(Decision.WITHDRAWN, words)))
                .digest();
    }

    /** With the names of values in braces, where the console puts those of the decision. */
    private static Map<String, String> dialog(Decision decision, ConsoleWords words) {
        Map<String, String> labels = new LinkedHashMap<>();
        if (decision == Decision.WITHDRAWN) {
            labels.put("heading", words.get(DIALOGS + "withdraw"));
            labels.put("hint", words.get(DIALOGS + "withdrawHint"));
            labels.put("act", words.get(DIALOGS + "withdrawAct"));
        } else {
            labels.put("hint", words.get(DIALOGS + "giveHint"));
            labels.put("agree", words.get(DIALOGS + "agree"));
            labels.put("decline", words.get(DIALOGS + "decline"));
        }
        labels.put("cancel", words.get(CANCEL));
        labels.replaceAll((name, label) -> label.replace("{{", "{").replace("}}", "}"));
        return labels;
    }
}
