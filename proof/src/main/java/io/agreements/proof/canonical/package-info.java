/** Records as the bytes their digests are taken of (RFC 8785), and commitments to what can be erased. */
package io.agreements.proof.canonical;
