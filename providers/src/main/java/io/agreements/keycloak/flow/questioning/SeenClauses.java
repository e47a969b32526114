package io.agreements.keycloak.flow.questioning;

import io.agreements.keycloak.agreement.Limits;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Which attention clauses of a text came into view, by their number in the text, from 1.
 *
 * @param numbers none higher than a text can have
 */
record SeenClauses(Set<Integer> numbers) {

    static final SeenClauses NONE = new SeenClauses(Set.of());

    /** What all numbers take with a blank after each. */
    private static final int LONGEST = 3 * Limits.ATTENTION_CLAUSES;

    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]?");

    /** @param field numbers with blanks between them; whatever else stands there is passed over. Null is none */
    static SeenClauses parse(String field) {
        if (field == null || field.length() > LONGEST) {
            return NONE;
        }
        return new SeenClauses(Arrays.stream(field.split(" "))
                .filter(word -> NUMBER.matcher(word).matches())
                .map(Integer::valueOf)
                .filter(number -> number <= Limits.ATTENTION_CLAUSES)
                .collect(Collectors.toCollection(TreeSet::new)));
    }

    boolean contains(int number) {
        return numbers.contains(number);
    }

    /** As the form's field has them. */
    String field() {
        return numbers.stream().map(String::valueOf).collect(Collectors.joining(" "));
    }
}
