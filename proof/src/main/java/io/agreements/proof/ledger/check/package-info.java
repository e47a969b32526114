/** What is looked at, one class for each kind of it. */
package io.agreements.proof.ledger.check;
