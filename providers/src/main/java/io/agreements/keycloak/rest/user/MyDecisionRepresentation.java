package io.agreements.keycloak.rest.user;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.agreements.keycloak.ledger.Decision;
import io.agreements.keycloak.rest.AttentionRepresentation;
import io.agreements.keycloak.rest.SentJson;
import java.util.List;

/**
 * What the user decides, on the text that was shown.
 *
 * @param decision ACCEPTED, or of an optional agreement DECLINED or WITHDRAWN; ACKNOWLEDGED of one whose requirement is
 *     ACKNOWLEDGEMENT, and nothing else
 * @param version number of the version shown; not needed to withdraw
 * @param locale language tag of the text shown; not needed to withdraw
 * @param digest SHA-256 of the text shown, hexadecimal; not needed to withdraw
 * @param attention the clauses of the text that the user's attention was drawn to: all its author marked, in order; left out
 *     if it was drawn to none, or to withdraw
 * @param words what the account console had around the text; left out by all others
 */
@JsonDeserialize(using = SentJson.class)
public record MyDecisionRepresentation(
        Decision decision,
        Integer version,
        String locale,
        String digest,
        List<AttentionRepresentation> attention,
        ShownWordsRepresentation words) {}
