package io.agreements.keycloak.agreement.text.change;

import io.agreements.keycloak.agreement.text.change.TextChanges.Form;
import io.agreements.keycloak.agreement.text.number.Dates;
import io.agreements.keycloak.agreement.text.number.NumberValues;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Lines that are counted one after the other and are no list of Markdown, such as {@code （1）…}: their numbers are those of
 * items, so that one put in renumbers those behind it and does not change their words.
 */
final class PlainItems {

    private static final String CHINESE = "[一二三四五六七八九十]{1,4}";

    private static final Pattern ITEM = Pattern.compile(
            ("([(（]\\s?(?:[0-9０-９]{1,3}|%1$s|[a-zA-Z]|[ivx]{1,5})\\s?[)）]|[0-9０-９]{1,3}(?:[)）、．]|\\.(?![0-9]))"
                            + "|%1$s[、）)]|[\\u2460-\\u249B\\u3220-\\u3229])(\\s*+)(?=\\S)")
                    .formatted(CHINESE));

    /** What differs from one to the next. */
    private static final Pattern COUNTED =
            Pattern.compile("[0-9０-９]+|" + CHINESE + "|[a-zA-Z]+|[\\u2460-\\u249B\\u3220-\\u3229]");

    private static final int LONGEST_DATE = 40;

    private final List<Block> items = new ArrayList<>();
    private String way = "";
    private Set<Integer> last = Set.of();

    private PlainItems() {}

    /** The same blocks, those that begin with such a number without it, and with it as their marker. */
    static List<Block> in(List<Block> blocks) {
        PlainItems items = new PlainItems();
        blocks.forEach(items::add);
        return List.copyOf(items.items);
    }

    private void add(Block block) {
        if (block.form() != Form.TEXT
                || !block.marker().isEmpty()
                || block.place().endsWith("code")) {
            items.add(block);
            return;
        }
        List<Integer> ends = block.ends();
        List<Integer> begun = new ArrayList<>();
        List<String> numbers = new ArrayList<>(List.of(numberAt(block.words(), 0)));
        for (int line = 0; line < ends.size(); line++) {
            String number = numberAt(block.words(), ends.get(line));
            if (!number.isEmpty()) {
                begun.add(line);
                numbers.add(number);
            }
        }
        List<Block> parts = begun.isEmpty() ? List.of(block) : block.parts(begun, ends);
        for (int part = 0; part < parts.size(); part++) {
            String number = numbers.get(part);
            items.add(number.isEmpty() ? parts.get(part) : parts.get(part).numbered(number));
        }
    }

    /** The number at the head of the line if it is the first one, or the next one behind the last; empty if it is not. */
    private String numberAt(String words, int start) {
        int place = start;
        while (place < words.length() && Characters.isBlank(words.codePointAt(place))) {
            place++;
        }
        Matcher item = ITEM.matcher(words).region(place, words.length());
        if (!item.lookingAt() || Dates.begin(words.substring(place, Math.min(words.length(), place + LONGEST_DATE)))) {
            return "";
        }
        String number = item.group(1);
        Set<Integer> values = values(number);
        boolean follows = way(number).equals(way) && values.stream().anyMatch(value -> last.contains(value - 1));
        if (!follows && !values.contains(1)) {
            return "";
        }
        way = way(number);
        last = values;
        return number;
    }

    private static Set<Integer> values(String number) {
        return NumberValues.of(number).stream()
                .filter(value -> value.indexOf('.') < 0)
                .map(Integer::valueOf)
                .collect(Collectors.toSet());
    }

    /** The marker with a sign in place of its number. */
    static String way(String marker) {
        return COUNTED.matcher(marker).replaceAll("#");
    }

    /** By how much one number is larger than the other, if both are single ones written in the same way. */
    static Optional<Integer> step(String older, String newer) {
        String written = way(older);
        Set<Integer> before = values(older);
        Set<Integer> after = values(newer);
        boolean single = written.indexOf('#') >= 0 && written.indexOf('#') == written.lastIndexOf('#');
        return single && written.equals(way(newer)) && before.size() == 1 && after.size() == 1
                ? Optional.of(after.iterator().next() - before.iterator().next())
                : Optional.empty();
    }
}
