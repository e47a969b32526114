package io.agreements.keycloak.page;

import io.agreements.keycloak.agreement.AgreementProvider;
import io.agreements.keycloak.agreement.Text;
import io.agreements.keycloak.agreement.text.html.Surroundings;
import io.agreements.keycloak.agreement.text.outline.AttentionClause;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Lists the clauses of texts that the reader's attention is drawn to, in one language. */
final class AttentionViews {

    private final AgreementProvider agreements;
    private final PageMessages messages;

    AttentionViews(AgreementProvider agreements, PageMessages messages) {
        this.agreements = agreements;
        this.messages = messages;
    }

    /**
     * @param surroundings where the text stands
     * @param accepted the text accepted before, with which it is compared; empty if there is none
     * @return null if the text has no such clauses
     */
    AttentionView of(Text text, Surroundings surroundings, Optional<Text> accepted) {
        List<AttentionClause> clauses = agreements.attention(text);
        if (clauses.isEmpty()) {
            return null;
        }
        Optional<Set<String>> known = accepted.map(this::digests);
        Map<String, Integer> counts = new HashMap<>();
        List<AttentionView.Clause> listed = new ArrayList<>();
        for (AttentionClause clause : clauses) {
            boolean isNew =
                    known.filter(digests -> !digests.contains(clause.digest())).isPresent();
            listed.add(new AttentionView.Clause(
                    label(clause.article(), counts.merge(clause.article(), 1, Integer::sum)),
                    surroundings.id(clause.anchor()),
                    clause.digest(),
                    isNew ? messages.get("agreementsAttentionChanged") : null));
        }
        return new AttentionView(
                messages.get("agreementsAttention"), messages.get("agreementsAttentionSeparator"), listed);
    }

    private Set<String> digests(Text text) {
        return agreements.attention(text).stream().map(AttentionClause::digest).collect(Collectors.toSet());
    }

    /** The first clause of an article is called like the article; those that follow it there are counted. */
    private String label(String article, int count) {
        String name = article.isEmpty() ? messages.get("agreementsPreamble") : article;
        return count == 1 ? name : messages.get("agreementsAttentionFurther", name, String.valueOf(count));
    }
}
