/** What was signed, by whom and when, held against what follows from the records. */
package io.agreements.proof.ledger.check.checkpoint;
