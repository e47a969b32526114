package io.agreements.keycloak.rest.open;

import io.agreements.keycloak.agreement.VersionState;
import io.agreements.keycloak.page.AgreementView;
import java.util.List;

/**
 * The page of one version.
 *
 * @param view the version
 * @param acknowledgement whether it is only to be taken note of
 * @param file address of the text as it was stored
 * @param versions all published ones, newest first
 * @param state where the version is in its life
 * @param changes leads to what changed since the version before; null if there is none
 */
public record VersionPage(
        AgreementView view,
        boolean acknowledgement,
        String file,
        List<OtherVersion> versions,
        VersionState state,
        ChangesLink changes) {

    /** @param from number of the version before */
    public record ChangesLink(int from, String url) {}
}
