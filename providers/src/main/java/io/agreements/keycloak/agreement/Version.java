package io.agreements.keycloak.agreement;

import io.agreements.keycloak.ledger.Shown;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One numbered edition of an agreement.
 *
 * @param number 1, 2, 3 …
 * @param label free words for it, such as "2026-11"; null if there are none
 * @param material whether it needs a new acceptance; if not, an earlier acceptance stays good
 * @param acceptance how existing users come to accept it
 * @param readToEnd whether the end of the text must have been reached before it can be accepted, where a script can tell
 * @param articlesDiffer why its languages may differ in their articles, in its author's words; null if they may not
 * @param timeline when it is published, effective, enforced, retracted
 * @param edits how often it or one of its texts was changed
 * @param texts one per locale
 */
public record Version(
        int number,
        String label,
        boolean material,
        AcceptanceMode acceptance,
        boolean readToEnd,
        String articlesDiffer,
        Timeline timeline,
        int edits,
        List<Text> texts) {

    public Version {
        texts = List.copyOf(texts);
    }

    /** The text in exactly this locale. */
    public Optional<Text> text(String locale) {
        return texts.stream().filter(text -> text.locale().equals(locale)).findFirst();
    }

    /** What a record about this version names: the text that binds. */
    public Shown binding(String agreementKey, String bindingLocale) {
        Text binding = text(bindingLocale).orElseThrow();
        return Shown.text(agreementKey, number, binding.locale(), binding.digest());
    }

    /** The text that suits a reader best: same language and script, else same language, else the binding one. */
    public Text textFor(Locale reader, String bindingLocale) {
        List<String> locales = texts.stream().map(Text::locale).toList();
        return text(TextLocales.best(locales, reader, bindingLocale)).orElseThrow();
    }
}
