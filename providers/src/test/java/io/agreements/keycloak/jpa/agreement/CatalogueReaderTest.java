package io.agreements.keycloak.jpa.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import io.agreements.keycloak.agreement.AcceptanceMode;
import io.agreements.keycloak.agreement.Agreement;
import io.agreements.keycloak.agreement.Audience;
import io.agreements.keycloak.agreement.Catalogue;
import io.agreements.keycloak.agreement.Requirement;
import io.agreements.keycloak.fixture.NamedQueries;
import io.agreements.keycloak.fixture.Realms;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CatalogueReaderTest {

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void noVersionIsSeenWithoutItsTextsWheneverItIsCommitted(int statementsBefore) {
        CatalogueReader reader = new CatalogueReader(new Growing(statementsBefore).entities());

        Catalogue catalogue = reader.read(Realms.named("shop")).catalogue();

        assertThat(catalogue.agreements())
                .flatExtracting(Agreement::versions)
                .allSatisfy(version -> assertThat(version.text("en")).isPresent());
    }

    /** An agreement whose only version is committed, with its text, once so many statements have been answered. */
    private static final class Growing implements NamedQueries {

        private final int statementsBefore;
        private int answered;

        Growing(int statementsBefore) {
            this.statementsBefore = statementsBefore;
        }

        @Override
        public List<?> answer(String name, Map<String, Object> parameters) {
            boolean committed = answered++ >= statementsBefore;
            return switch (name) {
                case AgreementEntity.BY_REALM -> List.of(agreement());
                case VersionEntity.BY_REALM -> committed ? List.of(version()) : List.of();
                case TextEntity.DESCRIPTIONS_BY_REALM -> committed ? Collections.singletonList(text()) : List.of();
                default -> throw new AssertionError(name);
            };
        }

        private static AgreementEntity agreement() {
            AgreementEntity agreement = new AgreementEntity();
            agreement.id = "terms";
            agreement.key = "terms";
            agreement.requirement = Requirement.REQUIRED;
            agreement.bindingLocale = "en";
            agreement.audienceType = Audience.Type.EVERYBODY;
            return agreement;
        }

        private static VersionEntity version() {
            VersionEntity version = new VersionEntity();
            version.id = "terms-1";
            version.agreementId = "terms";
            version.number = 1;
            version.acceptance = AcceptanceMode.EXPLICIT;
            return version;
        }

        private static Object[] text() {
            return new Object[] {"terms-1", "terms-1-en", "en", "Terms", null, "digest", 0};
        }
    }
}
