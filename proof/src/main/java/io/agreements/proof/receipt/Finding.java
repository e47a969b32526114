package io.agreements.proof.receipt;

/**
 * Something to say about a receipt.
 *
 * @param file what it is about
 * @param detail for people; empty if there is nothing more to say
 */
public record Finding(Code code, ReceiptFile file, String detail) {

    /** What there may be to say. */
    public enum Code {
        /** The file is not in its format. */
        UNREADABLE(true),
        /** What the record says besides was made into something that nobody can read. */
        UNREADABLE_DETAILS(true),
        /** The record names something that is not in the receipt. */
        MISSING(true),
        /** The receipt has something that the record does not name. */
        UNEXPECTED(true),
        /** The file is not what the record, or the other files, say. */
        DIFFERS(true),
        /** The record is not in the checkpoint. */
        UNPROVEN(true),
        /** None of the keys that are trusted signed the checkpoint. */
        UNSIGNED(true),
        /** Those who have seen the checkpoint are not enough for the policy that is trusted. */
        UNWITNESSED(true),
        /** None of the authorities that are trusted made the time stamp. */
        UNTRUSTED(true),

        /** The record is in no checkpoint yet. */
        UNLOGGED(false),
        /** The signature was checked by a key out of the receipt alone. */
        OWN_KEY(false),
        /** Witnesses signed whose keys are known from the receipt alone. */
        OWN_WITNESSES(false),
        /** The operator's own policy asks for witnesses that have not signed. */
        NO_WITNESSES(false),
        /** Nobody said which authority to trust for the time stamp. */
        UNCHECKED_STAMP(false);

        private final boolean fault;

        Code(boolean fault) {
            this.fault = fault;
        }

        /** Whether it makes a receipt no good. */
        public boolean isFault() {
            return fault;
        }
    }
}
