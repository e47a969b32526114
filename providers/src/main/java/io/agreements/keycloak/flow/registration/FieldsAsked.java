package io.agreements.keycloak.flow.registration;

import java.util.Locale;
import java.util.Set;
import org.keycloak.models.RealmModel;

/** When the registration form asks for what is not necessary for an account. */
enum FieldsAsked {
    /** On the form, folded under one line. */
    FOLDED,
    /** On the form, like what is necessary. */
    SHOWN,
    /** Not before there is an account: its owner adds it in the account console. */
    LATER;

    /** Realm attribute with the name of one of these, in small letters. */
    static final String ATTRIBUTE = "agreements.optionalFields";

    private static final Set<String> OTHERS = Set.of(SHOWN.word(), LATER.word());

    /** @return {@link #FOLDED} where the realm says nothing, or no word there is */
    static FieldsAsked of(RealmModel realm) {
        String word = realm.getAttribute(ATTRIBUTE);
        return word != null && OTHERS.contains(word) ? valueOf(word.toUpperCase(Locale.ROOT)) : FOLDED;
    }

    /** What templates know it by. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
