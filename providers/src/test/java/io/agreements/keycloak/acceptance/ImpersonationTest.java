package io.agreements.keycloak.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.agreements.keycloak.fixture.Sessions;
import io.agreements.keycloak.fixture.Users;
import org.junit.jupiter.api.Test;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;

final class ImpersonationTest {

    private static final UserModel ANN = Users.named("ann");
    private static final UserModel BOB = Users.named("bob");

    @Test
    void aSessionThatNobodyElseOpenedIsTheUsers() {
        assertThat(Impersonation.is(Sessions.openedFor(ANN, null, "openid-connect")))
                .isFalse();
        assertThat(Impersonation.is((UserSessionModel) null)).isFalse();
    }

    @Test
    void aSessionThatAnAdministratorOpenedIsNot() {
        assertThat(Impersonation.is(Sessions.openedFor(ANN, BOB, "impersonate")))
                .isTrue();
        assertThat(Impersonation.is(Sessions.openedFor(ANN, BOB, "openid-connect")))
                .isTrue();
    }

    @Test
    void norOneThatAClientOpened() {
        assertThat(Impersonation.is(Sessions.openedFor(ANN, null, "impersonate")))
                .isTrue();
    }

    @Test
    void whoImpersonatesThemselvesIsStillTheUser() {
        assertThat(Impersonation.is(Sessions.openedFor(ANN, ANN, "impersonate")))
                .isFalse();
    }
}
