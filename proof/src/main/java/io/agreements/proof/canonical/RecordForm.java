package io.agreements.proof.canonical;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

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
