package io.agreements.keycloak.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.agreements.keycloak.agreement.Audience.Type;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class AudienceTest {

    @Test
    void everybodyIsWhoeverSignsInAnywhere() {
        assertThat(Audience.EVERYBODY.includes("shop", role -> false)).isTrue();
        assertThat(Audience.EVERYBODY.includes(null, role -> false)).isTrue();
    }

    @Test
    void anAudienceOfClientsIsWhoSignsInToOneOfThemWhateverTheRoles() {
        Audience audience = new Audience(Type.CLIENTS, Set.of("shop", "forum"));

        assertThat(audience.includes("shop", role -> false)).isTrue();
        assertThat(audience.includes("forum", role -> false)).isTrue();
        assertThat(audience.includes("blog", role -> true)).isFalse();
    }

    @Test
    void anAudienceOfARoleIsWhoHoldsItWhateverTheClient() {
        Audience audience = new Audience(Type.ROLE, Set.of("shop.seller"));

        assertThat(audience.includes("blog", "shop.seller"::equals)).isTrue();
        assertThat(audience.includes("shop.seller", "seller"::equals)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"EVERYBODY, shop", "CLIENTS,", "ROLE,", "ROLE, seller buyer"})
    void namesThatDoNotSuitTheTypeAreRefused(Type type, String names) {
        Set<String> given = names == null ? Set.of() : Set.of(names.split(" "));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Audience(type, given))
                .withMessageContaining(type.name());
    }

    @Test
    void itStaysAsItWasMade() {
        Set<String> names = new HashSet<>(List.of("shop"));
        Audience audience = new Audience(Type.CLIENTS, names);

        names.add("blog");

        assertThat(audience.includes("blog", role -> false)).isFalse();
    }
}
