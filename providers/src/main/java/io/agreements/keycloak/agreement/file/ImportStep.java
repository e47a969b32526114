package io.agreements.keycloak.agreement.file;

import io.agreements.keycloak.agreement.AgreementProvider.Part;
import io.agreements.keycloak.agreement.AgreementProvider.VersionWrite;

/**
 * One thing an import does.
 *
 * @param label {@code <key>} for settings, {@code <key>/<number>} for a version
 * @param source the digest of what the files say, to be kept; null if it is not taken over
 * @param version a version that is to be written; null if it is none
 * @param other what else is to be written; null if nothing is
 */
record ImportStep(Kind kind, String label, String source, VersionWrite version, Part other) {

    enum Kind {
        ADD,
        UPDATE,
        /** There is nothing to do. */
        KEEP,
        /** The files come too late. */
        IGNORE,
        /** An edit made here stands against the files. */
        LEAVE
    }

    /** A step that writes a version. */
    static ImportStep writing(Kind kind, String label, String source, VersionWrite version) {
        return new ImportStep(kind, label, source, version, null);
    }

    /** A step that writes something else. */
    static ImportStep writing(Kind kind, String label, String source, Part other) {
        return new ImportStep(kind, label, source, null, other);
    }

    /** A step that writes nothing. */
    static ImportStep idle(Kind kind, String label, String source) {
        return new ImportStep(kind, label, source, null, null);
    }

    /** Of settings that are as they were there is nothing to say. */
    boolean isReported() {
        return kind != Kind.KEEP || label.contains("/");
    }

    /** Whether what it writes comes with the digest already. */
    boolean keepsSource() {
        return version != null && version.isNew();
    }

    boolean writes() {
        return version != null || other != null;
    }
}
