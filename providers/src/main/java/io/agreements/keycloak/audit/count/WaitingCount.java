package io.agreements.keycloak.audit.count;

/**
 * Deletions that are requested and not carried out.
 *
 * @param held how many of them an administrator holds
 * @param overdue how many of the others are due by now
 */
public record WaitingCount(long requests, long held, long overdue) {}
