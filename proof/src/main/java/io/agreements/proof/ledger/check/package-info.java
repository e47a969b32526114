/** Goes along a ledger and looks at all of it, or at a part; what is looked at has a room for each kind. */
package io.agreements.proof.ledger.check;
