package io.agreements.keycloak.rest.open;

import io.agreements.keycloak.page.AgreementView;
import java.util.List;

/**
 * The page of one version.
 *
 * @param view the version
 * @param versions all published ones, newest first
 * @param state where the version is in its life
 */
public record VersionPage(AgreementView view, List<OtherVersion> versions, State state) {

    public enum State {
        ANNOUNCED,
        IN_FORCE,
        SUPERSEDED,
        RETRACTED
    }
}
