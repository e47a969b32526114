package io.agreements.proof.canonical;

import io.agreements.proof.MalformedException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * All that a record says for good, in its canonical form, version 1. What can be erased is not in it, only commitments to
 * it; wording and settings by their digests. Digests and commitments are SHA-256 and HMAC-SHA-256 in lower-case
 * hexadecimal, moments in ms since 1970, UTC; what there is none of is null.
 *
 * @param id of the record
 * @param realm id of the realm
 * @param type what it is about
 * @param occurredAt when that occurred
 * @param recordedAt when it was recorded
 * @param agreement key of the agreement
 * @param version number of the version
 * @param locale language tag of the text
 * @param text digest of the text
 * @param decision what was decided
 * @param method by which way it came about
 * @param client the client signed in to, or concerned
 * @param wording digest of what was shown around the text
 * @param endReached whether the end of the text came into view
 * @param diffFrom number of the version against which the changes were shown
 * @param settings digest of the settings that gave the decision its meaning
 * @param details what records of this type say besides, as a JSON object; what is none is in the form by its digest
 * @param subject commitment to the user
 * @param identity commitment to name and session
 * @param connection commitment to address and user agent
 * @param actor commitment to the administrator
 * @param freeText commitment to what somebody wrote
 */
public record RecordForm(
        String id,
        String realm,
        String type,
        long occurredAt,
        long recordedAt,
        String agreement,
        Integer version,
        String locale,
        String text,
        String decision,
        String method,
        String client,
        String wording,
        Boolean endReached,
        Integer diffFrom,
        String settings,
        String details,
        String subject,
        String identity,
        String connection,
        String actor,
        String freeText) {

    private static final int FORM = 1;
    private static final int LONGEST = 1 << 21;
    private static final String WHAT = "The record";
    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");

    /** Reads what {@link #bytes()} wrote, and refuses everything else. */
    public static RecordForm parse(byte[] bytes) {
        Map<String, Object> fields = CanonicalReader.read(bytes, LONGEST, WHAT);
        if (!Long.valueOf(FORM).equals(fields.get("form"))) {
            throw new MalformedException(WHAT + " is not in form " + FORM + ", the one that is known");
        }
        RecordForm form = new RecordForm(
                required(fields, "id", String.class),
                required(fields, "realm", String.class),
                required(fields, "type", String.class),
                required(fields, "occurredAt", Long.class),
                required(fields, "recordedAt", Long.class),
                field(fields, "agreement", String.class),
                integer(fields, "version"),
                field(fields, "locale", String.class),
                digest(fields, "text"),
                field(fields, "decision", String.class),
                field(fields, "method", String.class),
                field(fields, "client", String.class),
                digest(fields, "wording"),
                field(fields, "endReached", Boolean.class),
                integer(fields, "diffFrom"),
                digest(fields, "settings"),
                details(fields),
                digest(fields, "subject"),
                digest(fields, "identity"),
                digest(fields, "connection"),
                digest(fields, "actor"),
                digest(fields, "freeText"));
        if (!Arrays.equals(form.bytes(), bytes)) {
            throw new MalformedException(WHAT + " has fields that form " + FORM + " does not have");
        }
        return form;
    }

    private static <T> T field(Map<String, Object> fields, String name, Class<T> type) {
        Object value = fields.get(name);
        if (value != null && !type.isInstance(value)) {
            throw new MalformedException("%s has something else as %s than form %d has".formatted(WHAT, name, FORM));
        }
        return type.cast(value);
    }

    private static <T> T required(Map<String, Object> fields, String name, Class<T> type) {
        T value = field(fields, name, type);
        if (value == null) {
            throw new MalformedException("%s has no %s".formatted(WHAT, name));
        }
        return value;
    }

    private static Integer integer(Map<String, Object> fields, String name) {
        Long value = field(fields, name, Long.class);
        if (value != null && value != value.intValue()) {
            throw new MalformedException("%s has a %s that is too large".formatted(WHAT, name));
        }
        return value == null ? null : value.intValue();
    }

    private static String digest(Map<String, Object> fields, String name) {
        String value = field(fields, name, String.class);
        if (value != null && !DIGEST.matcher(value).matches()) {
            throw new MalformedException("%s has no digest as %s".formatted(WHAT, name));
        }
        return value;
    }

    private static String details(Map<String, Object> fields) {
        Map<?, ?> value = field(fields, "details", Map.class);
        if (value == null) {
            return null;
        }
        Map<String, Object> details = new LinkedHashMap<>();
        value.forEach((name, said) -> details.put((String) name, said));
        try {
            String text = new String(CanonicalJson.of(details), StandardCharsets.UTF_8);
            new PlainJson(text);
            return text;
        } catch (IllegalArgumentException e) {
            throw new MalformedException("%s: its details are %s".formatted(WHAT, e.getMessage()));
        }
    }

    /** RFC 8785, in UTF-8. Where the details do not fit, their digest stands for them. */
    public byte[] bytes() {
        try {
            return bytes("details", details == null ? null : new PlainJson(details));
        } catch (IllegalArgumentException e) {
            if (hasPlainDetails()) {
                throw e;
            }
            return bytes("unreadableDetails", Sha256.hex(details.getBytes(StandardCharsets.UTF_8)));
        }
    }

    /** Whether a number of a record, such as a moment, can be written down. */
    public static boolean isNumber(long number) {
        return CanonicalJson.isNumber(number);
    }

    /** Whether a log can have it: somebody may have stored a moment that cannot be written down, or a word that is none. */
    public boolean isFit() {
        return isNumber(occurredAt)
                && isNumber(recordedAt)
                && RecordColumns.isKnown("TYPE", type)
                && RecordColumns.isKnown("DECISION", decision)
                && RecordColumns.isKnown("METHOD", method);
    }

    /** Whether the details, if there are any, are a JSON object that this form takes. */
    public boolean hasPlainDetails() {
        try {
            return details == null || CanonicalJson.of(Map.of("details", new PlainJson(details))).length > 0;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private byte[] bytes(String nameOfDetails, Object shownDetails) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("form", FORM);
        fields.put("id", id);
        fields.put("realm", realm);
        fields.put("type", type);
        fields.put("occurredAt", occurredAt);
        fields.put("recordedAt", recordedAt);
        fields.put("agreement", agreement);
        fields.put("version", version);
        fields.put("locale", locale);
        fields.put("text", text);
        fields.put("decision", decision);
        fields.put("method", method);
        fields.put("client", client);
        fields.put("wording", wording);
        fields.put("endReached", endReached);
        fields.put("diffFrom", diffFrom);
        fields.put("settings", settings);
        fields.put(nameOfDetails, shownDetails);
        fields.put("subject", subject);
        fields.put("identity", identity);
        fields.put("connection", connection);
        fields.put("actor", actor);
        fields.put("freeText", freeText);
        return CanonicalJson.of(fields);
    }

    /** What stands for the record in the log: the SHA-256 of {@link #bytes()}. */
    public byte[] entry() {
        return Sha256.of(bytes());
    }
}
