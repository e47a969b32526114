package io.agreements.keycloak.account.mail;

import jakarta.mail.Address;
import jakarta.mail.SendFailedException;

/** What became of a mail. */
public enum Delivery {
    /** The mail server took it. */
    SENT,
    /** That address cannot be written to; others can. */
    REFUSED,
    /** The mail could not be made, or the mail server could not be used: the next one is not likely to do better. */
    FAILED;

    /** Tells from what a mail server answered. It names the addresses it will not take, and no others. */
    static Delivery of(Throwable problem) {
        for (Throwable cause = problem; cause != null; cause = cause.getCause()) {
            if (cause instanceof SendFailedException refusal && !isEmpty(refusal.getInvalidAddresses())) {
                return REFUSED;
            }
        }
        return FAILED;
    }

    private static boolean isEmpty(Address[] addresses) {
        return addresses == null || addresses.length == 0;
    }
}
