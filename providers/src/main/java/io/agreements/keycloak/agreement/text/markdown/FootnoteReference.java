package io.agreements.keycloak.agreement.text.markdown;

import org.commonmark.node.CustomNode;

/** {@code [^1]}: leads to a note. */
public final class FootnoteReference extends CustomNode {

    private final String label;

    FootnoteReference(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
