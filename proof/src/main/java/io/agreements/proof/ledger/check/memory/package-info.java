/** What has to be remembered of very many things. */
package io.agreements.proof.ledger.check.memory;
