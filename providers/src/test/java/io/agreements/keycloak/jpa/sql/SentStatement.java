package io.agreements.keycloak.jpa.sql;

import java.util.Map;
import java.util.Set;

/**
 * A statement as a database would get it.
 *
 * @param parameters what is bound to it, by its place
 * @param askers names of the classes of the product that had it sent
 */
record SentStatement(String sql, Map<Integer, Object> parameters, Set<String> askers) {}
