package io.agreements.keycloak.account.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.agreements.keycloak.fixture.Accounts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

final class NewPasswordTest {

    @Test
    void whoHasAPasswordIsAskedForANewOne() {
        assertThatIsAsked(Accounts.realm(true), Accounts.local(true), true);
    }

    @Test
    void whoSignsInByOtherMeansIsNot() {
        assertThatIsAsked(Accounts.realm(true), Accounts.local(false), false);
    }

    @Test
    void whereNoSignInAsksForPasswordsNobodyIsToldSo() {
        assertThatIsAsked(Accounts.realm(false), Accounts.local(true), false);
    }

    @ParameterizedTest
    @ValueSource(strings = {"WRITABLE", "UNSYNCED"})
    void whosePasswordCanBeChangedInAStoreIsAsked(String editMode) {
        assertThatIsAsked(Accounts.realmWithStore(editMode), Accounts.imported(), true);
        assertThatIsAsked(Accounts.realmWithStore(editMode), Accounts.external(false), true);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = "READ_ONLY")
    void whosePasswordCannotBeChangedIsNotLockedOut(String editMode) {
        assertThatIsAsked(Accounts.realmWithStore(editMode), Accounts.imported(), false);
        assertThatIsAsked(Accounts.realmWithStore(editMode), Accounts.external(false), false);
    }

    @Test
    void whereTheActionCannotBeKeptItIsNotSaidToBe() {
        assertThatIsAsked(Accounts.realmWithStore("WRITABLE"), Accounts.external(true), false);
    }

    private static void assertThatIsAsked(RealmModel realm, UserModel user, boolean asked) {
        assertThat(NewPassword.ask(realm, user)).isEqualTo(asked);
        assertThat(user.getRequiredActionsStream().anyMatch("UPDATE_PASSWORD"::equals))
                .isEqualTo(asked);
    }
}
