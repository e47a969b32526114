package io.agreements.keycloak.agreement.text.number;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The number of an article in its heading, in the ways of counting of many languages: {@code 3.}, {@code 第三条}, {@code
 * Article 3}, {@code § 3}, {@code III.}, {@code C.}, {@code （三）}. A heading is gone through once, from left to right.
 */
public final class HeadingNumber {

    /** Numbers in words, as some languages write them behind such a name. */
    private static final Set<String> ORDINALS = wordsOf(
            "الأولى الثانية الثالثة الرابعة الخامسة السادسة السابعة الثامنة التاسعة العاشرة الحادية الأول"
                    + " الثاني الثالث الرابع الخامس السادس السابع الثامن التاسع العاشر الحادي",
            "اول یکم دوم سوم چهارم پنجم ششم هفتم هشتم نهم دهم یازدهم دوازدهم",
            "ראשון שני שלישי רביעי חמישי שישי שביעי שמיני תשיעי עשירי ראשונה שנייה שלישית רביעית חמישית שישית"
                    + " שביעית שמינית תשיעית עשירית",
            "premier première deuxième second troisième quatrième cinquième sixième septième huitième neuvième dixième"
                    + " unique",
            "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
                    + " seventeen eighteen nineteen twenty first second third fourth fifth sixth seventh eighth ninth"
                    + " tenth",
            "первая вторая третья четвёртая четвертая пятая шестая седьмая восьмая девятая десятая первый второй"
                    + " третий четвёртый четвертый пятый");

    /** Such words that stand by themselves as well: of clauses in Spanish and Portuguese, and "firstly" in Arabic. */
    private static final Set<String> ORDINALS_ALONE = wordsOf(
            "primero primera segundo segunda tercero tercera cuarto cuarta quinto quinta sexto sexta séptimo séptima"
                    + " octavo octava noveno novena décimo décima undécima duodécima único única",
            "primeiro primeira terceiro terceira quarto quarta sétimo sétima oitavo oitava nono nona",
            "أولا ثانيا ثالثا رابعا خامسا سادسا سابعا ثامنا تاسعا عاشرا");

    private static final Pattern MARKS = Pattern.compile("\\p{Mn}|\u0640");

