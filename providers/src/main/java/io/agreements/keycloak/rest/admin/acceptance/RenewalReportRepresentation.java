package io.agreements.keycloak.rest.admin.acceptance;

import java.util.List;

/**
 * Whom an administrator has asked to accept again.
 *
 * @param asked ids of users who are asked at their next sign-in
 * @param passedOver ids of users who have accepted nothing that could be asked for again, or are not there
 */
public record RenewalReportRepresentation(List<String> asked, List<String> passedOver) {}
