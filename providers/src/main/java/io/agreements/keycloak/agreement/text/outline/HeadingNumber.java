package io.agreements.keycloak.agreement.text.outline;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The number of an article in its heading, in the ways of counting of many languages: {@code 3.}, {@code 第三条}, {@code
 * Article 3}, {@code § 3}, {@code III.}, {@code C.}, {@code （三）}. A heading is gone through once, from left to right.
 */
public final class HeadingNumber {

    /** What articles are called before their number, in small letters; the longer before what it begins with. */
    private static final List<String> NAMES = List.of(
            "article",
            "articolo",
            "artículo",
            "articulo",
            "artigo",
            "artikel",
            "artikla",
            "artykuł",
            "art.",
            "art",
            "section",
            "sección",
            "seccion",
            "secção",
            "seção",
            "sezione",
            "clause",
            "cláusula",
            "clausula",
            "chapter",
            "chapitre",
            "capítulo",
            "capitulo",
            "kapitel",
            "part",
            "abschnitt",
            "paragraph",
            "ziffer",
            "madde",
            "pasal",
            "điều",
            "chương",
            "mục",
            "статья",
            "стаття",
            "раздел",
            "глава",
            "пункт",
            "المادة",
            "مادة",
            "البند",
            "بند",
            "القسم",
            "الفصل",
            "ماده\u0654",
            "ماد\u06C0",
            "ماده\u200Cی",
            "ماده",
            "بخش",
            "فصل",
            "סעיף",
            "פרק",
            "ข้อ",
            "มาตรา",
            "अनुच्छेद",
            "धारा",
            "खंड",
            "άρθρο",
            "αρθρο",
            "articolul",
            "článek",
            "článok",
            "članak",
            "član",
            "член",
            "члан",
            "раздзел",
            "мақала",
            "artikulo",
            "fasal",
            "հոդված",
            "მუხლი",
            "অনুচ্ছেদ",
            "ধারা",
            "பிரிவு",
            "دفعہ",
            "មាត្រា",
            "ມາດຕາ",
            "አንቀጽ",
            "§§",
            "§");

    /** Numbers in words, as some languages write them behind such a name. */
    private static final List<String> ORDINALS = List.of(
                    "الأولى الثانية الثالثة الرابعة الخامسة السادسة السابعة الثامنة التاسعة العاشرة الحادية الأول"
                            + " الثاني الثالث الرابع الخامس السادس السابع الثامن التاسع العاشر الحادي",
                    "premier première unique",
                    "primero primera segundo segunda tercero tercera cuarto cuarta quinto quinta sexto sexta séptimo"
                            + " séptima octavo octava noveno novena décimo décima único única",
                    "primeiro primeira terceiro terceira quarto quarta sétimo sétima oitavo oitava nono nona",
                    "one two three four five six seven eight nine ten first second third fourth fifth")
            .stream()
            .flatMap(words -> Stream.of(words.split(" ")))
            .toList();

    /** Behind it the ordinal goes on: eleventh and so on. */
    private static final Pattern TEENTH =
            Pattern.compile("\\s+(?:عشرة?|والعشرون|segund[oa]|tercer[oa]|primer[oa])(?!\\p{L})");

    private static final Pattern OF_CODE = Pattern.compile("[A-Z]\\.?\\s?\\*?(?=\\p{Nd})");
    private static final String CHINESE = "〇零一二三四五六七八九十百千兩两壹贰叁肆伍陆柒捌玖拾";
    private static final String CHINESE_UNITS = "条條章节節款项項编編篇";
    private static final String KOREAN_UNITS = "조장절항관";
    private static final String ROMAN = "IVXLCDM";
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
    static boolean isNamed(String line) {
        Found found = find(strip(line));
        return found != null && found.named();
    }

    private static Found find(String words) {
        if (words.isEmpty()) {
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
        if (first == '제') {
            return between(words, KOREAN_UNITS);
        }
        String beginning = words.substring(0, Math.min(words.length(), 16)).toLowerCase(Locale.ROOT);
        for (String name : NAMES) {
            if (beginning.startsWith(name)) {
                int start = skipBlanks(words, name.length());
                boolean apart = start > name.length() || !Character.isLetter(name.charAt(name.length() - 1));
                int counted = endOfNumber(words, start + ofCode(words, start));
                int end = counted > start ? InsertedNumber.end(words, counted, name) : start;
                if (end > start && (apart || Character.isDigit(words.charAt(start))) && isWhole(words, end)) {
                    return new Found(end, true);
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
        int end = start;
        while (end < words.length() && end - start < LONGEST_ORDINAL && Character.isLetter(words.charAt(end))) {
            end++;
        }
        if (!ORDINALS.contains(words.substring(start, end).toLowerCase(Locale.ROOT))) {
            return start;
        }
        Matcher teenth = TEENTH.matcher(words).region(end, Math.min(words.length(), end + LONGEST_ORDINAL));
        return teenth.lookingAt() ? teenth.end() : end;
    }

    private static Found between(String words, String units) {
        int start = skipBlanks(words, 1);
        int end = numerals(words, start);
        if (end > start && end + 1 < words.length() && "-‐‑–.．之".indexOf(words.charAt(end)) >= 0) {
            int after = numerals(words, end + 1);
            end = after > end + 1 ? after : end;
        }
        int unit = skipBlanks(words, end);
        if (end == start || unit >= words.length() || units.indexOf(words.charAt(unit)) < 0) {
            return null;
        }
        return new Found(InsertedNumber.endBehindUnit(words, unit + 1), true);
    }

    private static int numerals(String words, int start) {
        int end = start;
        while (end < words.length() && (isDigit(words.charAt(end)) || CHINESE.indexOf(words.charAt(end)) >= 0)) {
            end++;
        }
        return end;
    }

    private static Found plain(String words) {
        char first = words.charAt(0);
        if (first == '(' || first == '（') {
            int start = skipBlanks(words, 1);
            int end = counted(words, start);
            int closing = skipBlanks(words, end);
            boolean closed = closing < words.length() && (words.charAt(closing) == ')' || words.charAt(closing) == '）');
            return end > start && closed ? new Found(closing + 1, false) : null;
        }
        int end = counted(words, 0);
        if (end == 0) {
            return null;
        }
        if (isDigit(first) || isEnclosed(first)) {
            int inserted = isDigit(first) ? InsertedNumber.end(words, end, "") : end;
            if (inserted > end) {
                return isWhole(words, inserted) ? new Found(inserted, false) : null;
            }
            boolean ended = Character.isDigit(words.charAt(end - 1)) || isEnclosed(first) || isSeparated(words, end);
            return ended && isWhole(words, end) ? new Found(end, false) : null;
        }
        boolean separated = isSeparated(words, end);
        return separated && (Character.isUpperCase(first) || CHINESE.indexOf(first) >= 0 || closes(words, end))
                ? new Found(end, false)
                : null;
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
        while (end < words.length() && CHINESE.indexOf(words.charAt(end)) >= 0) {
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

    /** ①, Ⅲ and their like. */
    private static boolean isEnclosed(char character) {
        return character >= '\u2160' && character <= '\u217F' || character >= '\u2460' && character <= '\u249B';
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
