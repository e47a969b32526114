/** Merkle trees: hashes, roots, inclusion and consistency proofs (RFC 6962, RFC 9162). */
package io.agreements.proof.merkle;
