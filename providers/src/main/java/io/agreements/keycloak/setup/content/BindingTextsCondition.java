package io.agreements.keycloak.setup.content;

import io.agreements.keycloak.agreement.Agreement;
import io.agreements.keycloak.agreement.Catalogue;
import io.agreements.keycloak.agreement.Version;
import io.agreements.keycloak.setup.condition.Finding;
import io.agreements.keycloak.setup.condition.Sentence;
import io.agreements.keycloak.setup.condition.SetupCondition;
import java.util.List;
import java.util.Optional;

/** The newest version of each agreement has the text that binds. */
public final class BindingTextsCondition implements SetupCondition {

    private static final String ID = "binding-texts";

    private final Catalogue catalogue;

    public BindingTextsCondition(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public Finding look() {
        List<String> missing = catalogue.agreements().stream()
                .flatMap(agreement -> missing(agreement).stream())
                .toList();
        return missing.isEmpty()
                ? Finding.ok(Sentence.of(ID + ".ok"))
                : Finding.byHand(Sentence.of(ID + ".missing", String.join("; ", missing)));
    }

    private static Optional<String> missing(Agreement agreement) {
        return agreement.versions().stream()
                .reduce((older, newer) -> newer)
                .filter(newest -> !hasBinding(agreement, newest))
                .map(newest -> agreement.key() + " " + newest.number() + " (" + agreement.bindingLocale() + ")");
    }

    private static boolean hasBinding(Agreement agreement, Version version) {
        return version.text(agreement.bindingLocale()).isPresent();
    }
}
