package io.agreements.keycloak.jpa.audit;

import java.util.Collection;
import java.util.Iterator;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What the details of a record say, as parts of queries. They are JSON without spaces, and quotes within their words are
 * escaped: so no word of somebody's own can be taken for a field.
 */
final class Said {

    private static final String DETAILS = "r.details";

    private Said() {}

    /** A condition: the field has that value. */
    static String is(String field, String value) {
        return DETAILS + " like '%\"" + field + "\":\"" + value + "\"%'";
    }

    /** A condition: the value is in the list, wherever it stands there. */
    static String has(String list, String value) {
        return "(" + DETAILS + " like '%\"" + list + "\":_\"" + value + "\"%' or " + DETAILS + " like '%,\"" + value
                + "\"%')";
    }

    /** An expression: 1 where the condition holds, or else 0. */
    static String one(String condition) {
        return "case when " + condition + " then 1 else 0 end";
    }

    /** An expression for the one of these values that the field has; null if it has none of them. */
    static <V> String which(String field, Collection<V> values, Function<V, String> words) {
        return values.stream()
                .map(value -> " when " + is(field, words.apply(value)) + " then '" + value + "'")
                .collect(Collectors.joining("", "case", " else null end"));
    }

    /** The next of some sums; 0 where there was nothing to add up. */
    static long next(Iterator<Object> row) {
        Object value = row.next();
        return value == null ? 0 : ((Number) value).longValue();
    }
}
