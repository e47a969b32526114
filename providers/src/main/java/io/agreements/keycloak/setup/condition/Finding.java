package io.agreements.keycloak.setup.condition;

import java.util.List;

/**
 * How a realm meets a condition now.
 *
 * @param state how
 * @param sentence why
 * @param changes what makes it meet the condition, in their order; empty unless the state is {@link SetupState#TO_MEND}
 */
public record Finding(SetupState state, Sentence sentence, List<Change> changes) {

    public Finding {
        changes = List.copyOf(changes);
    }

    public static Finding ok(Sentence sentence) {
        return new Finding(SetupState.OK, sentence, List.of());
    }

    public static Finding notNeeded(Sentence sentence) {
        return new Finding(SetupState.NOT_NEEDED, sentence, List.of());
    }

    public static Finding byHand(Sentence sentence) {
        return new Finding(SetupState.BY_HAND, sentence, List.of());
    }

    public static Finding toMend(Sentence sentence, List<Change> changes) {
        return new Finding(SetupState.TO_MEND, sentence, changes);
    }

    public static Finding toMend(Sentence sentence, Change change) {
        return toMend(sentence, List.of(change));
    }
}
