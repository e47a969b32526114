package io.agreements.keycloak.agreement.text.unseen;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.internal.util.Html5Entities;

/**
 * Characters that no page shows, and would be in a text without being seen: refused but where a script, a direction or an
 * emoji needs them. They are looked for in what Markdown makes of references such as {@code &shy;}, too.
 */
public final class UnseenCharacters {

    /** Told at most, line by line. */
    private static final int MOST = 20;

    private static final Pattern REFERENCE =
            Pattern.compile("\\\\.|&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});");

    private final boolean rightToLeft;
    private final List<Found> refused = new ArrayList<>();
    private final Map<Integer, Found> taken = new LinkedHashMap<>();

    private UnseenCharacters(String text) {
        this.rightToLeft = text.codePoints().anyMatch(Kinds::isRightToLeft);
    }

    /** What is found in Markdown, the refused first, those of each line and kind once. */
    public static List<Found> of(String text) {
        return of(text, UnseenCharacters::decoded);
    }

    /** The same in words that are shown as they are. */
    public static List<Found> ofPlain(String words) {
        return of(words, line -> line);
    }

    /** Whether there is anything to see in these words. */
    public static boolean showsAny(String words) {
        return words.codePoints().anyMatch(Kinds::isSeenAlone);
    }

    private static List<Found> of(String text, UnaryOperator<String> reading) {
        if (text.chars().allMatch(UnseenCharacters::saysItself)) {
            return List.of();
        }
        UnseenCharacters characters = new UnseenCharacters(text);
        int line = 0;
        for (String words : (Iterable<String>) text.lines()::iterator) {
            line++;
            characters.look(line, reading.apply(words));
        }
        List<Found> found = new ArrayList<>(characters.refused);
        found.addAll(characters.taken.values());
        return found;
    }

    private static boolean saysItself(int character) {
        return character == '\n' || character == '\r' || character != '&' && Kinds.isPlain(character);
    }

    private static String decoded(String line) {
        if (line.indexOf('&') < 0) {
            return line;
        }
        Matcher references = REFERENCE.matcher(line);
        return references.replaceAll(reference -> Matcher.quoteReplacement(
                reference.group().startsWith("&")
                        ? Html5Entities.entityToString(reference.group())
                        : reference.group()));
    }

    private void look(int line, String words) {
        Deque<Integer> open = new ArrayDeque<>();
        Map<Integer, Found> ofLine = new LinkedHashMap<>();
        for (int place = 0; place < words.length(); ) {
            int character = words.codePointAt(place);
            if (!Kinds.isPlain(character)) {
                Verdict verdict = Kinds.isDirection(character)
                        ? direction(character, open, place)
                        : new Place(words, place).verdict();
                tell(line, words, place, verdict, ofLine);
            }
            place += Character.charCount(character);
        }
        open.forEach(place -> tell(line, words, place, Verdict.UNCLOSED, ofLine));
        add(ofLine.values());
    }

    private void add(Collection<Found> found) {
        found.stream().limit(Math.max(0, MOST - refused.size())).forEach(refused::add);
    }

    private void tell(int line, String words, int place, Verdict verdict, Map<Integer, Found> ofLine) {
        if (verdict == Verdict.SEEN) {
            return;
        }
        int character = words.codePointAt(place);
        Map<Integer, Found> kept = verdict.isRefused() ? ofLine : taken;
        kept.computeIfAbsent(character, unknown -> new Found(line, detail(words, place, character), verdict));
    }

    private static String detail(String words, int place, int character) {
        boolean named = Character.getType(character) != Character.PRIVATE_USE && Character.getName(character) != null;
        return "%s‹U+%04X%s›"
                .formatted(
                        new Place(words, place).excerptBefore(),
                        character,
                        named ? " " + Character.getName(character) : "");
    }

    private Verdict direction(int character, Deque<Integer> open, int place) {
        if (character == 0x202D || character == 0x202E) {
            return Verdict.OTHER_ORDER;
        }
        if (!rightToLeft) {
            return Verdict.NO_DIRECTION;
        }
        if (character == 0x2069 || character == 0x202C) {
            return open.pollLast() == null ? Verdict.UNCLOSED : Verdict.DIRECTION;
        }
        if (character != 0x200E && character != 0x200F && character != 0x61C) {
            open.addLast(place);
        }
        return Verdict.DIRECTION;
    }

    /**
     * One of a line, or, where it is kept, the first of its kind in the text.
     *
     * @param line from 1
     * @param detail the last words before it, and its number and name
     */
    public record Found(int line, String detail, Verdict verdict) {}
}
