package io.agreements.keycloak.tests.conduct;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What an administrator sends to impose something on a user. */
final class RestrictionBody {

    private static final ObjectMapper JSON = new ObjectMapper();

    private RestrictionBody() {}

    /** Without a date. */
    static ObjectNode of(String userId, String kind) {
        ObjectNode wanted = JSON.createObjectNode();
        wanted.put("userId", userId).put("kind", kind);
        wanted.putArray("grounds").add("DEFAMATION").add("OTHER_BREACH");
        return wanted.put("facts", "The nickname is an insult.").put("article", "Article 4 (8)");
    }
}
