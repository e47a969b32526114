/** A log as others read it: checkpoints, tiles, entry bundles, proofs, policies (C2SP tlog-checkpoint, tlog-tiles, tlog-proof, tlog-policy). */
package io.agreements.proof.log;
