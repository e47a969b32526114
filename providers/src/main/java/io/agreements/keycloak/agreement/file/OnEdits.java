package io.agreements.keycloak.agreement.file;

/** What an import does with settings and drafts that were edited here since files last gave them. */
public enum OnEdits {
    /** Leaves them as they are, and says so. */
    KEEP,
    /** Puts what the files say in their place: where the files are what counts. */
    OVERWRITE;

    public static OnEdits overwriteIf(boolean overwrite) {
        return overwrite ? OVERWRITE : KEEP;
    }
}
