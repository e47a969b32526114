package io.agreements.keycloak.agreement;

import static io.agreements.keycloak.fixture.agreement.AgreementBuilder.acknowledgement;
import static io.agreements.keycloak.fixture.agreement.AgreementBuilder.optional;
import static io.agreements.keycloak.fixture.agreement.AgreementBuilder.required;
import static io.agreements.keycloak.fixture.agreement.VersionBuilder.version;
import static org.assertj.core.api.Assertions.assertThat;

import io.agreements.keycloak.fixture.agreement.AgreementBuilder;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class CatalogueTest {

    private static final Instant FIRST = Instant.parse("2026-11-01T00:00:00Z");
    private static final Instant SECOND = Instant.parse("2026-12-01T00:00:00Z");
    private static final Instant THIRD = Instant.parse("2027-01-01T00:00:00Z");

    @Test
    void requiredAgreementsComeFirstThenPositionThenKey() {
        Catalogue catalogue = of(
                optional("news").position(1),
                required("terms").position(20),
                required("privacy").position(20),
                optional("adverts").position(5),
                required("cookies").position(3));

        assertThat(catalogue.agreements())
                .extracting(Agreement::key)
                .containsExactly("cookies", "privacy", "terms", "news", "adverts");
    }

    @Test
    void whatIsOnlyToBeTakenNoteOfStandsBeforeWhatMayBeRefused() {
        Catalogue catalogue = of(optional("news"), acknowledgement("privacy"), required("terms"));

        assertThat(catalogue.agreements()).extracting(Agreement::key).containsExactly("terms", "privacy", "news");
    }

    @Test
    void anAgreementIsFoundByItsKey() {
        Catalogue catalogue = of(required("terms"), optional("news"));

        assertThat(catalogue.find("news")).map(Agreement::key).contains("news");
        assertThat(catalogue.find("New")).isEmpty();
    }

    @Test
    void theNextChangeIsTheFirstOfAllVersionsOfAllAgreements() {
        Catalogue catalogue = of(
                required("terms").versions(version(1).since(FIRST), version(2).since(THIRD)),
                optional("news").versions(version(1).since(SECOND)));

        assertThat(catalogue.nextChangeAfter(FIRST.minusMillis(1))).contains(FIRST);
        assertThat(catalogue.nextChangeAfter(FIRST)).contains(SECOND);
        assertThat(catalogue.nextChangeAfter(SECOND)).contains(THIRD);
        assertThat(catalogue.nextChangeAfter(THIRD)).isEmpty();
    }

    @Test
    void itsRevisionIsAnotherOneWheneverUsersCanSeeSomethingElse() {
        List<Catalogue> different = List.of(
                of(),
                of(required("terms")),
                of(optional("terms")),
                of(required("news")),
                of(required("terms").position(1)),
                of(required("terms").renewedAfter(1)),
                of(required("terms").forClients("shop")),
                of(required("terms").forRole("shop")),
                of(required("terms").versions(version(1).since(FIRST))),
                of(required("terms").versions(version(1).since(SECOND))),
                of(required("terms").versions(version(1).since(FIRST).retracted(THIRD))),
                of(required("terms").versions(version(1).since(FIRST).editorial())),
                of(required("terms").versions(version(1).since(FIRST).in("zh-Hans", "en"))),
                of(required("terms")
                        .versions(version(1).since(FIRST), version(2).since(SECOND))));

        assertThat(different)
                .extracting(Catalogue::revision)
                .doesNotContainNull()
                .doesNotHaveDuplicates();
    }

    @Test
    void itsRevisionIsTheSameAsLongAsTheyDoNot() {
        String revision = of(required("terms").versions(version(1).since(FIRST)), optional("news"))
                .revision();

        assertThat(of(optional("news"), required("terms").versions(version(1).since(FIRST)))
                        .revision())
                .isEqualTo(revision);
        assertThat(of(required("terms").versions(version(1).since(FIRST), version(2)), optional("news"))
                        .revision())
                .isEqualTo(revision);
    }

    private static Catalogue of(AgreementBuilder... agreements) {
        return Catalogue.of(Stream.of(agreements).map(AgreementBuilder::build).toList());
    }
}
