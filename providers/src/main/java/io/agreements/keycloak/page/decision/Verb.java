package io.agreements.keycloak.page.decision;

import io.agreements.keycloak.acceptance.obligation.Obligation;
import io.agreements.keycloak.acceptance.obligation.Obligations;
import java.util.List;

/** What pressing the button of a page says to all that it demands. */
public enum Verb {
    ACCEPT("accept"),
    /** All of it is only to be taken note of. */
    ACKNOWLEDGE("acknowledge"),
    /** Some of it is to be accepted and some only to be taken note of. */
    CONFIRM("confirm");

    private final String answer;

    Verb(String answer) {
        this.answer = answer;
    }

    public static Verb of(Obligations open) {
        List<Obligation> demanded = open.demanded();
        if (demanded.stream().noneMatch(Verb::isAcknowledgement)) {
            return ACCEPT;
        }
        return demanded.stream().allMatch(Verb::isAcknowledgement) ? ACKNOWLEDGE : CONFIRM;
    }

    /** What a browser sends of the button, and the name of what stands on it. */
    public String answer() {
        return answer;
    }

    private static boolean isAcknowledgement(Obligation obligation) {
        return obligation.agreement().isAcknowledgement();
    }
}
