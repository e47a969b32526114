/** Entries and tiles, computed anew. */
package io.agreements.proof.ledger.check.tree;
