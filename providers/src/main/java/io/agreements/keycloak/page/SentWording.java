package io.agreements.keycloak.page;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.agreements.keycloak.agreement.Agreement;
import io.agreements.keycloak.agreement.Text;
import io.agreements.keycloak.agreement.language.Language;
import io.agreements.keycloak.ledger.Decision;
import io.agreements.keycloak.ledger.Method;
import io.agreements.keycloak.ledger.kept.Kept;
import io.agreements.keycloak.ledger.kept.KeptKind;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

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

    /** The words of the console's dialogs, by language and decision: those of its views (themes/), which a test compares. */
    private static final Map<String, Map<Decision, Map<String, String>>> CONSOLE = consoleWords();

    private SentWording() {}

    /**
     * @param method {@code ACCOUNT} for the product's own pages in the account console
     * @param client the application that sent the decision
     * @param reader for whom the console has its words
     */
    public static Kept of(
            Method method,
            String client,
            Locale reader,
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
            String language = consoleLanguage(reader);
            fields.put("statement", BY_THE_CONSOLE);
            fields.put("language", language);
            fields.put(
                    "labels", CONSOLE.get(language).get(decision == Decision.WITHDRAWN ? decision : Decision.ACCEPTED));
        } else {
            fields.put("statement", BY_A_CLIENT);
        }
        fields.put(agreement.isRequired() ? "required" : "optional", List.of(shown));
        return Kept.of(KeptKind.WORDING, fields);
    }

    /** As the console chooses its words: Chinese ones in the reader's script, English ones for the rest. */
    static String consoleLanguage(Locale reader) {
        if (!"zh".equals(reader.getLanguage())) {
            return "en";
        }
        return "Hant".equals(Language.of(reader).script()) ? "zh-Hant" : "zh-Hans";
    }

    private static Map<String, Map<Decision, Map<String, String>>> consoleWords() {
        try (InputStream in = SentWording.class.getResourceAsStream("account-console.json")) {
            return new JsonMapper().readValue(in, new TypeReference<>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
