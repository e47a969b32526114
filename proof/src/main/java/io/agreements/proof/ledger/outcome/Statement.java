package io.agreements.proof.ledger.outcome;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What is said of a finding, so that it can be told in any language.
 *
 * @param code what it is
 * @param parameters what differs in each case, by the names the code has for it
 */
public record Statement(Saying code, Map<String, String> parameters) {

    public Statement {
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    }

    /** For people, in English. */
    public String words() {
        return code.english(parameters);
    }
}
