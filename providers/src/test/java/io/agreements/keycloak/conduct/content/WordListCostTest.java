package io.agreements.keycloak.conduct.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What the lists cost whoever registers. */
final class WordListCostTest {

    private static final int WORDS = 50_000;
    private static final Duration BUDGET = Duration.ofMillis(5);
    private static final int ROUNDS = 400;

    /** What a registration has: names, city, and a description as long as an attribute may be. */
    private static final List<String> FORM =
            List.of("王小明", "Annabel Lee", "北京市朝阳区", "写点什么，随便写写。Something to read. ".repeat(60));

    @Test
    void aRegistrationWithFiftyThousandWordsStaysWithinItsBudget() {
        WordList words = list(WORDS);
        assertThat(words.entries()).isEqualTo(WORDS);

        long median = median(words);

        System.out.printf("%,d words: %,d ns for the four fields of a form%n", WORDS, median);
        assertThat(Duration.ofNanos(median)).isLessThan(BUDGET);
    }

    /** Ten times as many words must not cost ten times as much: they are looked for in one pass. */
    @Test
    void moreWordsDoNotCostInProportion() {
        WordList few = list(WORDS / 10);
        WordList many = list(WORDS);
        median(many);

        assertThat((double) median(many) / median(few)).isLessThan(5);
    }

    private static long median(WordList words) {
        long[] times = new long[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            long start = System.nanoTime();
            for (String field : FORM) {
                assertThat(WordList.prohibit(List.of(words), field)).isFalse();
            }
            times[round] = System.nanoTime() - start;
        }
        Arrays.sort(times);
        return times[ROUNDS / 2];
    }

    /** Half Chinese, half Latin, none of which is in the form. */
    private static WordList list(int size) {
        Random random = new Random(800);
        String lines = IntStream.range(0, size)
                .mapToObj(i -> i % 2 == 0 ? chinese(random) : latin(random, i))
                .collect(Collectors.joining("\n"));
        return WordListReader.read(lines.getBytes(StandardCharsets.UTF_8));
    }

    private static String chinese(Random random) {
        return random.ints(2 + random.nextInt(4), 0x4e00, 0x9fa5)
                        .mapToObj(Character::toString)
                        .collect(Collectors.joining())
                + "禁";
    }

    private static String latin(Random random, int number) {
        return random.ints(4 + random.nextInt(6), 'a', 'z' + 1)
                        .mapToObj(Character::toString)
                        .collect(Collectors.joining())
                + "q" + number;
    }
}
