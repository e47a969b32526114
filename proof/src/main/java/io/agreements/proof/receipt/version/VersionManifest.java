package io.agreements.proof.receipt.version;

import io.agreements.proof.MalformedException;
import io.agreements.proof.canonical.CanonicalJson;
import io.agreements.proof.canonical.CanonicalReader;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the evidence of a version consists of.
 *
 * @param realm name of the realm
 * @param agreement key of the agreement
 * @param version number of the version
 * @param label what its author called it; empty if nothing
 * @param bindingLocale language tag of the text that counts
 * @param madeAt when the pack was made, in milliseconds since 1970 in UTC
 * @param texts one for each language, in the order of the pack
 * @param wordings each once, by digest
 * @param records ids of the records of its publication, the earliest first
 * @param coverage numbers of users, by name, with the moment they were counted at and what was counted
 */
public record VersionManifest(
        String realm,
        String agreement,
        int version,
        Optional<String> label,
        String bindingLocale,
        long madeAt,
        List<KeptText> texts,
        List<KeptWording> wordings,
        List<String> records,
        Map<String, Object> coverage) {

    static final String FILE = "version.json";
    static final int LONGEST = 1 << 24;

    private static final int FORM = 1;

    public VersionManifest {
        texts = List.copyOf(texts);
        wordings = List.copyOf(wordings);
        records = List.copyOf(records);
        coverage = Map.copyOf(coverage);
    }

    /**
     * A text.
     *
     * @param locale language tag
     * @param digest SHA-256 of its bytes, in hexadecimal
     * @param title what the agreement is called in it
     */
    public record KeptText(String locale, String digest, String title) {

        String path() {
            return "texts/" + locale + ".md";
        }
    }

    /**
     * What a page said around the text.
     *
     * @param digest SHA-256 of it as it is kept, in hexadecimal
     * @param decisions how many decisions on record name it
     * @param first when the first of them was made, in milliseconds since 1970 in UTC
     * @param last when the last of them was made
     * @param record id of a decision that names it and is in the log; empty where none is yet
     */
    public record KeptWording(String digest, long decisions, long first, long last, Optional<String> record) {

        String path(String ending) {
            return "wordings/" + digest + ending;
        }
    }

    static String pathOf(String recordId) {
        return "records/" + recordId + ".zip";
    }

    /** RFC 8785, in UTF-8. */
    public byte[] bytes() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("form", FORM);
        fields.put("realm", realm);
        fields.put("agreement", agreement);
        fields.put("version", version);
        fields.put("label", label.orElse(null));
        fields.put("bindingLocale", bindingLocale);
        fields.put("madeAt", madeAt);
        fields.put(
                "texts",
                texts.stream()
                        .map(text -> Map.of("locale", text.locale(), "digest", text.digest(), "title", text.title()))
                        .toList());
        fields.put("wordings", wordings.stream().map(VersionManifest::fields).toList());
        fields.put("records", records);
        fields.put("coverage", coverage);
        return CanonicalJson.of(fields);
    }

    private static Map<String, Object> fields(KeptWording wording) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("digest", wording.digest());
        fields.put("decisions", wording.decisions());
        fields.put("first", wording.first());
        fields.put("last", wording.last());
        fields.put("record", wording.record().orElse(null));
        return fields;
    }

    /**
     * Reads what {@link #bytes()} wrote.
     *
     * @throws MalformedException if it has anything else
     */
    public static VersionManifest parse(byte[] bytes) {
        Fields fields = new Fields(CanonicalReader.read(bytes, LONGEST, FILE));
        if (fields.number("form") != FORM) {
            throw new MalformedException(FILE + " is not in form 1, the one that is known");
        }
        VersionManifest manifest = new VersionManifest(
                fields.words("realm"),
                fields.words("agreement"),
                fields.integer("version"),
                fields.optional("label"),
                fields.words("bindingLocale"),
                fields.number("madeAt"),
                fields.objects("texts").stream()
                        .map(text -> new KeptText(text.words("locale"), text.digest("digest"), text.words("title")))
                        .toList(),
                fields.objects("wordings").stream()
                        .map(wording -> new KeptWording(
                                wording.digest("digest"),
                                wording.number("decisions"),
                                wording.number("first"),
                                wording.number("last"),
                                wording.optional("record")))
                        .toList(),
                fields.list("records", String.class),
                fields.object("coverage"));
        if (!Arrays.equals(manifest.bytes(), bytes)) {
            throw new MalformedException(FILE + " has something that form 1 has not");
        }
        return manifest;
    }

    /** Of a JSON object, each as what it has to be. */
    private record Fields(Map<String, Object> values) {

        String words(String name) {
            return value(name, String.class);
        }

        Optional<String> optional(String name) {
            return values.containsKey(name) ? Optional.of(words(name)) : Optional.empty();
        }

        long number(String name) {
            return value(name, Long.class);
        }

        int integer(String name) {
            long number = number(name);
            if (number != (int) number) {
                throw new MalformedException("%s has no %s".formatted(FILE, name));
            }
            return (int) number;
        }

        String digest(String name) {
            String digest = words(name);
            if (!digest.matches("[0-9a-f]{64}")) {
                throw new MalformedException("%s has no digest as %s".formatted(FILE, name));
            }
            return digest;
        }

        @SuppressWarnings("unchecked")
        Map<String, Object> object(String name) {
            return value(name, Map.class);
        }

        @SuppressWarnings("unchecked")
        List<Fields> objects(String name) {
            return list(name, Map.class).stream()
                    .map(fields -> new Fields((Map<String, Object>) fields))
                    .toList();
        }

        <T> List<T> list(String name, Class<T> type) {
            List<?> elements = value(name, List.class);
            if (!elements.stream().allMatch(type::isInstance)) {
                throw new MalformedException("%s has something else as %s".formatted(FILE, name));
            }
            return elements.stream().map(type::cast).toList();
        }

        private <T> T value(String name, Class<T> type) {
            Object value = values.get(name);
            if (!type.isInstance(value)) {
                throw new MalformedException("%s has no %s".formatted(FILE, name));
            }
            return type.cast(value);
        }
    }
}
