package io.agreements.keycloak.flow.questioning;

import io.agreements.keycloak.acceptance.Obligation;
import io.agreements.keycloak.acceptance.Situation;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Set;

/** The one who is asked. */
public interface Respondent {

    Situation situation();

    /** All that the page demands is accepted, and of the optional agreements those whose box is ticked. */
    void accept(Situation situation, Presentation shown, Answer answer);

    /**
     * These agreements are declined; of others nothing is said.
     *
     * @return ids of those that were decided on at the same moment, so that this does not count
     */
    Set<String> decline(List<Obligation> declined, Presentation shown, Answer answer);

    /** The page that tells what can be done after declining. */
    Response waysOut();
}
