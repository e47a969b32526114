/** Signed notes: keys, signatures, cosignatures (C2SP signed-note, tlog-cosignature). */
package io.agreements.proof.note;
