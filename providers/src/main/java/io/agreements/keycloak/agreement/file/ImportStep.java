package io.agreements.keycloak.agreement.file;

import org.keycloak.models.RealmModel;

/**
 * One thing an import does.
 *
 * @param label {@code <key>} for settings, {@code <key>/<number>} for a version
 * @param source the digest of what the files say, to be kept; null if it is not taken over
 */
record ImportStep(Kind kind, String label, String source, Write write) {

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

    /** Writes what the files say. */
    interface Write {
        void in(RealmModel realm);
    }

    /** A step that writes nothing. */
    static ImportStep idle(Kind kind, String label, String source) {
        return new ImportStep(kind, label, source, realm -> {});
    }

    /** Of settings that are as they were there is nothing to say. */
    boolean isReported() {
        return kind != Kind.KEEP || label.contains("/");
    }
}
