package io.agreements.keycloak.audit.words;

import static org.assertj.core.api.Assertions.assertThat;

import io.agreements.keycloak.agreement.Audience;
import io.agreements.keycloak.agreement.Requirement;
import io.agreements.keycloak.audit.figure.FigureName;
import io.agreements.keycloak.audit.figure.Gap;
import io.agreements.keycloak.audit.figure.Section;
import io.agreements.keycloak.audit.figure.Source;
import io.agreements.keycloak.conduct.RestrictionKind;
import io.agreements.keycloak.ledger.ActorKind;
import io.agreements.keycloak.ledger.Decision;
import io.agreements.keycloak.ledger.RecordType;
import io.agreements.keycloak.ledger.details.DisclosureGround;
import io.agreements.keycloak.page.MessageFiles;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a figure can be about has words. */
final class FigureWordsTest {

    @ParameterizedTest
    @MethodSource("io.agreements.keycloak.page.MessageFiles#languages")
    void everythingHasWords(String language) {
        Properties words = MessageFiles.wordsIn(language);

        assertThat(Stream.of(
                                keys("section.", Section.values()),
                                keys("name.", FigureName.values()),
                                keys("source.", Source.values()),
                                keys("gap.", Gap.values()),
                                keys("word.", Requirement.values()),
                                keys("word.", Audience.Type.values()),
                                keys("DECISION.", Decision.values()),
                                keys("BY.", ActorKind.values()),
                                keys("DISCLOSURE_GROUND.", DisclosureGround.values()),
                                keys("RESTRICTION_KIND.", RestrictionKind.values()),
                                keys("RECORD_TYPE.", RecordType.values()),
                                Stream.of("word.YES", "word.NO", "ORIGIN.IMPORTED"))
                        .flatMap(keys -> keys))
                .allSatisfy(key -> assertThat(words.getProperty("agreementsAudit." + key))
                        .as(key)
                        .isNotBlank());
    }

    private static Stream<String> keys(String prefix, Enum<?>... constants) {
        return Stream.of(constants).map(constant -> prefix + constant);
    }
}
