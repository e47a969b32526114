package io.agreements.keycloak.agreement.file;

import java.util.Map;

/**
 * Tells an edit made here from a change of the files.
 *
 * @param sources digests of what files gave last, by label
 */
record EditCheck(Map<String, String> sources, OnEdits onEdits) {

    /**
     * Whether what is stored may be replaced by what the files say.
     *
     * @param label whose it is
     * @param stored digest of what is stored
     */
    boolean mayReplace(String label, String stored) {
        return onEdits == OnEdits.OVERWRITE || stored.equals(sources.get(label));
    }
}
