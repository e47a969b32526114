package io.agreements.keycloak.agreement.text.number;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What stands behind the number of an article that was put in between two others: {@code 3 bis}, {@code 3a}, {@code 3-1},
 * {@code 3(a)}, {@code 3/A}, {@code 3¹}, {@code 第三条之一}, {@code 제3조의2}, {@code المادة 3 مكرر}.
 */
final class InsertedNumber {

    /** Their place in this list is what they count, but the first two. */
    private static final List<String> LATIN = List.of(
            "",
            "",
            "bis",
            "ter",
            "quater",
            "quinquies",
            "sexies",
            "septies",
            "octies",
            "novies",
            "decies",
            "undecies",
            "duodecies");

    /** The same in other spellings. */
    private static final Map<String, String> SPELLINGS =
            Map.of("quáter", "quater", "quinquiés", "quinquies", "nonies", "novies", "septiès", "septies");

    private static final Pattern LATIN_WORD = Pattern.compile(
            "\\s?-?(" + LATIN.stream().skip(2).collect(Collectors.joining("|")) + "|"
                    + SPELLINGS.keySet().stream().sorted().collect(Collectors.joining("|")) + ")(?![\\p{L}\\p{Nd}])",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    /** German for "to", and a preposition of Dutch. */
    private static final Pattern NO_LATIN_WORD =
            Pattern.compile("(?i)\\s?bis\\s*(?:\\p{Nd}|§)|\\s?ter\\s+(?-i:\\p{Ll})");

    private static final Pattern ARABIC_WORD =
            Pattern.compile("\\s?مكرر(?:اً|ًا|ا|ة)?(?![\\p{L}\\p{M}\\p{Nd}])(?:\\s?[(]?\\p{Nd}{1,2}[)]?)?");

    private static final Pattern THAI_WORD = Pattern.compile("\\s?(?:ทวิ|ตรี|จัตวา|เบญจ|ฉ|สัตต|อัฏฐ|นว|ทศ)(?!\\p{L})");

    private static final Pattern SUPERSCRIPT = Pattern.compile("[²³¹⁰⁴-⁹]{1,3}|\\^\\p{Nd}{1,3}");
    private static final Pattern DASHED = Pattern.compile("(?:[-‐‑–]\\p{Nd}{1,4})+(?![\\p{L}\\p{Nd}])");
    private static final Pattern SLASHED = Pattern.compile("/(?:\\p{Nd}{1,4}|\\p{L})(?![\\p{L}\\p{Nd}])");
    private static final Pattern BRACKETED = Pattern.compile("(?:[(](?:\\p{Nd}{1,3}|\\p{L}|[ivx]{1,5})[)])+");
    private static final Pattern LETTER = Pattern.compile("\\p{L}(?![\\p{L}\\p{M}\\p{Nd}])");

    /** Behind a blank one letter is a word as often as a number. */
    private static final Pattern LETTER_APART = Pattern.compile("\\s[a-z](?=$|[.:)）—–]|\\s(?:\\p{Lu}|[-—–(§]))");

    private static final Pattern CONJUNCTION = Pattern.compile("\\s[yeoiau](?=\\s)");
    private static final Pattern SWEDISH = Pattern.compile("(?:\\s?[a-z])?\\s§");
    private static final Pattern CHINESE_WORD =
            Pattern.compile("(?:\\s?[之のノ의]\\s?(?:\\p{Nd}{1,4}|[" + ChineseNumerals.ALL + "]{1,6}))+");

    private InsertedNumber() {}

    /**
     * Where it ends.
     *
     * @param end of the number before it
     * @param name of the article in small letters; empty if there is none
     * @return the same end if there is nothing of it
     */
    static int end(String words, int end, String name) {
        boolean named = !name.isEmpty();
        int counted = next(LATIN_WORD, words, end);
        if (counted > end && next(NO_LATIN_WORD, words, end) == end) {
            return counted;
        }
        for (Pattern way : named
                ? List.of(SUPERSCRIPT, DASHED, SLASHED, BRACKETED, ARABIC_WORD, THAI_WORD)
                : List.of(SUPERSCRIPT, DASHED, SWEDISH)) {
            counted = next(way, words, end);
            if (counted > end) {
                return counted;
            }
        }
        if (!named) {
            return end;
        }
        boolean digit = end > 0 && Character.isDigit(words.charAt(end - 1));
        if (digit && next(LETTER, words, end) > end && !Character.isIdeographic(words.codePointAt(end))) {
            return next(LETTER, words, end);
        }
        boolean apart = digit && (name.startsWith("§") || next(CONJUNCTION, words, end) == end);
        return apart ? next(LETTER_APART, words, end) : end;
    }

    /** Where it ends behind {@code 条}, {@code 조} and their like. */
    static int endBehindUnit(String words, int end) {
        return next(CHINESE_WORD, words, end);
    }

    /** The number before it, where it ends with such a word. */
    static String withoutWord(String number) {
        Matcher found = LATIN_WORD.matcher(number);
        int end = number.length();
        while (found.find()) {
            end = found.end() == number.length() && found.start() > 0 ? found.start() : end;
        }
        return number.substring(0, end);
    }

    private static int next(Pattern way, String words, int start) {
        Matcher found = way.matcher(words)
                .region(start, Math.min(words.length(), start + 24))
                .useTransparentBounds(true)
                .useAnchoringBounds(false);
        return found.lookingAt() ? found.end() : start;
    }

    /**
     * What it may count: the first that was put in is called 1 in one language and the second of its number in another.
     *
     * @return empty if it is nothing of the kind
     */
    static Set<Integer> ranks(String inserted) {
        String word = inserted.strip().toLowerCase(Locale.ROOT).replaceFirst("^-", "");
        String latin = SPELLINGS.getOrDefault(word, word);
        if (LATIN.indexOf(latin) > 1) {
            return either(LATIN.indexOf(latin) - 1);
        }
        if (word.length() == 1 && word.charAt(0) >= 'a' && word.charAt(0) <= 'z') {
            return either(word.charAt(0) - 'a' + 1);
        }
        return ARABIC_WORD.matcher(word).matches() ? either(1) : Set.of();
    }

    private static Set<Integer> either(int place) {
        return Set.of(place, place + 1);
    }
}
