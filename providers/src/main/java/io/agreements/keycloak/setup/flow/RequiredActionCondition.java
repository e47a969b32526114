package io.agreements.keycloak.setup.flow;

import io.agreements.keycloak.setup.condition.Change;
import io.agreements.keycloak.setup.condition.Finding;
import io.agreements.keycloak.setup.condition.Sentence;
import io.agreements.keycloak.setup.condition.SetupCondition;
import io.agreements.keycloak.setup.condition.SetupProvider;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RequiredActionProviderModel;

/** A required action of the product is there and on, and is no default action: nobody needs to have it set. */
public final class RequiredActionCondition implements SetupCondition {

    private static final String WORDS = "action";

    private final RealmModel realm;
    private final OwnAction action;
    private final SetupProvider store;

    public RequiredActionCondition(RealmModel realm, OwnAction action, SetupProvider store) {
        this.realm = realm;
        this.action = action;
        this.store = store;
    }

    @Override
    public String id() {
        return action.name().toLowerCase(Locale.ROOT) + "-action";
    }

    @Override
    public Finding look() {
        RequiredActionProviderModel model = model();
        if (model == null) {
            return Finding.toMend(
                    Sentence.of(id() + ".missing"),
                    change("register", () -> realm.addRequiredActionProvider(action.toModel())));
        }
        List<Change> changes = new ArrayList<>();
        if (!model.isEnabled()) {
            changes.add(change("enable", () -> enable(true)));
        }
        if (model.isDefaultAction()) {
            changes.add(change("noDefault", this::noDefault));
        }
        return changes.isEmpty()
                ? Finding.ok(Sentence.of(id() + ".ok"))
                : Finding.toMend(Sentence.of(id() + (model.isEnabled() ? ".default" : ".missing")), changes);
    }

    @Override
    public List<Change> takeBack() {
        List<Change> changes = new ArrayList<>();
        RequiredActionProviderModel model = model();
        if (model != null && model.isDefaultAction()) {
            changes.add(change("noDefault", this::noDefault));
        }
        if (model != null && model.isEnabled()) {
            changes.add(change("disable", () -> enable(false)));
        }
        long users = store.usersWith(realm, action.id());
        if (users > 0) {
            changes.add(new Change(
                    Sentence.of(WORDS + ".takeOff", action.id(), users), () -> store.takeOff(realm, action.id())));
        }
        return changes;
    }

    @Override
    public Optional<Sentence> withoutJars() {
        return Optional.of(Sentence.of(WORDS + ".gone", action.id()))
                .filter(sentence -> !takeBack().isEmpty());
    }

    @Override
    public Optional<Sentence> stays() {
        return action == OwnAction.DELETION ? Optional.of(Sentence.of(WORDS + ".waiting")) : Optional.empty();
    }

    private Change change(String name, Runnable deed) {
        return new Change(Sentence.of(WORDS + "." + name, action.id()), deed);
    }

    private RequiredActionProviderModel model() {
        return realm.getRequiredActionProviderByAlias(action.id());
    }

    private void enable(boolean enabled) {
        RequiredActionProviderModel model = model();
        model.setEnabled(enabled);
        realm.updateRequiredActionProvider(model);
    }

    private void noDefault() {
        RequiredActionProviderModel model = model();
        model.setDefaultAction(false);
        realm.updateRequiredActionProvider(model);
    }
}
