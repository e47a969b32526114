/** Evidence of one version of an agreement: its text, the wordings under which it was shown, and what became of it. */
package io.agreements.proof.receipt.version;
