package io.agreements.keycloak.page;

import io.agreements.keycloak.agreement.text.TextDigest;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a page that asks for decisions shows.
 *
 * @param presentation names what was shown, so that the answer is to just that
 * @param required agreements without which there is no service
 * @param optional agreements that may be refused
 * @param labels the words around them by name, as shown
 * @param assets script and style
 */
public record AgreementsPage(
        String presentation, List<Item> required, List<Item> optional, Map<String, String> labels, Assets assets) {

    /**
     * @param view the agreement
     * @param choice what stands at its box; null where it has none
     * @param chosen whether the user has ticked the box already
     * @param readToEnd whether the end must be reached before it can be accepted
     */
    public record Item(AgreementView view, String choice, boolean chosen, boolean readToEnd) {}

    /** SHA-256 over the words shown around the texts: one per line, in the order of the page. Hexadecimal. */
    public static String digestOf(Map<String, String> labels, List<Item> items) {
        Stream<String> words = labels.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(label -> label.getKey() + "=" + label.getValue());
        Stream<String> choices = items.stream()
                .map(item -> item.view().key() + "="
                        + words(item).filter(Objects::nonNull).collect(Collectors.joining("|")));
        return TextDigest.of(Stream.concat(words, choices).collect(Collectors.joining("\n")));
    }

    private static Stream<String> words(Item item) {
        AgreementView view = item.view();
        Stream<String> fixed = Stream.of(view.title(), view.edition(), view.translationNote(), item.choice());
        return view.change() == null
                ? fixed
                : Stream.concat(
                        fixed, Stream.of(view.change().note(), view.change().summary()));
    }
}
