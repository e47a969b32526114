package io.agreements.keycloak.agreement.text.number;

import java.text.Normalizer;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What the number of an article stands for, so that 第七条, Article 7 and VII. are the same. A letter may be its place in
 * the alphabet or a Roman numeral: it stands for both. So does what was put in: 3a, 3 bis, 第三条之一 and 제3조의2 are or may
 * be the first one behind 3.
 */
public final class NumberValues {

    private static final Pattern DIGITS = Pattern.compile("\\p{Nd}{1,9}(?:\\.\\p{Nd}{1,9})*+");
    private static final Pattern CHINESE = Pattern.compile("[" + ChineseNumerals.ALL + "]{1,9}");
    private static final Pattern LETTERS = Pattern.compile("(?<![\\p{L}\\p{M}])[a-z]{1,12}(?![\\p{L}\\p{M}])");
    private static final Pattern ROMAN =
            Pattern.compile("m{0,3}(?:cm|cd|d?c{0,3})(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})");

    private static final Pattern SUPERSCRIPT = Pattern.compile("[²³¹⁰⁴-⁹]++");

    /** Of what stands behind the number. */
    private static final Pattern PART =
            Pattern.compile(DIGITS.pattern() + "|" + CHINESE.pattern() + "|[a-z]{1,12}|[\\p{IsArabic}\\p{Mn}]{1,12}");

    private static final int MOST_PARTS = 3;

    private static final Map<Character, Integer> ROMAN_LETTERS =
            Map.of('i', 1, 'v', 5, 'x', 10, 'l', 50, 'c', 100, 'd', 500, 'm', 1000);

    private NumberValues() {}

    /** @return empty if it is written in a way that is not known */
    public static Set<String> of(String number) {
        String raised = SUPERSCRIPT.matcher(number).replaceAll("-$0");
        String plain = Normalizer.normalize(raised, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        Matcher digits = DIGITS.matcher(plain);
        if (digits.find()) {
            return withInserted(Set.of(western(digits.group())), plain.substring(digits.end()));
        }
        Matcher chinese = CHINESE.matcher(plain);
        if (chinese.find()) {
            return withInserted(
                    Set.of(String.valueOf(ChineseNumerals.value(chinese.group()))), plain.substring(chinese.end()));
        }
        String counted = InsertedNumber.withoutWord(plain);
        return last(LETTERS, counted)
                .map(letters -> withInserted(letters(letters), plain.substring(counted.length())))
                .orElse(Set.of());
    }

    private static Set<String> withInserted(Set<String> values, String behind) {
        Set<String> all = values;
        Matcher parts = PART.matcher(behind);
        for (int part = 0; part < MOST_PARTS && parts.find(); part++) {
            Set<String> ranks = ranks(parts.group());
            Set<String> before = all;
            all = ranks.isEmpty()
                    ? all
                    : ranks.stream()
                            .flatMap(rank -> before.stream().map(value -> value + "." + rank))
                            .collect(Collectors.toSet());
        }
        return all;
    }

    private static Set<String> ranks(String part) {
        if (Character.isDigit(part.codePointAt(0))) {
            return Set.of(western(part));
        }
        if (CHINESE.matcher(part).matches()) {
            return Set.of(String.valueOf(ChineseNumerals.value(part)));
        }
        return InsertedNumber.ranks(part).stream().map(String::valueOf).collect(Collectors.toSet());
    }

    /** A word such as "Article" comes before the number. */
    private static Optional<String> last(Pattern pattern, String words) {
        return pattern.matcher(words).results().reduce((before, after) -> after).map(match -> match.group());
    }

    private static String western(String digits) {
        return Pattern.compile("\\.")
                .splitAsStream(digits)
                .map(part -> part.codePoints()
                        .map(digit -> Character.digit(digit, 10))
                        .mapToObj(String::valueOf)
                        .collect(Collectors.joining()))
                .map(part -> String.valueOf(Integer.parseInt(part)))
                .collect(Collectors.joining("."));
    }

    private static Set<String> letters(String letters) {
        Set<String> values = new HashSet<>();
        if (letters.length() == 1) {
            values.add(String.valueOf(letters.charAt(0) - 'a' + 1));
        }
        if (ROMAN.matcher(letters).matches()) {
            values.add(String.valueOf(roman(letters)));
        }
        return values;
    }

    private static int roman(String letters) {
        int sum = 0;
        for (int place = 0; place < letters.length(); place++) {
            int value = ROMAN_LETTERS.get(letters.charAt(place));
            boolean isLessThanNext =
                    place + 1 < letters.length() && value < ROMAN_LETTERS.get(letters.charAt(place + 1));
            sum += isLessThanNext ? -value : value;
        }
        return sum;
    }
}
