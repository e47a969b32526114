package io.agreements.keycloak.setup.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.agreements.keycloak.fixture.OwnFactories;
import org.junit.jupiter.api.Test;
import org.keycloak.protocol.ProtocolMapper;
import org.keycloak.services.clientpolicy.executor.ClientPolicyExecutorProviderFactory;

/** The set-up knows all that clients can have of the jar. */
final class ClientConditionsTest {

    @Test
    void everyExecutorOfTheJarIsKnown() {
        assertThat(OwnFactories.ids(ClientPolicyExecutorProviderFactory.class))
                .containsExactlyInAnyOrder(ClientPolicyCondition.ACCEPTED, ClientPolicyCondition.THIRD_PARTY);
    }

    @Test
    void everyMapperOfTheJarIsKnown() {
        assertThat(OwnFactories.ids(ProtocolMapper.class))
                .containsExactlyInAnyOrder(ClaimCondition.CLAIM_MAPPER, ClaimCondition.ATTRIBUTE_MAPPER);
    }
}
