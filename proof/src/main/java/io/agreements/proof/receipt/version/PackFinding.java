package io.agreements.proof.receipt.version;

import io.agreements.proof.receipt.ReceiptReport;
import java.util.Optional;

/**
 * Something to say about the evidence of a version.
 *
 * @param file what it is about
 * @param detail for people; empty if there is nothing more to say
 * @param receipt what came out of the receipt that the file is; empty if it is none, or cannot be read
 */
public record PackFinding(Code code, String file, String detail, Optional<ReceiptReport> receipt) {

    PackFinding(Code code, String file, String detail) {
        this(code, file, detail, Optional.empty());
    }

    /** What there may be to say. */
    public enum Code {
        /** The file is not in its format. */
        UNREADABLE(true),
        /** The file is not the one whose digest is named, or not what follows from the others. */
        DIFFERS(true),
        /** The file is a receipt that is not good. */
        NOT_GOOD(true),
        /** The record is about something else. */
        OF_ANOTHER(true),
        /** No record of a publication has that text. */
        UNPUBLISHED(true),
        /** No decision in the log names that wording yet: anybody may have written it. */
        UNLOGGED(true),
        /** Pictures show how a page is drawn later, or what somebody says that it is: they prove nothing by themselves. */
        PICTURES(false);

        private final boolean fault;

        Code(boolean fault) {
            this.fault = fault;
        }

        /** Whether it makes a pack no good. */
        public boolean isFault() {
            return fault;
        }
    }
}
