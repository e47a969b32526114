package io.agreements.keycloak.jpa.agreement;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.agreements.keycloak.agreement.Text;
import io.agreements.keycloak.agreement.text.TextBytes;
import io.agreements.keycloak.agreement.text.TextDigest;
import io.agreements.keycloak.agreement.text.TextRefusedException;
import io.agreements.keycloak.agreement.text.change.TextChanges;
import io.agreements.keycloak.agreement.text.change.TextComparer;
import io.agreements.keycloak.agreement.text.html.Markdown;
import io.agreements.keycloak.agreement.text.html.RenderedText;
import io.agreements.keycloak.agreement.text.html.Surroundings;
import io.agreements.keycloak.agreement.text.outline.AttentionClause;
import io.agreements.keycloak.agreement.text.outline.OutlineReader;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/**
 * What is made of texts, by digest: what has the same digest never changes. Holds {@link #MOST_BYTES} of memory at most, weighed
 * by what it holds and not by how long texts are. What is kept now fits what may be spent on a text; one that was kept before there were
 * bounds, and does not, is shown as it is written.
 */
final class RenderedTexts {

    private static final Logger LOG = Logger.getLogger(RenderedTexts.class);

    /** Of everything. */
    static final long MOST_BYTES = 32L << 20;

    private static final long MOST_RENDERED = 16L << 20;

    /** A hundred pairs of texts such as there are, a dozen of the longest: so that they do not drive each other out. */
    private static final long MOST_COMPARED = 12L << 20;

    private static final long MOST_ATTENTION = MOST_BYTES - MOST_RENDERED - MOST_COMPARED;

    /** Of what something is found by. */
    private static final int KEY = 300;

    /** Pairs that can be compared at once. */
    private static final int TURNS = 64;

    private final Markdown markdown = new Markdown();
    private final OutlineReader outlines = new OutlineReader();
    private final TextComparer comparer = new TextComparer();
    private final Cache<Key, RenderedText> cache = Caffeine.newBuilder()
            .maximumWeight(MOST_RENDERED)
            .weigher((Key key, RenderedText text) -> weight(HeldBytes.of(text)))
            .build();
    private final Cache<Pair, KeptChanges> compared = Caffeine.newBuilder()
            .maximumWeight(MOST_COMPARED)
            .weigher((Pair pair, KeptChanges changes) -> weight(changes.bytes()))
            .build();
    private final List<Object> turns = Stream.generate(Object::new).limit(TURNS).toList();
    private final StrangersTurn strangers;

    private final Cache<String, List<AttentionClause>> attention = Caffeine.newBuilder()
            .maximumWeight(MOST_ATTENTION)
            .weigher((String digest, List<AttentionClause> clauses) -> weight(HeldBytes.of(clauses)))
            .build();

    RenderedTexts(Clock clock) {
        this.strangers = new StrangersTurn(clock);
    }

    /**
     * @param source gives the Markdown the digest is of, in UTF-8
     * @return none of a text that is shown as it is written
     */
    List<AttentionClause> attention(String digest, Supplier<byte[]> source) {
        List<AttentionClause> known = attention.getIfPresent(digest);
        return known == null ? findAttention(digest, source) : known;
    }

    private List<AttentionClause> findAttention(String digest, Supplier<byte[]> source) {
        List<AttentionClause> clauses;
        try {
            clauses = outlines.read(decode(digest, source.get())).attentionClauses();
        } catch (TextRefusedException e) {
            if (!e.isLasting()) {
                return List.of();
            }
            clauses = List.of();
        }
        attention.put(digest, clauses);
        return clauses;
    }

    /**
     * @param surroundings where it is to stand
     * @param source gives the Markdown the digest is of, in UTF-8
     */
    RenderedText get(String digest, Surroundings surroundings, Supplier<byte[]> source) {
        Key key = new Key(digest, surroundings);
        RenderedText known = cache.getIfPresent(key);
        return known == null ? render(key, source) : known;
    }

