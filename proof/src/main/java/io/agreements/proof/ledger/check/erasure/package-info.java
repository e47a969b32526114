/** What is gone, and whether a record speaks of its erasure. */
package io.agreements.proof.ledger.check.erasure;
