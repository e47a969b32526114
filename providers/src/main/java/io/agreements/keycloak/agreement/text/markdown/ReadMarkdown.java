package io.agreements.keycloak.agreement.text.markdown;

import java.util.List;
import org.commonmark.node.Node;

/**
 * A text that was read.
 *
 * @param lost links that are told of nowhere in the document, as their words stayed as they are written
 */
public record ReadMarkdown(Node document, List<LostLink> lost) {}
