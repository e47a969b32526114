package io.agreements.keycloak.ledger.details;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonIgnore;
import io.agreements.keycloak.ledger.ActorKind;
import io.agreements.keycloak.ledger.Details;
import io.agreements.keycloak.ledger.RecordType;
import java.util.Map;
import java.util.TreeMap;

/**
 * Of settings of an agreement that give decisions on it their meaning, and were changed after a version was published.
 *
 * @param by who is behind it
 * @param administrator user id of the administrator; null if it was none
 * @param changes by name of the setting; stored one by one, as {@code <name>.from} and {@code <name>.to}
 */
public record SettingsDetails(
        ActorKind by, String administrator, @JsonIgnore Map<String, Change> changes) implements Details {

    private static final String FROM = ".from";
    private static final String TO = ".to";

    public SettingsDetails {
        changes = Map.copyOf(changes);
    }

    @JsonAnyGetter
    Map<String, Object> changesByName() {
        Map<String, Object> named = new TreeMap<>();
        changes.forEach((name, change) -> {
            if (change.from() != null) {
                named.put(name + FROM, change.from());
            }
            if (change.to() != null) {
                named.put(name + TO, change.to());
            }
        });
        return named;
    }

    @Override
    public RecordType type() {
        return RecordType.SETTINGS;
    }

    /**
     * What became of a setting.
     *
     * @param from a string or a number; null if there was none
     * @param to a string or a number; null if there is none
     */
    public record Change(Object from, Object to) {}
}
