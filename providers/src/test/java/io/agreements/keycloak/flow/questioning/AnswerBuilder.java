package io.agreements.keycloak.flow.questioning;

import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;

/** The fields a browser sends back; none as far as nothing else is said. */
final class AnswerBuilder {

    private final MultivaluedMap<String, String> form = new MultivaluedHashMap<>();

    private AnswerBuilder() {}

    static AnswerBuilder answer() {
        return new AnswerBuilder();
    }

    AnswerBuilder to(String presentation) {
        return field("agreements-presentation", presentation);
    }

    AnswerBuilder ticked(String key) {
        return field("agreement-" + key, "accepted");
    }

    AnswerBuilder scripted() {
        return field("agreements-scripted", "true");
    }

    AnswerBuilder endReached(String key) {
        return field("agreement-" + key + ".end", "true");
    }

    AnswerBuilder seen(String key, String numbers) {
        return field("agreement-" + key + ".seen", numbers);
    }

    AnswerBuilder field(String name, String value) {
        form.putSingle(name, value);
        return this;
    }

    Answer build() {
        return new Answer(form);
    }
}
