package io.agreements.proof.receipt;

import io.agreements.proof.MalformedException;
import io.agreements.proof.canonical.CanonicalJson;
import io.agreements.proof.canonical.CanonicalReader;
import io.agreements.proof.canonical.Commitment;
import io.agreements.proof.canonical.RecordForm;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Values of a record that can be erased, with the salts of their commitments: whoever has them can show what the record was
 * bound to.
 *
 * @param groups by the name of the field with their commitment
 */
public record Disclosures(Map<String, Disclosure> groups) {

    private static final String WHAT = "disclosures.json";
    private static final Pattern SALT = Pattern.compile("[0-9a-f]{32}");

    public Disclosures {
        groups = Map.copyOf(groups);
    }

    /**
     * One group.
     *
     * @param salt in hexadecimal
     * @param values by name
     */
    public record Disclosure(String salt, Map<String, String> values) {
        public Disclosure {
            values = Map.copyOf(values);
        }
    }

    /** Reads what {@link #bytes()} wrote. */
    public static Disclosures parse(byte[] bytes) {
        Map<String, Disclosure> groups = new TreeMap<>();
        CanonicalReader.read(bytes, ReceiptFile.DISCLOSURES.longest(), WHAT)
                .forEach((name, group) -> groups.put(name, disclosure(group)));
        return new Disclosures(groups);
    }

    private static Disclosure disclosure(Object group) {
        if (group instanceof Map<?, ?> fields
                && fields.size() == 2
                && fields.get("salt") instanceof String salt
                && SALT.matcher(salt).matches()
                && fields.get("values") instanceof Map<?, ?> values
                && values.values().stream().allMatch(String.class::isInstance)) {
            Map<String, String> words = new TreeMap<>();
            values.forEach((name, value) -> words.put((String) name, (String) value));
            return new Disclosure(salt, words);
        }
        throw new MalformedException(WHAT + " has a salt and values for each group");
    }

    /** RFC 8785, in UTF-8. */
    public byte[] bytes() {
        Map<String, Object> fields = new TreeMap<>();
        groups.forEach((name, group) -> fields.put(name, Map.of("salt", group.salt(), "values", group.values())));
        return CanonicalJson.of(fields);
    }

    /** The names of those that are not what the record was bound to. */
    Collection<String> falseOnes(RecordForm form) {
        return new TreeMap<>(groups)
                .entrySet().stream()
                        .filter(group -> {
                            Disclosure opened = group.getValue();
                            String commitment = commitment(form, group.getKey());
                            return commitment == null
                                    || !Commitment.of(opened.salt(), opened.values())
                                            .digest()
                                            .equals(commitment);
                        })
                        .map(Map.Entry::getKey)
                        .toList();
    }

    private static String commitment(RecordForm form, String name) {
        return switch (name) {
            case "subject" -> form.subject();
            case "identity" -> form.identity();
            case "connection" -> form.connection();
            case "actor" -> form.actor();
            case "freeText" -> form.freeText();
            default -> null;
        };
    }
}
