package io.agreements.keycloak.jpa.sql;

import java.util.Map;

/**
 * A statement as a database would get it.
 *
 * @param parameters what is bound to it, by its place
 */
record SentStatement(String sql, Map<Integer, Object> parameters) {}
