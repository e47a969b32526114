/** What records refer to: wordings, settings, texts. */
package io.agreements.proof.ledger.check.reference;
