package io.agreements.keycloak.agreement.text.markdown;

import org.commonmark.node.ListItem;

/** An item whose number, as it is written, does not follow from the one before it. */
public final class NumberedItem extends ListItem {

    private final int number;

    NumberedItem(int number) {
        this.number = number;
    }

    public int number() {
        return number;
    }
}
