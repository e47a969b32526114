package io.agreements.keycloak.agreement.text.change;

import io.agreements.keycloak.agreement.text.TextRefusedException;
import io.agreements.keycloak.agreement.text.outline.OutlineReader;
import java.util.Locale;

/** Reads two texts and says what is different between them. */
public final class TextComparer {

    private final OutlineReader reader = new OutlineReader();

    /**
     * What is different between two texts.
     *
     * @param locale of both; says where words begin and end
     * @throws TextRefusedException if one of them costs more than there is to spend on a text
     */
    public TextChanges changes(String older, String newer, Locale locale) {
        return new TextComparison(locale, Section.of(reader.read(older)), Section.of(reader.read(newer)))
                .compare(older.equals(newer));
    }

    /** The same for texts that are not read, but shown as they are written: line by line. */
    public static TextChanges changesUnread(String older, String newer, Locale locale) {
        return new TextComparison(locale, Section.unread(older), Section.unread(newer)).compare(older.equals(newer));
    }
}
