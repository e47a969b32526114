package io.agreements.keycloak.jpa.agreement;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.agreements.keycloak.agreement.Text;
import io.agreements.keycloak.agreement.text.Articles;
import io.agreements.keycloak.agreement.text.Markdown;
import io.agreements.keycloak.agreement.text.TextChanges;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What is made of texts, by digest: what has the same digest never changes. Holds some million characters of HTML and of
 * compared texts each at most.
 */
final class RenderedTexts {

    private static final long MAX_CHARACTERS = 8_000_000;

    private final Markdown markdown = new Markdown();
    private final Articles articles = new Articles();
    private final Cache<Key, String> cache = Caffeine.newBuilder()
            .maximumWeight(MAX_CHARACTERS)
            .weigher((Key key, String html) -> html.length())
            .build();
    private final Cache<Pair, Compared> compared = Caffeine.newBuilder()
            .maximumWeight(MAX_CHARACTERS)
            .weigher((Pair pair, Compared result) -> result.characters())
            .build();

    String get(String digest, int headingShift, Supplier<String> source) {
        return cache.get(new Key(digest, headingShift), key -> markdown.toHtml(source.get(), key.headingShift()));
    }

    /** @param source gives the Markdown of a text; empty if it is not there */
    Optional<TextChanges> changes(Text older, Text newer, Function<Text, Optional<String>> source) {
        Pair pair = new Pair(older.digest(), newer.digest(), newer.locale());
        return Optional.ofNullable(compared.get(
                        pair,
                        key -> source.apply(older)
                                .flatMap(before -> source.apply(newer).map(after -> compare(before, after, key)))
                                .orElse(null)))
                .map(Compared::changes);
    }

    private Compared compare(String before, String after, Pair pair) {
        return new Compared(
                articles.changes(before, after, Locale.forLanguageTag(pair.locale())),
                before.length() + after.length());
    }

    private record Key(String digest, int headingShift) {}

    private record Pair(String older, String newer, String locale) {}

    private record Compared(TextChanges changes, int characters) {}
}
