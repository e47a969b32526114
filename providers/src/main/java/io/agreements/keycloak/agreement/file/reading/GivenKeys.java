package io.agreements.keycloak.agreement.file.reading;

import io.agreements.keycloak.agreement.file.reading.YamlValue.Entry;
import io.agreements.keycloak.agreement.file.reading.YamlValue.Settings;
import io.agreements.keycloak.agreement.file.reading.YamlValue.Unread;
import io.agreements.keycloak.agreement.file.reading.YamlValue.Words;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** The values of keys, each of the kind it has to be of. What is of another kind is told, and is as good as not given. */
public final class GivenKeys {

    private static final int MOST_DIGITS = 9;
    private static final String TIME = "2026-12-01T00:00:00+08:00";

    private static final Map<String, Boolean> BOOLEANS =
            Map.of("true", true, "yes", true, "on", true, "false", false, "no", false, "off", false);

    private final Map<String, Entry> entries;
    private final FileRemarks remarks;

    private GivenKeys(Map<String, Entry> entries, FileRemarks remarks) {
        this.entries = entries;
        this.remarks = remarks;
    }

    /** @param what such keys are expected, as words for an administrator */
    public static GivenKeys of(YamlValue value, String what, FileRemarks remarks) {
        Map<String, Entry> entries = new LinkedHashMap<>();
        if (value instanceof Settings settings) {
            Set<String> twice = new HashSet<>();
            for (Entry entry : settings.entries()) {
                if (entry.key().text().isEmpty() && entry.value() instanceof Unread) {
                    continue;
                }
                Entry first = entries.putIfAbsent(entry.key().text(), entry);
                if (first != null && twice.add(entry.key().text())) {
                    remarks.error(
                            entry.key(),
                            entry.key().excerpt() + " stands twice, in line "
                                    + first.key().line() + " before; keep one of them");
                }
            }
        } else if (!(value instanceof Unread) && !isNothing(value)) {
            remarks.error(value, "expected is " + what + "; found is " + value.kind() + hint(value));
        }
        return new GivenKeys(entries, remarks);
    }

    private static String hint(YamlValue value) {
        return value instanceof Words words && words.text().contains("：")
                ? ", which has a full-width colon (：); write a colon and a space"
                : "";
    }

    private static boolean isNothing(YamlValue value) {
        return value instanceof Words words && words.isNothing();
    }

    /** Tells of every key that is none of these. */
    public List<String> requireKnown(List<String> known, List<String> elsewhere, String where) {
        List<String> meant = new ArrayList<>();
        for (Entry entry : entries.values()) {
            String key = entry.key().text();
            if (known.contains(key)) {
                continue;
            }
            // Nobody reads more, and looking for what was meant costs more than all the rest.
            Optional<String> close = remarks.all().isFull() ? Optional.empty() : DidYouMean.closest(key, known);
            close.ifPresent(meant::add);
            String question = elsewhere.contains(key)
                    ? ". It belongs " + where
                    : close.map(DidYouMean::question).orElse("");
            remarks.error(
                    entry.key(),
                    entry.key().excerpt() + " is not known here"
                            + (question.isEmpty() ? "; known are " + String.join(", ", known) : question));
        }
        return meant;
    }

    public List<Entry> all() {
        return List.copyOf(entries.values());
    }

    /** What is written behind the key; empty if the key is not there or nothing is behind it. */
    public Optional<YamlValue> value(String key) {
        return Optional.ofNullable(entries.get(key)).map(Entry::value).filter(value -> !isNothing(value));
    }

    /** The line of the key; 0 if it is not there. */
    public int line(String key) {
        return Optional.ofNullable(entries.get(key))
                .map(entry -> entry.key().line())
                .orElse(0);
    }

    /** Words as they are written; null if there are none. */
    public String words(String key, String expected) {
        return text(key, expected).map(Words::text).orElse(null);
    }

    /** The same, where a rule has to hold for them. */
    public String words(String key, String expected, Consumer<String> rule) {
        return text(key, expected)
                .filter(words -> remarks.check(words, "", () -> rule.accept(words.text())))
                .map(Words::text)
                .orElse(null);
    }

    private Optional<Words> text(String key, String expected) {
        return value(key).flatMap(value -> text(key, expected, value));
    }

    private Optional<Words> text(String key, String expected, YamlValue value) {
        if (value instanceof Words words) {
            return Optional.of(words);
        }
        return this.<Words>wrong(key, expected, value);
    }

    private <T> Optional<T> wrong(String key, String expected, YamlValue value) {
        if (!(value instanceof Unread)) {
            remarks.error(value, key + ": expected is " + expected + "; found is " + value.kind());
        }
        return Optional.empty();
    }

    /** The words there are, as a message names them. */
    public static <E extends Enum<E>> String anyOf(Class<E> type) {
        return String.join(" or ", names(type));
    }

    private static <E extends Enum<E>> List<String> names(Class<E> type) {
        return Arrays.stream(type.getEnumConstants()).map(Enum::name).toList();
    }

    /** One of a few words; null if none is given. */
    public <E extends Enum<E>> E oneOf(String key, Class<E> type) {
        List<String> names = names(type);
        String expected = anyOf(type);
        return value(key)
                .flatMap(value -> {
                    if (value instanceof Words words && names.contains(words.text())) {
                        return Optional.of(Enum.valueOf(type, words.text()));
                    }
                    if (value instanceof Words words) {
                        remarks.error(
                                words,
                                key + ": expected is " + expected + "; found is " + words.kind()
                                        + DidYouMean.question(words.text(), names));
                        return Optional.<E>empty();
                    }
                    return this.<E>wrong(key, expected, value);
                })
                .orElse(null);
    }

    /** Yes or no; null if none is given. */
    public Boolean yesOrNo(String key) {
        return value(key)
                .flatMap(value -> {
                    Boolean known = value instanceof Words words && words.plain()
                            ? BOOLEANS.get(words.text().toLowerCase(Locale.ROOT))
                            : null;
                    return known == null
                            ? this.<Boolean>wrong(key, "true or false, without quotes", value)
                            : Optional.of(known);
                })
                .orElse(null);
    }

    /** A whole number for which a rule holds; null if none is given. */
    public Integer number(String key, Consumer<Integer> rule) {
        return value(key)
                .flatMap(value -> {
                    if (!(value instanceof Words words)
                            || !words.plain()
                            || !words.text().matches("[+-]?(0|[1-9][0-9]*)")) {
                        return this.<Integer>wrong(key, "a whole number, without quotes", value);
                    }
                    int number =
                            words.text().length() > MOST_DIGITS ? Integer.MAX_VALUE : Integer.parseInt(words.text());
                    return remarks.check(words, "", () -> rule.accept(number))
                            ? Optional.of(number)
                            : Optional.<Integer>empty();
                })
                .orElse(null);
    }

    /** A moment for which a rule holds; null if none is given. */
    public Instant moment(String key, Consumer<Instant> rule) {
        return value(key)
                .flatMap(value -> {
                    Optional<Instant> moment = value instanceof Words words ? moment(words.text()) : Optional.empty();
                    return moment.isEmpty()
                            ? this.<Instant>wrong(key, "a time with its offset from UTC, such as " + TIME, value)
                            : moment.filter(found -> remarks.check(value, "", () -> rule.accept(found)));
                })
                .orElse(null);
    }

    private static Optional<Instant> moment(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
