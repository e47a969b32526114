package io.agreements.keycloak.flow.questioning;

import io.agreements.keycloak.acceptance.obligation.Obligation;
import io.agreements.keycloak.acceptance.obligation.Obligations;
import io.agreements.keycloak.acceptance.obligation.Situation;
import io.agreements.keycloak.account.rate.RateKind;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The one who is asked. */
public interface Respondent {

    Situation situation();

    /** All that the page demands is accepted or taken note of, and of the optional agreements those whose box is ticked. */
    void accept(Situation situation, Presentation shown, Answer answer);

    /**
     * These agreements are declined; of others nothing is said.
     *
     * @return ids of those that were decided on at the same moment, so that this does not count
     */
    Set<String> decline(List<Obligation> declined, Presentation shown, Answer answer);

    /**
     * Counts what is about to be put on record.
     *
     * @return empty if it may be; otherwise from when it may be again
     */
    Optional<Instant> count(RateKind kind);

    /**
     * The page that tells what can be done after declining, or after leaving it at that.
     *
     * @param open what is asked now
     */
    Response waysOut(Obligations open);

    /** The same, where declining is not put on record before that moment. */
    Response waysOut(Instant recordedFrom);
}
