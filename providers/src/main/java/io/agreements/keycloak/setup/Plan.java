package io.agreements.keycloak.setup;

import io.agreements.keycloak.agreement.text.TextDigest;
import io.agreements.keycloak.setup.condition.Change;
import io.agreements.keycloak.setup.condition.Finding;
import io.agreements.keycloak.setup.condition.Sentence;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a realm is like, and what would be changed.
 *
 * @param parts one for each condition
 */
public record Plan(List<Part> parts) {

    /** Another one whenever another change would be made, SHA-256 in hexadecimal. */
    public String fingerprint() {
        StringBuilder written = new StringBuilder();
        parts.forEach(part -> part.changes()
                .forEach(change -> Stream.concat(
                                Stream.of(part.id(), change.sentence().key()), change.sentence().parameters().stream())
                        .forEach(word ->
                                written.append(word.length()).append(':').append(word))));
        return TextDigest.of(written.toString());
    }

    /**
     * One condition.
     *
     * @param changes what would be changed, in their order
     * @param withoutJars what users meet if the jars go while the realm is as it is; null if nothing stands in their way
     * @param stays what taking back leaves as it is; null if nothing, or if it is not taken back
     */
    public record Part(String id, Finding finding, List<Change> changes, Sentence withoutJars, Sentence stays) {}
}
