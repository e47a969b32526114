/** A ledger as it is stored, and whether it is what it was (see {@code docs/verifying.md}). */
package io.agreements.proof.ledger;
