/** Each record by itself, and those that do not fit where they stand. */
package io.agreements.proof.ledger.check.record;
