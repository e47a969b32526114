/** What a look at a ledger comes to: what was found, and how that is told. */
package io.agreements.proof.ledger.outcome;
