package io.agreements.proof.receipt;

/** What has been verified of a receipt. */
public enum Grade {
    /** All its parts belong to one record. By itself that proves nothing: anybody could write such a file. */
    RECORDED,
    /** The record is in a checkpoint that the log signed: the operator cannot deny or change it any more. */
    SIGNED,
    /** Others have seen that checkpoint. */
    WITNESSED,
    /** An authority says since when that checkpoint has been there. */
    STAMPED
}
