package io.agreements.keycloak.setup.page;

import io.agreements.keycloak.page.decision.PageKind;

/**
 * A page on which users decide, in one language.
 *
 * @param kind which of them
 * @param locale tag of a language that the realm offers
 */
public record PageName(PageKind kind, String locale) {

    /** By which the author of a theme finds it. */
    public String template() {
        return kind.template();
    }
}
