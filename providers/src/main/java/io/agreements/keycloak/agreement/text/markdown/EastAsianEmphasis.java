package io.agreements.keycloak.agreement.text.markdown;

import java.lang.Character.UnicodeBlock;
import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.commonmark.node.SourceSpan;
import org.commonmark.parser.SourceLine;
import org.commonmark.parser.SourceLines;
import org.commonmark.text.Characters;

/**
 * Emphasis beside East Asian characters: where no spaces are written between words, asterisks stand directly between a
 * character and a mark, which CommonMark does not take for emphasis. So it is in Thai and its like, and in Arabic and Hebrew,
 * where small words are written together with the next. A joint put between asterisks and mark, which is
 * taken out again afterwards, lets it.
 */
final class EastAsianEmphasis {

    /** Nobody's character (a noncharacter of Unicode): neither space nor mark. */
    static final char JOINT = '\uFDD0';

    private static final String QUOTES = "“”‘’";

    private static final Set<UnicodeScript> SCRIPTS = Set.of(
            UnicodeScript.HAN,
            UnicodeScript.HIRAGANA,
            UnicodeScript.KATAKANA,
            UnicodeScript.HANGUL,
            UnicodeScript.BOPOMOFO,
            UnicodeScript.YI,
            UnicodeScript.THAI,
            UnicodeScript.LAO,
            UnicodeScript.KHMER,
            UnicodeScript.MYANMAR,
            UnicodeScript.TIBETAN,
            UnicodeScript.ARABIC,
            UnicodeScript.HEBREW);

    private EastAsianEmphasis() {}

    static SourceLines joined(SourceLines paragraph) {
        List<SourceLine> lines = new ArrayList<>();
        boolean changed = false;
        for (SourceLine line : paragraph.getLines()) {
            SourceLine joined = joined(line);
            changed |= joined != line;
            lines.add(joined);
        }
        return changed ? SourceLines.of(lines) : paragraph;
    }

    private static SourceLine joined(SourceLine line) {
        String words = line.getContent().toString();
        if (words.indexOf('*') < 0 && words.indexOf('~') < 0 || words.indexOf(JOINT) >= 0) {
            return line;
        }
        StringBuilder joined = new StringBuilder(words.length() + 8);
        boolean quotes = words.codePoints().anyMatch(EastAsianEmphasis::isEastAsian);
        int place = 0;
        while (place < words.length()) {
            char character = words.charAt(place);
            if (character == '\\' && place + 1 < words.length()) {
                joined.append(character).append(words.charAt(place + 1));
                place += 2;
            } else if (character == '*' || character == '~') {
                int end = place;
                while (end < words.length() && words.charAt(end) == character) {
                    end++;
                }
                append(joined, words, place, end, quotes);
                place = end;
            } else {
                joined.append(character);
                place++;
            }
        }
        return joined.length() == words.length() ? line : SourceLine.of(joined.toString(), span(line, joined.length()));
    }

    private static SourceSpan span(SourceLine line, int length) {
        SourceSpan span = line.getSourceSpan();
        return span == null
                ? null
                : SourceSpan.of(span.getLineIndex(), span.getColumnIndex(), span.getInputIndex(), length);
    }

    private static void append(StringBuilder joined, String words, int start, int end, boolean quotes) {
        int before = start == 0 ? '\n' : words.codePointBefore(start);
        boolean escaped = start > 1 && words.charAt(start - 2) == '\\';
        int after = end == words.length() ? '\n' : words.codePointAt(end);
        int own = words.charAt(start);
        boolean mark = isMark(before, own) || escaped && Characters.isPunctuationCodePoint(before);
        if (mark && !isBlank(after) && (isEastAsian(before, quotes) || isEastAsian(after, quotes))) {
            joined.append(JOINT);
        }
        joined.append(words, start, end);
        if (isMark(after, own) && !isBlank(before) && (isEastAsian(after, quotes) || isEastAsian(before, quotes))) {
            joined.append(JOINT);
        }
    }

    private static boolean isMark(int character, int own) {
        return character != own && Characters.isPunctuationCodePoint(character);
    }

    private static boolean isBlank(int character) {
        return character == '\n' || Characters.isWhitespaceCodePoint(character);
    }

    /** @param quotes whether quotation marks count, as there are such characters in the line */
    private static boolean isEastAsian(int character, boolean quotes) {
        return quotes && QUOTES.indexOf(character) >= 0 || isEastAsian(character);
    }

    private static boolean isEastAsian(int character) {
        if (SCRIPTS.contains(UnicodeScript.of(character))) {
            return true;
        }
        UnicodeBlock block = UnicodeBlock.of(character);
        return block == UnicodeBlock.CJK_SYMBOLS_AND_PUNCTUATION
                || block == UnicodeBlock.HALFWIDTH_AND_FULLWIDTH_FORMS
                || block == UnicodeBlock.CJK_COMPATIBILITY_FORMS
                || block == UnicodeBlock.VERTICAL_FORMS;
    }

    /** Words without joints. */
    static String without(String words) {
        return words == null || words.indexOf(JOINT) < 0 ? words : words.replace(String.valueOf(JOINT), "");
    }
}
