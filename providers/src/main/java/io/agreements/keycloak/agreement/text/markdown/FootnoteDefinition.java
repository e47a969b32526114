package io.agreements.keycloak.agreement.text.markdown;

import org.commonmark.node.CustomBlock;

/** {@code [^1]: words}: a note, shown where its author put it. */
public final class FootnoteDefinition extends CustomBlock {

    private final String label;

    FootnoteDefinition(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
