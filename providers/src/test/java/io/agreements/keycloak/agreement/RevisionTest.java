package io.agreements.keycloak.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import io.agreements.keycloak.fixture.Realms;
import org.junit.jupiter.api.Test;
import org.keycloak.models.RealmModel;

final class RevisionTest {

    private final RealmModel realm = Realms.named("pop800");

    @Test
    void aRealmThatNeverHadAnAgreementHasNone() {
        assertThat(Revision.of(realm)).isNull();
    }

    @Test
    void eachRenewalGivesAnotherOne() {
        Revision.renew(realm);
        String first = Revision.of(realm);

        Revision.renew(realm);

        assertThat(first).isNotBlank();
        assertThat(Revision.of(realm)).isNotBlank().isNotEqualTo(first);
    }
}
