package io.agreements.keycloak.account.mailing;

/**
 * The part of a mailing's users that one row is about. They follow one another in the order of ids; ids are random, so the
 * parts are about as large.
 *
 * @param number from 0
 * @param upTo id of the last user there may be in it; null for the last part
 */
public record MailingPart(int number, String upTo) {

    /** All users. */
    public static final MailingPart WHOLE = new MailingPart(0, null);
}
