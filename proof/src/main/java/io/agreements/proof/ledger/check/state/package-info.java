/** Rows that say how things stand, held against the records of what was done to them. */
package io.agreements.proof.ledger.check.state;
