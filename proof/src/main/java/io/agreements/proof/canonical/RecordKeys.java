package io.agreements.proof.canonical;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Numbers under which records are found: an index of them is a third of one over the words they are made of. They say nothing
 * that the record does not say in words, and are in no canonical form.
 */
public final class RecordKeys {

    /** Of these each user has some: they are found by agreement. */
    private static final String MANY = "ACCEPTANCE";

    private RecordKeys() {}

    /** Of all records of a realm ({@code REALM_KEY}). */
    public static long ofRealm(String realmId) {
        return number(realmId);
    }

    /**
     * Of records of a realm that are listed together ({@code LIST_KEY}): acceptances by agreement; others by type, those that
     * concern an agreement apart from those that do not.
     *
     * @param agreementKey null for records that concern none
     */
    public static long ofList(String realmId, String type, String agreementKey) {
        if (agreementKey == null) {
            return number(realmId + '\n' + type);
        }
        return number(realmId + '\n' + type + '\n' + (type.equals(MANY) ? agreementKey : ""));
    }

    /** Of the lists that all records of a type are in; none for acceptances, of which there is a list for each agreement. */
    public static List<Long> ofLists(String realmId, String type) {
        return type.equals(MANY) ? List.of() : List.of(ofList(realmId, type, null), ofAgreements(realmId, type));
    }

    /** Of records that concern an agreement, of a type other than acceptances. */
    public static long ofAgreements(String realmId, String type) {
        return ofList(realmId, type, "");
    }

    private static long number(String words) {
        return ByteBuffer.wrap(Sha256.of(words.getBytes(StandardCharsets.UTF_8)))
                .getLong();
    }
}
