package io.agreements.keycloak.jpa;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.agreements.keycloak.agreement.text.Markdown;
import java.util.function.Supplier;

/** Texts as HTML, by digest: what has the same digest never changes. Holds some million characters at most. */
final class RenderedTexts {

    private static final long MAX_CHARACTERS = 8_000_000;

    private final Markdown markdown = new Markdown();
    private final Cache<Key, String> cache = Caffeine.newBuilder()
            .maximumWeight(MAX_CHARACTERS)
            .weigher((Key key, String html) -> html.length())
            .build();

    String get(String digest, int headingShift, Supplier<String> source) {
        return cache.get(new Key(digest, headingShift), key -> markdown.toHtml(source.get(), key.headingShift()));
    }

    private record Key(String digest, int headingShift) {}
}
