package io.agreements.keycloak.rest.open;

import static io.agreements.keycloak.fixture.agreement.VersionBuilder.version;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.agreements.keycloak.agreement.Agreement;
import io.agreements.keycloak.fixture.agreement.AgreementBuilder;
import jakarta.ws.rs.core.Response.Status;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class VersionPairTest {

    private static final Instant NOW = Instant.parse("2026-11-22T00:00:00Z");
    private static final Instant BEFORE = NOW.minusSeconds(1);

    /** Version 3 has been retracted, 5 comes tomorrow, 6 is a draft. */
    private final Agreement agreement = AgreementBuilder.required("terms")
            .versions(
                    version(1).since(BEFORE),
                    version(2).since(BEFORE),
                    version(3).since(BEFORE).retracted(NOW),
                    version(4).published(BEFORE).effective(NOW.plusSeconds(9)).enforced(NOW.plusSeconds(9)),
                    version(5).since(NOW.plusSeconds(1)),
                    version(6))
            .build();

    @ParameterizedTest
    @CsvSource({", , 2, 4", "1, , 1, 4", ", 2, 1, 2", "1, 3, 1, 3", "3, 4, 3, 4", ", 4, 2, 4"})
    void theTwoPublishedLastAreComparedUnlessOthersAreNamed(String from, String to, int older, int newer) {
        VersionPair pair = VersionPair.of(agreement, from, to, NOW);

        assertThat(pair.older().number()).isEqualTo(older);
        assertThat(pair.newer().number()).isEqualTo(newer);
    }

    @ParameterizedTest
    @CsvSource({"1, 5", "1, 6", "6, ", "5, 6", "1, 7", "0999999, 4", ", 1"})
    void whatIsNotPublishedIsNotFound(String from, String to) {
        Status expected = "0999999".equals(from) ? Status.BAD_REQUEST : Status.NOT_FOUND;

        assertThat(problem(agreement, from, to).status()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"2, 2", "3, 1", "x, 2", "1, ''", "-1, 2", "1, 99999999999", "1, 2e0", "1, ٢", "'<b>', 2"})
    void whatIsNoOlderAndNewerNumberIsWrong(String from, String to) {
        assertThat(problem(agreement, from, to).status()).isEqualTo(Status.BAD_REQUEST);
    }

    @Test
    void aSingleVersionHasNothingToBeComparedTo() {
        Agreement single = AgreementBuilder.required("terms")
                .versions(version(1).since(BEFORE))
                .build();

        assertThat(problem(single, null, null).messageKey()).isEqualTo("agreementsChangesNothing");
    }

    @Test
    void anAgreementOfDraftsIsNotFound() {
        Agreement drafts = AgreementBuilder.required("terms")
                .versions(version(1), version(2))
                .build();

        assertThat(problem(drafts, null, null).messageKey()).isEqualTo("agreementsNotFound");
        assertThat(problem(drafts, "x", "y").messageKey()).isEqualTo("agreementsNotFound");
    }

    private static Problem problem(Agreement agreement, String from, String to) {
        return catchThrowableOfType(Problem.class, () -> VersionPair.of(agreement, from, to, NOW));
    }
}
