package io.agreements.keycloak.setup.condition;

/**
 * One change to a realm, shown before it is made.
 *
 * @param sentence says all that is changed
 * @param deed makes it
 */
public record Change(Sentence sentence, Runnable deed) {}
