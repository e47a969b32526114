package io.agreements.keycloak.audit.figure;

import java.util.EnumMap;
import java.util.Map;

/**
 * One thing that is told, and from what.
 *
 * @param of what it is of, beside its name; empty if it is of all
 * @param value a {@link Long}, a {@link java.math.BigDecimal}, an {@link java.time.Instant} or a {@link String}, by the unit
 *     of the name; null if it cannot be told
 * @param gap why not; null if it can
 * @param counted from what
 */
public record Figure(FigureName name, Map<Subject, String> of, Object value, Gap gap, Counted counted) {

    /** @throws IllegalArgumentException if there is neither a value nor a reason, or both */
    public Figure {
        if ((value == null) == (gap == null)) {
            throw new IllegalArgumentException(name + " needs a value, or why it has none");
        }
        Map<Subject, String> ordered = new EnumMap<>(Subject.class);
        ordered.putAll(of);
        of = ordered;
    }
}
