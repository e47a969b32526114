package io.agreements.keycloak.ledger;

/**
 * The text a record is about, and how it was presented.
 *
 * @param agreementKey key of the agreement
 * @param versionNumber number of the version
 * @param locale language tag of the text shown
 * @param textDigest SHA-256 of the text shown, hexadecimal
 * @param wordingDigest SHA-256 of the wording, which is all that the page showed around it, hexadecimal; null if nothing was
 *     shown
 * @param endReached whether the end of the text was reached; null if the page could not tell
 * @param diffFrom number of the version the changes were shown against; null if none were
 */
public record Shown(
        String agreementKey,
        int versionNumber,
        String locale,
        String textDigest,
        String wordingDigest,
        Boolean endReached,
        Integer diffFrom) {

    /** A text of whose presentation nothing is said, because it was shown to nobody or nothing is known of it. */
    public static Shown text(String agreementKey, int versionNumber, String locale, String digest) {
        return new Shown(agreementKey, versionNumber, locale, digest, null, null, null);
    }

    /** The same with what was shown around it. */
    public Shown within(String wording) {
        return new Shown(agreementKey, versionNumber, locale, textDigest, wording, endReached, diffFrom);
    }
}
