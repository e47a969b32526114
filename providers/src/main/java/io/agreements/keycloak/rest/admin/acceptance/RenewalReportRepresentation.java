package io.agreements.keycloak.rest.admin.acceptance;

import java.util.List;

/**
 * Whom an administrator has asked to accept again.
 *
 * @param asked ids of users who are asked at their next sign-in
 * @param passedOver ids of users who have accepted nothing that could be asked for again, are not there, or
 *     have an account that is being closed
 */
public record RenewalReportRepresentation(List<String> asked, List<String> passedOver) {}
