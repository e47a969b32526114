/** Records, logs and tiles as they are stored, read as those who look at them need it. */
package io.agreements.proof.ledger.check.stored;
