package io.agreements.keycloak.testing.browser;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What is another in each run: addresses, ids, digests, dates, times. In their place stands what they are. */
final class VolatileWords {
    private static final String ENGLISH_MONTH =
            "(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?"
                    + "|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)";
    private static final String ENGLISH_WEEKDAY =
            "(?:(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?,? )?";
    private static final String CHINESE_WEEKDAY = "(?: ?(?:星期|周|週)[一二三四五六日])?";
    private static final String CHINESE_HALF_DAY = "(?:(?:凌晨|清晨|早上|上午|中午|下午|傍晚|晚上) ?)?";
    private static final String YEAR = "20\\d\\d";
    private static final String NO_DIGIT_BEFORE = "(?<!\\d)";
    private static final String NO_DIGIT_AFTER = "(?!\\d)";

    /** In this order: what is longer comes before what would be taken for a part of it. */
    private static final List<Replacement> REPLACEMENTS = replacements();

    private VolatileWords() {}

    /** The same text with a word in angle brackets, such as {@code <date>}, for each of them. */
    static String replaced(String text) {
        String lasting = text;
        for (Replacement replacement : REPLACEMENTS) {
            lasting = replacement.in(lasting);
        }
        return lasting;
    }

    private static List<Replacement> replacements() {
        List<Replacement> all = new ArrayList<>();
        addresses(all);
        ids(all);
        dates(all);
        return List.copyOf(all);
    }

    private static void addresses(List<Replacement> all) {
        put(all, "https?://(?:localhost|127\\.0\\.0\\.1|\\[::1\\])(?::\\d+)?", "<server>");
        put(all, "\\b(?:localhost|127\\.0\\.0\\.1):\\d+", "<server>");
        put(all, "\\b127\\.0\\.0\\.1\\b|(?<![\\w:])(?:0:){7}1\\b|(?<![\\w:])::1\\b", "<address>");
        put(all, "(/(?:login-actions|protocol|broker)/[^?\\s\"']*)\\?[^\\s\"']*", "$1?<query>");
        put(all, "/resources/[\\w.-]+/", "/resources/<version>/");
        put(all, "Mozilla/\\d[^\"'\\n]*?(?:Safari/[\\d.]+|Firefox/[\\d.]+)", "<browser>");
    }

    private static void ids(List<Replacement> all) {
        put(all, "\\b[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}\\b", "<id>");
        put(all, "(?<=[A-Za-z0-9]-)[0-9a-f]{8}(?![\\w-])", "<id>");
        put(all, "(?<![\\w/+])(?=\\d*[a-f])[0-9a-f]{12,}(?![\\w/+])", "<digest>");
        put(all, "(?<![\\w/+])(?=[\\w/+-]*[A-Z])(?=[\\w/+-]*\\d)[\\w/+-]{43}=?(?![\\w/+=-])", "<digest>");
    }

    private static void dates(List<Replacement> all) {
        String clock = "\\d{1,2}:\\d{2}(?::\\d{2}(?:\\.\\d+)?)?";
        put(all, NO_DIGIT_BEFORE + YEAR + "-\\d\\d-\\d\\d[T ]" + clock + "(?:Z|[+-]\\d\\d:?\\d\\d)?", "<moment>");
        put(all, NO_DIGIT_BEFORE + YEAR + "([-/.])\\d{1,2}\\1\\d{1,2}" + NO_DIGIT_AFTER, "<date>");
        put(all, NO_DIGIT_BEFORE + "\\d{1,2}/\\d{1,2}/(?:20)?\\d\\d" + NO_DIGIT_AFTER, "<date>");
        put(all, NO_DIGIT_BEFORE + YEAR + " ?年 ?\\d{1,2} ?月 ?\\d{1,2} ?日" + CHINESE_WEEKDAY, "<date>");
        put(all, NO_DIGIT_BEFORE + YEAR + " ?年 ?\\d{1,2} ?月", "<month>");
        put(all, NO_DIGIT_BEFORE + "\\d{1,2} ?月 ?\\d{1,2} ?日" + CHINESE_WEEKDAY, "<day>");
        put(all, ENGLISH_WEEKDAY + "\\b" + ENGLISH_MONTH + " \\d{1,2},? " + YEAR + NO_DIGIT_AFTER, "<date>");
        put(
                all,
                ENGLISH_WEEKDAY + NO_DIGIT_BEFORE + "\\d{1,2} " + ENGLISH_MONTH + ",? " + YEAR + NO_DIGIT_AFTER,
                "<date>");
        put(all, "\\b" + ENGLISH_MONTH + ",? " + YEAR + NO_DIGIT_AFTER, "<month>");
        put(all, "\\b" + ENGLISH_MONTH + " \\d{1,2}" + NO_DIGIT_AFTER, "<day>");
        put(all, NO_DIGIT_BEFORE + "\\d{1,2} " + ENGLISH_MONTH + "\\b", "<day>");
        put(all, CHINESE_HALF_DAY + NO_DIGIT_BEFORE + clock + "(?:[ \\u00A0\\u202F](?:AM|PM|am|pm)\\b)?", "<time>");
        put(all, "(?<![\\d.-])" + YEAR + "(?![\\d.])", "<year>");
        put(all, NO_DIGIT_BEFORE + "1[5-9]\\d{8}(?:\\d{3})?" + NO_DIGIT_AFTER, "<moment>");
        put(all, NO_DIGIT_BEFORE + "\\d+ (?:second|minute|hour)s?\\b", "<span>");
        put(all, NO_DIGIT_BEFORE + "\\d+ ?(?:秒钟?|分钟|个?小时)", "<span>");
    }

    private static void put(List<Replacement> all, String what, String word) {
        all.add(new Replacement(Pattern.compile(what), word));
    }

    private record Replacement(Pattern what, String word) {

        private String in(String text) {
            return what.matcher(text).replaceAll(word);
        }
    }
}
