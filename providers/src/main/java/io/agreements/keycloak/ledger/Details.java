package io.agreements.keycloak.ledger;

import java.util.Map;
import java.util.Set;

/**
 * What a record says that only records of its type say. Names and words are as they are stored, for good: they are added to,
 * never given another meaning. Moments are in ms since 1970, UTC; what is null is left out.
 */
public interface Details {

    /** Name of the field with the id of the administrator who acted, where there is one. */
    String ADMINISTRATOR = "administrator";

    /**
     * What a record says by this name alone, where what is stored is no JSON object: the SHA-256 of what is stored,
     * hexadecimal. The product writes no such record.
     */
    String UNREADABLE = "unreadableDetails";

    /** The same of what somebody wrote. */
    String UNREADABLE_WORDS = "unreadableWords";

    /** What is stored as the type of a record, where that is no {@link RecordType}. The product writes no such record. */
    String UNREADABLE_TYPE = "unreadableType";

    /** The same of a decision. */
    String UNREADABLE_DECISION = "unreadableDecision";

    /** The same of a method. */
    String UNREADABLE_METHOD = "unreadableMethod";

    /** The type of record they belong to. */
    RecordType type();

    /** Names of the fields that hold what somebody wrote in words of their own. */
    default Set<String> freeText() {
        return Set.of();
    }

    /** The same by name; values are strings, numbers, booleans, or lists and objects of these. */
    default Map<String, Object> fields() {
        return DetailFields.of(this);
    }
}
