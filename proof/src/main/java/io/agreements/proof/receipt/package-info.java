/** Receipts: one record with all that it takes to verify it, in one file. */
package io.agreements.proof.receipt;
