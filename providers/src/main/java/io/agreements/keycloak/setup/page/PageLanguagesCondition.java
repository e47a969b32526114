package io.agreements.keycloak.setup.page;

import io.agreements.keycloak.setup.condition.Finding;
import io.agreements.keycloak.setup.condition.Sentence;
import io.agreements.keycloak.setup.condition.SetupCondition;
import java.util.List;

/** What stands around the agreements is there in every language that the realm offers. */
public final class PageLanguagesCondition implements SetupCondition {

    private static final String ID = "page-languages";

    private final SamplePages pages;

    public PageLanguagesCondition(SamplePages pages) {
        this.pages = pages;
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public Finding look() {
        if (!pages.isAnythingShown()) {
            return Finding.notNeeded(Sentence.of(PageCondition.NONE));
        }
        List<String> missing = pages.locales().stream()
                .filter(locale -> !pages.isSpoken(locale))
                .toList();
        return missing.isEmpty()
                ? Finding.ok(Sentence.of(ID + ".ok"))
                : Finding.byHand(Sentence.of(ID + ".fault", String.join(", ", missing)));
    }
}
