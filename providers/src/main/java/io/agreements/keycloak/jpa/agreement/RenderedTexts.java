package io.agreements.keycloak.jpa.agreement;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.agreements.keycloak.agreement.Text;
import io.agreements.keycloak.agreement.text.Articles;
import io.agreements.keycloak.agreement.text.Markdown;
import io.agreements.keycloak.agreement.text.TextBytes;
import io.agreements.keycloak.agreement.text.TextChanges;
import io.agreements.keycloak.agreement.text.TextDigest;
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

    /** @param source gives the Markdown the digest is of, in UTF-8 */
    String get(String digest, int headingShift, Supplier<byte[]> source) {
        return cache.get(
                new Key(digest, headingShift),
                key -> markdown.toHtml(decode(digest, source.get()), key.headingShift()));
    }

    /** @param source gives the Markdown of a text in UTF-8; empty if it is not there */
    Optional<TextChanges> changes(Text older, Text newer, Function<Text, Optional<byte[]>> source) {
        Pair pair = new Pair(older.digest(), newer.digest(), newer.locale());
        return Optional.ofNullable(compared.get(
                        pair,
                        key -> source.apply(older)
                                .flatMap(before -> source.apply(newer)
                                        .map(after -> compare(
                                                decode(older.digest(), before), decode(newer.digest(), after), key)))
                                .orElse(null)))
                .map(Compared::changes);
    }

    /** What a digest is asked for is that text and no other: whoever reads it decides on what the record will name. */
    private static String decode(String digest, byte[] content) {
        if (!TextDigest.of(content).equals(digest)) {
            throw new IllegalStateException(
                    "a text was changed in the database: it is not the one with the digest " + digest);
        }
        return TextBytes.decode(content);
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
