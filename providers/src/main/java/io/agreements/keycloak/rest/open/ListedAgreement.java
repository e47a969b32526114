package io.agreements.keycloak.rest.open;

import io.agreements.keycloak.agreement.Requirement;
import io.agreements.keycloak.page.AgreementView;

/**
 * An agreement in the list of all.
 *
 * @param view the version in force
 * @param requirement what it asks of a user
 */
public record ListedAgreement(AgreementView view, Requirement requirement) {}
