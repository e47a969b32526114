/** Trusted time: stamps by an authority on what somebody wants to have had at that time (RFC 3161). */
package io.agreements.proof.time;
