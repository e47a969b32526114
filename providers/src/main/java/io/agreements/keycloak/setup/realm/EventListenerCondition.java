package io.agreements.keycloak.setup.realm;

import io.agreements.keycloak.setup.condition.Change;
import io.agreements.keycloak.setup.condition.Finding;
import io.agreements.keycloak.setup.condition.Sentence;
import io.agreements.keycloak.setup.condition.SetupCondition;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.keycloak.models.RealmModel;

/** The event listener puts on record what Keycloak alone knows. */
public final class EventListenerCondition implements SetupCondition {

    static final String LISTENER = "agreements";

    private static final String ID = "event-listener";

    private final RealmModel realm;

    public EventListenerCondition(RealmModel realm) {
        this.realm = realm;
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public Finding look() {
        return listeners().contains(LISTENER)
                ? Finding.ok(Sentence.of(ID + ".ok"))
                : Finding.toMend(
                        Sentence.of(ID + ".missing"),
                        new Change(Sentence.of(ID + ".add", LISTENER), () -> change(true)));
    }

    @Override
    public List<Change> takeBack() {
        return listeners().contains(LISTENER)
                ? List.of(new Change(Sentence.of(ID + ".remove", LISTENER), () -> change(false)))
                : List.of();
    }

    private void change(boolean wanted) {
        Set<String> listeners = listeners();
        if (wanted) {
            listeners.add(LISTENER);
        } else {
            listeners.remove(LISTENER);
        }
        realm.setEventsListeners(listeners);
    }

    private Set<String> listeners() {
        return realm.getEventsListenersStream().collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
