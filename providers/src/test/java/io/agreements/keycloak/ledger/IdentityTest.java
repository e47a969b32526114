package io.agreements.keycloak.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class IdentityTest {

    private final Identity identity = new Identity("zhang", "session");

    @Test
    void itOpensItsOwnCommitmentOnly() {
        Commitment commitment = identity.commit().orElseThrow();

        assertThat(identity.opens(commitment)).isTrue();
        assertThat(new Identity("li", "session").opens(commitment)).isFalse();
        assertThat(new Identity("zhang", null).opens(commitment)).isFalse();
        assertThat(new Identity("session", "zhang").opens(commitment)).isFalse();
    }

    @Test
    void whereNobodyIsKnownThereIsNothingToCommitTo() {
        assertThat(Identity.NONE.commit()).isEmpty();
        assertThat(new Identity("zhang", null).commit()).isPresent();
        assertThat(new Identity(null, "session").commit()).isPresent();
    }
}
