/**
 * Real user agreements for Keycloak.
 *
 * <p>Dependencies run one way: {@code flow, token, event, rest} use {@code account}, that uses {@code acceptance}, that
 * uses {@code agreement}; all of them may use {@code ledger}. {@code page} turns agreements into what people see and is
 * used by {@code flow} and {@code rest}. {@code setup} sees what a realm needs so that all of them do their work there. {@code jpa} implements the interfaces of the packages and is imported by none.
 * {@code compatibility} stands alone and sees at start whether the server has what all the others need.
 */
package io.agreements.keycloak;
