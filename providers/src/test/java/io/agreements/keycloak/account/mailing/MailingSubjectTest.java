package io.agreements.keycloak.account.mailing;

import static io.agreements.keycloak.fixture.agreement.AgreementBuilder.optional;
import static io.agreements.keycloak.fixture.agreement.AgreementBuilder.required;
import static io.agreements.keycloak.fixture.agreement.VersionBuilder.version;
import static org.assertj.core.api.Assertions.assertThat;

import io.agreements.keycloak.account.mailing.MailingAudience.Past;
import io.agreements.keycloak.agreement.Agreement;
import io.agreements.keycloak.fixture.agreement.AgreementBuilder;
import io.agreements.keycloak.fixture.agreement.VersionBuilder;
import java.time.Instant;
import org.junit.jupiter.api.Test;

final class MailingSubjectTest {

    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");
    private static final Instant BEFORE = NOW.minusSeconds(10);
    private static final Instant LATER = NOW.plusSeconds(10);

    @Test
    void onlyAVersionThatCanBeReadAndIsNotPastIsWrittenAbout() {
        assertThat(obstacle(version(2).since(BEFORE))).isNull();
        assertThat(obstacle(version(2).published(BEFORE).effective(LATER).enforced(LATER)))
                .isNull();
        assertThat(obstacle(version(2))).contains("draft");
        assertThat(obstacle(version(2).since(LATER))).contains("not published");
        assertThat(obstacle(version(2).since(BEFORE).retracted(NOW))).contains("retracted");
    }

    @Test
    void aVersionThatHasASuccessorIsNotWrittenAbout() {
        Agreement agreement = required("terms")
                .versions(version(1).since(BEFORE), version(2).since(BEFORE))
                .build();

        assertThat(subject(agreement, 1).obstacle(NOW))
                .hasValueSatisfying(why -> assertThat(why).contains("superseded"));
    }

    @Test
    void theVersionAcceptedIsComparedOrElseTheOneBefore() {
        Agreement agreement = required("terms")
                .versions(
                        version(1).since(BEFORE),
                        version(2).since(BEFORE),
                        version(3).since(BEFORE).retracted(NOW),
                        version(4).since(BEFORE))
                .build();

        assertThat(subject(agreement, 4).comparedWith(1, NOW)).contains(1);
        assertThat(subject(agreement, 4).comparedWith(null, NOW)).contains(2);
        assertThat(subject(agreement, 1).comparedWith(null, NOW)).isEmpty();
    }

    @Test
    void whoHasNotAgreedToWhatIsOptionalIsLeftInPeace() {
        assertThat(audience(optional("news")).past()).isEqualTo(Past.ACCEPTED);
        assertThat(audience(optional("news").forClients("shop")).past()).isEqualTo(Past.ACCEPTED);
    }

    @Test
    void whatIsRequiredConcernsEverybodyOrWhoHoldsTheRoleOrWasAskedAtTheClient() {
        assertThat(audience(required("terms"))).isEqualTo(new MailingAudience("id-of-terms", 1, Past.ANY, null));
        assertThat(audience(required("terms").forRole("shop.seller")))
                .isEqualTo(new MailingAudience("id-of-terms", 1, Past.ANY, "shop.seller"));
        assertThat(audience(required("terms").forClients("shop")))
                .isEqualTo(new MailingAudience("id-of-terms", 1, Past.DECIDED, null));
    }

    private static String obstacle(VersionBuilder second) {
        Agreement agreement =
                required("terms").versions(version(1).since(BEFORE), second).build();
        return subject(agreement, 2).obstacle(NOW).orElse(null);
    }

    private static MailingAudience audience(AgreementBuilder builder) {
        return subject(builder.versions(version(1).since(BEFORE)).build(), 1).audience();
    }

    private static MailingSubject subject(Agreement agreement, int number) {
        return new MailingSubject(agreement, agreement.version(number).orElseThrow());
    }
}