    /** Nobody waits for another: it takes a moment, and twice the same is the same. */
    private RenderedText render(Key key, Supplier<byte[]> source) {
        String text = decode(key.digest(), source.get());
        RenderedText rendered;
        try {
            rendered = markdown.render(text, key.surroundings());
        } catch (TextRefusedException e) {
            LOG.warnf("The text with the digest %s is shown as it is written: %s", key.digest(), e.getMessage());
            rendered = Markdown.unread(text);
            if (!e.isLasting()) {
                return rendered;
            }
        }
        cache.put(key, rendered);
        return rendered;
    }

    /**
     * Who asks for a pair that is being compared waits for it: seconds of work are not done as often as there are readers.
     *
     * @param source gives the Markdown of a text in UTF-8; empty if it is not there
     */
    Optional<TextChanges> changes(Text older, Text newer, Function<Text, Optional<byte[]>> source) {
        Pair pair = Pair.of(older, newer);
        KeptChanges known = compared.getIfPresent(pair);
        if (known != null) {
            return Optional.of(known.get());
        }
        synchronized (turns.get(Math.floorMod(pair.hashCode(), TURNS))) {
            KeptChanges meanwhile = compared.getIfPresent(pair);
            return meanwhile != null ? Optional.of(meanwhile.get()) : compare(older, newer, pair, source);
        }
    }

    /**
     * The same for whoever comes along: pairs that nobody has compared yet are compared for them one at a time.
     *
     * @throws io.agreements.keycloak.agreement.text.BusyException if others have the time for it
     */
    Optional<TextChanges> changesForAnybody(Text older, Text newer, Function<Text, Optional<byte[]>> source) {
        Pair pair = Pair.of(older, newer);
        KeptChanges known = compared.getIfPresent(pair);
        return known != null
                ? Optional.of(known.get())
                : strangers.call(
                        () -> compared.getIfPresent(pair) == null ? null : changes(older, newer, source),
                        () -> changes(older, newer, source));
    }

    private Optional<TextChanges> compare(Text older, Text newer, Pair pair, Function<Text, Optional<byte[]>> source) {
        return source.apply(older)
                .flatMap(before -> source.apply(newer)
                        .map(after -> compare(decode(older.digest(), before), decode(newer.digest(), after), pair)));
    }

    /** What a digest is asked for is that text and no other: whoever reads it decides on what the record will name. */
    private static String decode(String digest, byte[] content) {
        if (!TextDigest.of(content).equals(digest)) {
            throw new IllegalStateException(
                    "a text was changed in the database: it is not the one with the digest " + digest);
        }
        return TextBytes.decode(content);
    }

    private TextChanges compare(String before, String after, Pair pair) {
        Locale locale = Locale.forLanguageTag(pair.locale());
        try {
            TextChanges changes = pair.named(comparer.changes(before, after, locale));
            return keep(pair, changes);
        } catch (TextRefusedException e) {
            LOG.warnf(
                    "The texts with the digests %s and %s are compared as they are written: %s",
                    pair.older(), pair.newer(), e.getMessage());
            TextChanges changes = pair.named(TextComparer.changesUnread(before, after, locale));
            return e.isLasting() ? keep(pair, changes) : changes;
        }
    }

    private TextChanges keep(Pair pair, TextChanges changes) {
        compared.put(pair, KeptChanges.of(changes));
        return changes;
    }

    /** How much memory is held now. */
    long heldBytes() {
        return Stream.of(cache, compared, attention)
                .mapToLong(RenderedTexts::heldBytes)
                .sum();
    }

    private static long heldBytes(Cache<?, ?> kept) {
        kept.cleanUp();
        return kept.policy().eviction().orElseThrow().weightedSize().orElseThrow();
    }

    private static int weight(long bytes) {
        return (int) Math.min(Integer.MAX_VALUE, KEY + bytes);
    }

    private record Key(String digest, Surroundings surroundings) {}

    private record Pair(String older, String newer, String locale) {

        static Pair of(Text older, Text newer) {
            return new Pair(older.digest(), newer.digest(), newer.locale());
        }

        /** Not even a byte that is no part of what is read makes no difference. */
        TextChanges named(TextChanges changes) {
            return older.equals(newer) ? changes : changes.ofDifferentBytes();
        }
    }
}
