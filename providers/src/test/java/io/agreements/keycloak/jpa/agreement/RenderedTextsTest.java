package io.agreements.keycloak.jpa.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.agreements.keycloak.agreement.Text;
import io.agreements.keycloak.agreement.text.BusyException;
import io.agreements.keycloak.agreement.text.TextDigest;
import io.agreements.keycloak.agreement.text.change.TextChanges;
import io.agreements.keycloak.agreement.text.html.Surroundings;
import io.agreements.keycloak.agreement.text.outline.AttentionClause;
import io.agreements.keycloak.fixture.MovableClock;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class RenderedTextsTest {

    private final MovableClock clock = MovableClock.at(Instant.parse("2026-11-22T08:00:00Z"));
    private final RenderedTexts texts = new RenderedTexts(clock);

    @Test
    void aTextIsReadAndRenderedOncePerDigest() {
        assertThat(html("words", 0)).isEqualTo("<p>words</p>\n");
        assertThat(texts.get(digest("words"), Surroundings.alone(0, "en"), unread())
                        .html())
                .isEqualTo("<p>words</p>\n");
    }

    @Test
    void anotherDigestIsAnotherText() {
        html("words", 0);

        assertThat(html("others", 0)).isEqualTo("<p>others</p>\n");
    }

    @Test
    void theSameTextIsKeptForEachPlaceItStandsIn() {
        assertThat(html("# words", 0)).isEqualTo("<h1 id=\"words\">words</h1>\n");
        assertThat(html("# words", 1)).isEqualTo("<h2 id=\"words\">words</h2>\n");
        assertThat(texts.get(digest("# words"), Surroundings.among(1, "terms", "en"), () -> bytes("# words"))
                        .html())
                .isEqualTo("<h2 id=\"terms:words\">words</h2>\n");
    }

    @Test
    void twoTextsAreReadAndComparedOncePerPairOfDigests() {
        Text older = text("one");
        Text newer = text("two");

        assertThat(texts.changes(older, newer, this::content))
                .hasValueSatisfying(changes -> assertThat(changes.isEmpty()).isFalse());
        assertThat(texts.changes(older, newer, text -> {
                    throw new AssertionError("read again");
                }))
                .isPresent();
        assertThat(texts.changes(newer, newer, this::content))
                .hasValueSatisfying(changes -> assertThat(changes.isEmpty()).isTrue());
    }

    @Test
    void manyReadersOfAPairHaveItComparedOnce() throws Exception {
        int readers = 8;
        CountDownLatch started = new CountDownLatch(readers);
        AtomicInteger reads = new AtomicInteger();
        Callable<Boolean> reader = () -> {
            started.countDown();
            return texts.changes(text("one"), text("two"), text -> {
                        reads.incrementAndGet();
                        awaitAll(started);
                        return content(text);
                    })
                    .isPresent();
        };
        ExecutorService threads = Executors.newFixedThreadPool(readers);
        try {
            List<Future<Boolean>> answers = threads.invokeAll(Collections.nCopies(readers, reader));

            for (Future<Boolean> answer : answers) {
                assertThat(answer.get(1, TimeUnit.MINUTES)).isTrue();
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(reads).hasValue(2);
    }

    @Test
    void whatIsKnownIsToldToAnybodyAtOnce() throws Exception {
        texts.changes(text("one"), text("two"), this::content);

        whileAStrangerHasTextsCompared(() -> assertThat(texts.changesForAnybody(text("one"), text("two"), text -> {
                    throw new AssertionError("read again");
                }))
                .isPresent());
    }

    @Test
    void forStrangersOnePairIsComparedAtATimeAndWhoIsSignedInDoesNotWaitForThem() throws Exception {
        whileAStrangerHasTextsCompared(() -> {
            assertThatExceptionOfType(BusyException.class)
                    .isThrownBy(() -> texts.changesForAnybody(text("one"), text("two"), this::content))
                    .satisfies(busy -> assertThat(busy.timeToWait()).isEqualTo(StrangersTurn.PATIENCE));
            assertThat(texts.changes(text("one"), text("two"), this::content)).isPresent();
        });

        assertThat(texts.changesForAnybody(text("three"), text("four"), this::content))
                .isPresent();
    }

    @Test
    void afterAComparisonThatTookLongStrangersWaitThreeTimesAsLong() {
        Duration taken = Duration.ofSeconds(2);
        Duration rest = taken.multipliedBy(StrangersTurn.REST);
        texts.changesForAnybody(text("one"), text("two"), text -> {
            clock.move(taken.dividedBy(2));
            return content(text);
        });

        assertThatExceptionOfType(BusyException.class)
                .isThrownBy(() -> texts.changesForAnybody(text("two"), text("three"), this::content))
                .satisfies(busy -> assertThat(busy.timeToWait()).isEqualTo(rest));
        assertThat(texts.changesForAnybody(text("one"), text("two"), this::content))
                .isPresent();
        clock.move(rest);
        assertThat(texts.changesForAnybody(text("two"), text("three"), this::content))
                .isPresent();
        assertThat(texts.changesForAnybody(text("three"), text("four"), this::content))
                .isPresent();
    }

    @Test
    void aClockThatIsSetKeepsStrangersWaitingForAWhileAtMost() {
        texts.changesForAnybody(text("one"), text("two"), text -> {
            clock.move(Duration.ofDays(1));
            return content(text);
        });

        assertThatExceptionOfType(BusyException.class)
                .isThrownBy(() -> texts.changesForAnybody(text("two"), text("three"), this::content))
                .satisfies(busy -> assertThat(busy.timeToWait()).isEqualTo(StrangersTurn.LONGEST_REST));
        clock.move(Duration.ofDays(-1));
        assertThat(texts.changesForAnybody(text("two"), text("three"), this::content))
                .isPresent();
    }

    private void whileAStrangerHasTextsCompared(Runnable action) throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch done = new CountDownLatch(1);
        ExecutorService thread = Executors.newSingleThreadExecutor();
        try {
            Future<Boolean> stranger =
                    thread.submit(() -> texts.changesForAnybody(text("long"), text("longer"), text -> {
                                begun.countDown();
                                awaitAll(done);
                                return content(text);
                            })
                            .isPresent());
            awaitAll(begun);
            action.run();
            done.countDown();
            assertThat(stranger.get(1, TimeUnit.MINUTES)).isTrue();
        } finally {
            done.countDown();
            thread.shutdownNow();
        }
    }

    private static void awaitAll(CountDownLatch started) {
        try {
            assertThat(started.await(1, TimeUnit.MINUTES)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void severalPairsOfLongTextsAreKept() {
        String code = "\n\n```\n" + "x".repeat(900_000) + "\n```\n";
        List<Text> versions = IntStream.rangeClosed(0, 6)
                .mapToObj(number -> text("version " + number + code))
                .toList();
        for (int number = 1; number < versions.size(); number++) {
            texts.changes(versions.get(number - 1), versions.get(number), this::content);
        }

        for (int number = 1; number < versions.size(); number++) {
            assertThat(texts.changes(versions.get(number - 1), versions.get(number), text -> {
                        throw new AssertionError("read again");
                    }))
                    .isPresent();
        }
    }

    /** A Chinese character takes two bytes of memory, and many small changes take more than their words. */
    @Test
    void whatIsHeldIsWeighedByTheMemoryItTakes() {
        html("word ".repeat(20_000), 0);
        long latin = texts.heldBytes();
        html("文字文字 ".repeat(20_000), 0);
        long chinese = texts.heldBytes() - latin;

        assertThat(latin).isBetween(100_000L, 120_000L);
        assertThat(chinese).isBetween(200_000L, 240_000L);
    }

    @Test
    void noMoreIsHeldThanIsSaidHoweverManyTextsThereAre() {
        for (int number = 0; number < 60; number++) {
            html(number + "文字文字 ".repeat(40_000), 0);
        }

        assertThat(texts.heldBytes()).isBetween(RenderedTexts.MOST_BYTES / 4, RenderedTexts.MOST_BYTES);
    }

    @Test
    void aComparisonWithVeryManyChangesIsKeptPackedAndIsTheSame() {
        Text older = text("## 1\n\n" + changing("one", 8_000));
        Text newer = text("## 1\n\n" + changing("two", 8_000));
        TextChanges compared = texts.changes(older, newer, this::content).orElseThrow();

        assertThat(HeldBytes.of(compared)).isGreaterThan(KeptChanges.LARGE);
        assertThat(texts.heldBytes()).isLessThan(KeptChanges.LARGE);
        assertThat(texts.changes(older, newer, text -> {
                    throw new AssertionError("read again");
                }))
                .hasValue(compared);
    }

    private static String changing(String word, int paragraphs) {
        return IntStream.range(0, paragraphs)
                .mapToObj(number -> "Paragraph " + number + " says " + word + " of these words.\n\n")
                .collect(Collectors.joining());
    }

    @Test
    void aTextThatIsNotThereIsComparedLater() {
        assertThat(texts.changes(text("one"), text("two"), text -> Optional.empty()))
                .isEmpty();
        assertThat(texts.changes(text("one"), text("two"), this::content)).isPresent();
    }

    @Test
    void whatIsNotTheTextOfItsDigestIsNeverShownUnderIt() {
        assertThatIllegalStateException()
                .isThrownBy(() -> texts.get(digest("words"), Surroundings.alone(0, "en"), () -> bytes("other words")))
                .withMessageContaining(digest("words"));
        assertThatIllegalStateException()
                .isThrownBy(() -> texts.changes(text("one"), text("two"), text -> Optional.of(bytes("one"))));
        assertThat(html("words", 0)).isEqualTo("<p>words</p>\n");
    }

    @Test
    void aFormerTextThatDoesNotFitIsShownAndComparedAsItIsWritten() {
        String former = "## Words\n" + "![".repeat(20_000) + "]".repeat(20_000);

        assertThat(html(former, 0)).startsWith("<p>## Words<br />\n![![");
        assertThat(texts.get(digest(former), Surroundings.alone(0, "en"), unread())
                        .html())
                .startsWith("<p>## Words");
        assertThat(texts.changes(text(former), text(former + "\nmore"), this::content))
                .hasValueSatisfying(changes -> {
                    assertThat(changes.articles()).isEmpty();
                    assertThat(changes.preamble().paragraphs()).hasSize(3);
                });
    }

    @Test
    void theClausesOfATextAreFoundOncePerDigest() {
        String marked = "## 7\n\n> [!IMPORTANT]\n> We are not liable.\n";

        List<AttentionClause> found = texts.attention(digest(marked), () -> bytes(marked));

        assertThat(found).extracting(AttentionClause::article).containsExactly("7");
        assertThat(texts.attention(digest(marked), unread())).isEqualTo(found);
        assertThatIllegalStateException()
                .isThrownBy(() -> texts.attention(digest("words"), () -> bytes("other words")));
    }

    @Test
    void aFormerTextThatDoesNotFitHasNoClauses() {
        String former = "> [!IMPORTANT]\n> Words\n\n" + "![".repeat(20_000) + "]".repeat(20_000);

        assertThat(texts.attention(digest(former), () -> bytes(former))).isEmpty();
        assertThat(texts.attention(digest(former), unread())).isEmpty();
    }

    private String html(String markdown, int headingShift) {
        return texts.get(digest(markdown), Surroundings.alone(headingShift, "en"), () -> bytes(markdown))
                .html();
    }

    /** The title of a text of this test is its content. */
    private Optional<byte[]> content(Text text) {
        return Optional.of(bytes(text.title()));
    }

    private static Text text(String content) {
        return new Text("id-of-" + content, "en", content, null, digest(content), 0);
    }

    private static String digest(String content) {
        return TextDigest.of(content);
    }

    private static byte[] bytes(String content) {
        return content.getBytes(StandardCharsets.UTF_8);
    }

    private static Supplier<byte[]> unread() {
        return () -> {
            throw new AssertionError("read again");
        };
    }
}
