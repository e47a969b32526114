package io.agreements.keycloak.acceptance.coverage;

import static io.agreements.keycloak.fixture.agreement.AgreementBuilder.acknowledgement;
import static io.agreements.keycloak.fixture.agreement.AgreementBuilder.optional;
import static io.agreements.keycloak.fixture.agreement.AgreementBuilder.required;
import static io.agreements.keycloak.fixture.agreement.VersionBuilder.version;
import static org.assertj.core.api.Assertions.assertThat;

import io.agreements.keycloak.agreement.Agreement;
import io.agreements.keycloak.fixture.agreement.AgreementBuilder;
import io.agreements.keycloak.ledger.Decision;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ReachTest {

    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");
    private static final Instant BEFORE = NOW.minus(Duration.ofDays(30));
    private static final List<StandingCount> COUNTS = List.of(
            new StandingCount(1, Decision.ACCEPTED, 60, 0),
            new StandingCount(1, Decision.DECLINED, 5, 0),
            new StandingCount(1, Decision.WITHDRAWN, 3, 0));

    @Test
    void aNewMaterialVersionAsksEverybody() {
        assertThat(reach(required("terms"), true).users()).isEqualTo(100);
    }

    @Test
    void aNewEditorialVersionAsksThoseOnlyWhoWouldBeAskedAnyway() {
        assertThat(reach(required("terms"), false).users()).isEqualTo(40);
    }

    @Test
    void ofAnOptionalAgreementARefusalIsAnAnswerToo() {
        assertThat(reach(optional("news"), false).users()).isEqualTo(32);
        assertThat(reach(optional("news"), true).users()).isEqualTo(100);
    }

    @Test
    void whoTookNoteIsNotAskedAgainForAnEditorialVersion() {
        Agreement agreement = acknowledgement("privacy")
                .versions(version(1).since(BEFORE), version(2))
                .build();
        List<StandingCount> counts = List.of(new StandingCount(1, Decision.ACKNOWLEDGED, 60, 0));

        assertThat(Reach.of(agreement, agreement.version(2).orElseThrow(), false, counts, users(), NOW)
                        .users())
                .isEqualTo(40);
    }

    @Test
    void anAcceptanceThatHasLapsedIsAskedForAnyway() {
        Agreement agreement = required("terms")
                .renewedAfter(365)
                .versions(version(1).since(BEFORE), version(2))
                .build();
        List<StandingCount> counts = List.of(new StandingCount(1, Decision.ACCEPTED, 60, 20));

        assertThat(Reach.of(agreement, agreement.version(2).orElseThrow(), false, counts, users(), NOW)
                        .users())
                .isEqualTo(60);
    }

    @Test
    void theFirstVersionAsksEverybodyWhateverItIs() {
        Agreement agreement = required("terms").versions(version(1)).build();

        assertThat(Reach.of(agreement, agreement.version(1).orElseThrow(), false, List.of(), users(), NOW)
                        .users())
                .isEqualTo(100);
    }

    @Test
    void forSomeUsersItIsABoundOnly() {
        assertThat(reach(required("terms"), true).exact()).isTrue();
        assertThat(reach(required("terms").forRole("merchant"), true).exact()).isFalse();
    }

    private static Reach reach(AgreementBuilder builder, boolean material) {
        Agreement agreement =
                builder.versions(version(1).since(BEFORE), version(2)).build();
        return Reach.of(agreement, agreement.version(2).orElseThrow(), material, COUNTS, users(), NOW);
    }

    private static UserCount users() {
        return new UserCount(100, Map.of());
    }
}
