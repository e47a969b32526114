package io.agreements.keycloak.audit.count;

import io.agreements.keycloak.ledger.details.DisclosureGround;

/**
 * Disclosures on one ground.
 *
 * @param disclosures how many
 * @param users whom they concern, each once for a disclosure
 * @param untold how many of these have not been told
 */
public record DisclosureCount(DisclosureGround ground, long disclosures, long users, long untold) {}
