package io.agreements.keycloak.jpa.agreement;

import io.agreements.keycloak.agreement.Catalogue;
import java.util.Map;

/**
 * A catalogue as it was read.
 *
 * @param changes how often each agreement had been changed then, by its id
 */
record StoredCatalogue(Catalogue catalogue, Map<String, Integer> changes) {}
