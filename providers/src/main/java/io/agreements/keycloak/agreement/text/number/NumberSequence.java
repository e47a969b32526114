package io.agreements.keycloak.agreement.text.number;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The numbers of articles one behind another. Those that are counted in another way, such as {@code Annex I} among {@code
 * Article 3}, are another sequence; and each may begin anew, as below another chapter.
 */
public final class NumberSequence {

    private static final Pattern EAST_ASIAN = Pattern.compile("[\\p{IsHan}\\p{IsHangul}]");

    /** What counts, and what was put in behind it. */
    private static final Pattern COUNTED = Pattern.compile("[之のノ의].*|[\\p{Nd}\\s" + ChineseNumerals.ALL + "]");

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}]{2,}+(?=[^\\p{L}\\p{M}])");

    /** With what the first one begins, or the first that was put in: it may be called the second of its number. */
    private static final int LAST_BEGINNING = 2;

    private final Map<String, Set<String>> last = new HashMap<>();

    /**
     * Takes the next number.
     *
     * @return false if one is missing before it, or it was there before; true also if it is not known what it stands for
     */
    public boolean take(String number) {
        Set<String> values = NumberValues.of(number);
        Set<String> before = last.put(way(number), values);
        return before == null
                || before.isEmpty()
                || values.isEmpty()
                || values.stream()
                        .map(NumberSequence::parts)
                        .anyMatch(after -> beginsAnew(after)
                                || before.stream().map(NumberSequence::parts).anyMatch(one -> follows(one, after)));
    }

    private static String way(String number) {
        String plain = Normalizer.normalize(number, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        if (EAST_ASIAN.matcher(plain).find()) {
            return COUNTED.matcher(plain).replaceAll("");
        }
        Matcher word = WORD.matcher(plain);
        return word.lookingAt() ? word.group() : "";
    }

    private static int[] parts(String value) {
        return Stream.of(value.split("\\.")).mapToInt(Integer::parseInt).toArray();
    }

    private static boolean beginsAnew(int[] number) {
        return IntStream.of(number).allMatch(part -> part <= 1);
    }

    private static boolean follows(int[] before, int[] after) {
        int same = 0;
        while (same < before.length && same < after.length && before[same] == after[same]) {
            same++;
        }
        boolean goesDeeper = same == before.length && after.length > same;
        boolean goesOn = same < before.length && same < after.length && after[same] == before[same] + 1;
        int rest = goesOn ? same + 1 : same;
        return (goesDeeper || goesOn) && IntStream.of(after).skip(rest).allMatch(part -> part <= LAST_BEGINNING);
    }
}