    /** Behind it the ordinal goes on: eleventh and so on. */
    private static final Pattern TEENTH = Pattern.compile(
            "\\s+(?:عشرة?|والعشرون|(?:segund|tercer|primer|cuart|quart|quint|sext|séptim|sétim|octav|oitav"
                    + "|noven|non)[oa])(?!\\p{L})",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private static final Pattern OF_CODE = Pattern.compile("[A-Z]\\.?\\s?\\*?(?=\\p{Nd})");
    private static final String CHINESE_UNITS = "条條章节節款项項编編篇部";
    private static final String KOREAN_UNITS = "조장절항관";
    private static final String KOREAN = "일이삼사오육칠팔구십백";
    private static final String ROMAN = "IVXLCDM";

    /** What numbers of articles are made of and hardly any word is. */
    private static final String SMALLER_ROMAN = "IVX";

    private static final Pattern SMALL_ROMAN = Pattern.compile("x{0,3}(?:ix|iv|v?i{0,3})(?=[.)）])");
    private static final Pattern HEBREW = Pattern.compile("[א-ת]{1,3}[\"״][א-ת]|[א-ת][׳']");
    private static final String OPENING = "(（【〔［[";
    private static final String CLOSING = ")）】〕］]";
    private static final int LONGEST_NAME = 24;
    private static final String SEPARATORS = ".．。、:：)）—–-,，|";
    private static final int LONGEST_ROMAN = 8;
    private static final int LONGEST_ORDINAL = 12;

    private HeadingNumber() {}

    /** The number of the heading, as it is written. */
    public static Optional<String> of(String heading) {
        String words = strip(heading);
        Found found = find(words);
        return found == null ? Optional.empty() : Optional.of(words.substring(0, found.end()));
    }

    /** The heading without its number; empty if it is nothing else. */
    public static String remove(String heading) {
        String words = strip(heading);
        Found found = find(words);
        if (found == null) {
            return words;
        }
        int place = found.end();
        while (place < words.length()
                && (isBlank(words.charAt(place)) || SEPARATORS.indexOf(words.charAt(place)) >= 0)) {
            place++;
        }
        return words.substring(place);
    }

    /** Whether a line begins with what is the number of an article wherever it stands: {@code 第三条}, {@code § 3}. */
    public static boolean isNamed(String line) {
        Found found = find(strip(line));
        return found != null && found.named();
    }

    private static Found find(String words) {
        if (words.isEmpty() || Dates.begin(words)) {
            return null;
        }
        Found named = named(words);
        return named != null ? named : plain(words);
    }

    private static Found named(String words) {
        char first = words.charAt(0);
        if (first == '第') {
            return between(words, CHINESE_UNITS);
        }
        if (first == '其') {
            int end = numerals(words, 1);
            return end > 1 && isSeparated(words, end) ? new Found(end, false) : null;
        }
        if (first == '제') {
            return between(words, KOREAN_UNITS);
        }
        String beginning =
                words.substring(0, Math.min(words.length(), LONGEST_NAME)).toLowerCase(Locale.ROOT);
        Found anywhere = behindName(words, beginning, ArticleNames.ANYWHERE, true);
        return anywhere != null ? anywhere : behindName(words, beginning, ArticleNames.IN_HEADINGS, false);
    }

    private static Found behindName(String words, String beginning, List<String> names, boolean anywhere) {
        for (String name : names) {
            if (beginning.startsWith(name)) {
                int start = skipBlanks(words, name.length());
                char last = name.charAt(name.length() - 1);
                boolean ideographic = Character.isIdeographic(last);
                boolean apart = start > name.length() || !Character.isLetter(last) || ideographic;
                int counted = endOfNumber(words, start + ofCode(words, start));
                int end = counted > start ? InsertedNumber.end(words, counted, name) : start;
                boolean goesOn = ideographic && end < words.length() && Character.isLetter(words.charAt(end));
                if (end > start
                        && !goesOn
                        && (apart || Character.isDigit(words.charAt(start)))
                        && isWhole(words, end)) {
                    return new Found(end, anywhere);
                }
            }
        }
        return null;
    }

    /** {@code Article L. 121-1}, {@code Article R5}. */
    private static int ofCode(String words, int start) {
        Matcher letter = OF_CODE.matcher(words).region(start, words.length());
        return letter.lookingAt() ? letter.end() - start : 0;
    }

    private static int endOfNumber(String words, int start) {
        int end = counted(words, start);
        boolean digits = end > start && isDigit(words.charAt(end - 1));
        return end > start && (digits || isWhole(words, end)) ? end : endOfOrdinal(words, start);
    }

    private static int endOfOrdinal(String words, int start) {
        int end = endOfWord(words, start);
        String word = withoutMarks(words.substring(start, end));
        if (!ORDINALS.contains(word) && !ORDINALS_ALONE.contains(word)) {
            return start;
        }
        Matcher teenth = TEENTH.matcher(words).region(end, Math.min(words.length(), end + LONGEST_ORDINAL));
        return teenth.lookingAt() ? teenth.end() : end;
    }

    private static int endOfWord(String words, int start) {
        int end = start;
        while (end < words.length()
                && end - start < LONGEST_ORDINAL
                && (Character.isLetter(words.charAt(end))
                        || Character.getType(words.charAt(end)) == Character.NON_SPACING_MARK)) {
            end++;
        }
        return end;
    }

    private static String withoutMarks(String word) {
        String small = Normalizer.normalize(word, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
        return MARKS.matcher(small).replaceAll("");
    }

    /** {@code PRIMERA.-}, {@code أولاً:}. */
    private static Found ordinalAlone(String words) {
        if (!ORDINALS_ALONE.contains(withoutMarks(words.substring(0, endOfWord(words, 0))))) {
            return null;
        }
        int end = endOfOrdinal(words, 0);
        int behind = skipBlanks(words, end);
        boolean dash = behind < words.length() && "-–—".indexOf(words.charAt(behind)) >= 0;
        return dash || isSeparated(words, end) ? new Found(end, false) : null;
    }

    private static Set<String> wordsOf(String... languages) {
        return Stream.of(languages)
                .flatMap(words -> Stream.of(words.split(" ")))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Found between(String words, String units) {
        int start = skipBlanks(words, 1);
        int end = numerals(words, start);
        if (end == start && units.equals(KOREAN_UNITS)) {
            end = koreanNumerals(words, start);
        }
        if (end > start && end + 1 < words.length() && "-‐‑–.．之".indexOf(words.charAt(end)) >= 0) {
            int after = numerals(words, end + 1);
            end = after > end + 1 ? after : end;
        }
        int unit = skipBlanks(words, end);
        if (end == start) {
            return null;
        }
        if (unit >= words.length() || units.indexOf(words.charAt(unit)) < 0) {
            boolean apart = end == words.length() || isBlank(words.charAt(end)) || isSeparated(words, end);
            return apart && units.equals(CHINESE_UNITS) ? new Found(end, false) : null;
        }
        boolean share = words.charAt(unit) == '部';
        if (share && !words.startsWith("分", unit + 1)) {
            return null;
        }
        return new Found(InsertedNumber.endBehindUnit(words, unit + (share ? 2 : 1)), true);
    }

    /** {@code 제삼조}: behind them only 조, as 제사장 and others are words. */
    private static int koreanNumerals(String words, int start) {
        int end = start;
        while (end < words.length() && KOREAN.indexOf(words.charAt(end)) >= 0) {
            end++;
        }
        return words.startsWith("조", end) ? end : start;
    }

    private static int numerals(String words, int start) {
        int end = start;
        while (end < words.length() && (isDigit(words.charAt(end)) || ChineseNumerals.isOne(words.charAt(end)))) {
            end++;
        }
        return end;
    }

    private static Found plain(String words) {
        char first = words.charAt(0);
        if (OPENING.indexOf(first) >= 0) {
            return bracketed(words);
        }
        int end = counted(words, 0);
        if (end == 0) {
            return ordinalAlone(words);
        }
        if (isDigit(first) || isEnclosed(first)) {
            int inserted = isDigit(first) ? InsertedNumber.end(words, end, "") : end;
            if (inserted > end) {
                boolean named = words.charAt(inserted - 1) == '§';
                return isWhole(words, inserted) ? new Found(inserted, named) : null;
            }
            boolean ended = Character.isDigit(words.charAt(end - 1)) || isEnclosed(first) || isSeparated(words, end);
            return ended && isWhole(words, end) ? new Found(end, false) : null;
        }
        boolean pointed = isSeparated(words, end) && (isCounting(first) || closes(words, end) || isPointed(words, end));
        return pointed || isRomanBeforeDash(words, end) ? new Found(end, false) : null;
    }

    /** {@code III – Scope}. */
    private static boolean isRomanBeforeDash(String words, int end) {
        int dash = skipBlanks(words, end);
        return dash > end
                && dash < words.length()
                && "-–—".indexOf(words.charAt(dash)) >= 0
                && (dash + 1 == words.length() || isBlank(words.charAt(dash + 1)))
                && words.chars().limit(end).allMatch(one -> SMALLER_ROMAN.indexOf(one) >= 0);
    }

    /** A capital letter, one of a script that has none, or a numeral. */
    private static boolean isCounting(char first) {
        return Character.isUpperCase(first)
                || Character.getType(first) == Character.OTHER_LETTER
                || ChineseNumerals.isOne(first);
    }

    /** Behind a small letter a blank follows: {@code i. Scope}, but not {@code e.V.} */
    private static boolean isPointed(String words, int end) {
        return words.charAt(end) == '.' && (end + 1 == words.length() || isBlank(words.charAt(end + 1)));
    }

    /** {@code （三）}, {@code (c)}, {@code 【第三条】}. */
    private static Found bracketed(String words) {
        char first = words.charAt(0);
        int start = skipBlanks(words, 1);
        String within = words.substring(start);
        boolean round = first == '(' || first == '（';
        Found named = round || within.isEmpty() ? null : named(within);
        int end = named != null ? start + named.end() : counted(words, start);
        int closing = skipBlanks(words, end);
        boolean closed = closing < words.length() && CLOSING.indexOf(words.charAt(closing)) >= 0;
        return end > start && closed ? new Found(closing + 1, named != null && named.named()) : null;
    }

    private static boolean isSeparated(String words, int end) {
        return end < words.length() && ".．、)）:：。".indexOf(words.charAt(end)) >= 0;
    }

    private static boolean closes(String words, int place) {
        return words.charAt(place) == ')' || words.charAt(place) == '）';
    }

    /** Where a number that begins there ends: digits with points, Chinese or Roman numerals, or one letter. */
    private static int counted(String words, int start) {
        if (start >= words.length()) {
            return start;
        }
        char first = words.charAt(start);
        if (isDigit(first)) {
            return digits(words, start);
        }
        if (isEnclosed(first)) {
            return start + 1;
        }
        int end = start;
        while (end < words.length() && ChineseNumerals.isOne(words.charAt(end))) {
            end++;
        }
        if (end > start) {
            return end;
        }
        while (end < words.length() && end - start <= LONGEST_ROMAN && ROMAN.indexOf(words.charAt(end)) >= 0) {
            end++;
        }
        if (end > start && (end == words.length() || !Character.isLetterOrDigit(words.charAt(end)))) {
            return end;
        }
        Matcher hebrew = HEBREW.matcher(words).region(start, Math.min(words.length(), start + LONGEST_ROMAN));
        if (hebrew.lookingAt()) {
            return hebrew.end();
        }
        Matcher small = SMALL_ROMAN.matcher(words).region(start, Math.min(words.length(), start + LONGEST_ROMAN));
        if (small.lookingAt() && small.end() > start) {
            return small.end();
        }
        boolean letter = Character.isLetter(first) && !Character.isIdeographic(first);
        boolean alone = start + 1 == words.length() || !Character.isLetterOrDigit(words.charAt(start + 1));
        return letter && alone ? start + 1 : start;
    }

    private static int digits(String words, int start) {
        int end = start;
        while (end < words.length()) {
            if (isDigit(words.charAt(end))) {
                end++;
            } else if ((words.charAt(end) == '.' || words.charAt(end) == '．')
                    && end + 1 < words.length()
                    && isDigit(words.charAt(end + 1))) {
                end++;
            } else {
                break;
            }
        }
        boolean letterBehind = end < words.length()
                && Character.isLowerCase(words.charAt(end))
                && (end + 1 == words.length() || !Character.isLetterOrDigit(words.charAt(end + 1)));
        if (letterBehind) {
            return end + 1;
        }
        if (words.startsWith("er", end) && (end + 2 == words.length() || isBlank(words.charAt(end + 2)))) {
            return end + 2;
        }
        return end;
    }

    /** {@code 3D} is no number, {@code 3用户} is one before a word. */
    private static boolean isWhole(String words, int end) {
        if (end >= words.length()) {
            return true;
        }
        int next = words.codePointAt(end);
        return !Character.isLetterOrDigit(next) && next != '%' || Character.isIdeographic(next);
    }

    private static boolean isDigit(char character) {
        return Character.isDigit(character);
    }

    /** ①, Ⅲ, ㈢, ㊂ and their like. */
    private static boolean isEnclosed(char character) {
        return character >= '\u2160' && character <= '\u217F'
                || character >= '\u2460' && character <= '\u249B'
                || character >= '\u2776' && character <= '\u2793'
                || character >= '\u3220' && character <= '\u3229'
                || character >= '\u3280' && character <= '\u3289';
    }

    private static String strip(String words) {
        int start = skipBlanks(words, 0);
        int end = words.length();
        while (end > start && isBlank(words.charAt(end - 1))) {
            end--;
        }
        return words.substring(start, end);
    }

    private static int skipBlanks(String words, int start) {
        int place = start;
        while (place < words.length() && isBlank(words.charAt(place))) {
            place++;
        }
        return place;
    }

    private static boolean isBlank(char character) {
        return Character.isWhitespace(character) || Character.isSpaceChar(character);
    }

    /** @param named whether the number is said to be one of an article */
    private record Found(int end, boolean named) {}
}
