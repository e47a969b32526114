package io.agreements.keycloak.acceptance;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** All standings of one user in one realm. */
public final class Standings {

    private final Map<String, Standing> byAgreement;

    public Standings(List<Standing> standings) {
        byAgreement = standings.stream().collect(Collectors.toMap(Standing::agreementId, Function.identity()));
    }

    /** The standing on the agreement with that id; empty if the user never decided. */
    public Optional<Standing> on(String agreementId) {
        return Optional.ofNullable(byAgreement.get(agreementId));
    }
}
