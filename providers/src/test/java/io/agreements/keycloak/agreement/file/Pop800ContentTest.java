package io.agreements.keycloak.agreement.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.agreements.keycloak.agreement.file.VersionFile.TextFile;
import io.agreements.keycloak.agreement.file.reading.AgreementFileException;
import io.agreements.keycloak.agreement.text.TextBytes;
import io.agreements.keycloak.agreement.text.outline.OutlineReader;
import io.agreements.keycloak.fixture.MovableClock;
import io.agreements.keycloak.fixture.Realms;
import io.agreements.keycloak.fixture.agreement.InMemoryAgreements;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.keycloak.models.RealmModel;

/** The agreements the first operator ships. */
final class Pop800ContentTest {

    private static final AgreementDirectory DIRECTORY =
            new AgreementDirectory(Path.of("..", "realm-config", "agreements"));

    @Test
    void theyCanAllBeRead() throws AgreementFileException {
        assertThat(Readings.of(DIRECTORY, "pop800"))
                .extracting(AgreementFile::key)
                .contains("user-registration", "personalisation", "news-by-mail");
    }

    @Test
    void theyCanBeTakenOverOnceAndForAll() throws AgreementFileException {
        RealmModel realm = Realms.named("pop800");
        AgreementImporter importer = new AgreementImporter(
                new InMemoryAgreements(),
                DIRECTORY,
                (where, audience) -> Set.of(),
                MovableClock.at(Instant.parse("2026-11-22T08:00:00Z")));

        assertThat(importer.run(realm, OnEdits.KEEP).changed()).isTrue();
        assertThat(importer.run(realm, OnEdits.KEEP).changed()).isFalse();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("versions")
    void everyVersionHasTheSameArticlesInEachLanguage(String name, VersionFile version) {
        assertThat(version.texts()).extracting(TextFile::locale).containsExactlyInAnyOrder("en", "zh-Hans");
        assertThat(version.texts().stream().map(Pop800ContentTest::articles).distinct())
                .singleElement()
                .satisfies(articles -> assertThat(articles).isPositive());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("versions")
    void noTextHasRawHtml(String name, VersionFile version) {
        assertThat(version.texts())
                .allSatisfy(text -> assertThat(rawHtml(text)).as(text.locale()).isEmpty());
    }

    @Test
    void theUserRegistrationAgreementHasElevenArticles() throws AgreementFileException {
        assertThat(Readings.of(DIRECTORY, "pop800"))
                .filteredOn(agreement -> agreement.key().equals("user-registration"))
                .flatExtracting(AgreementFile::versions)
                .isNotEmpty()
                .flatExtracting(VersionFile::texts)
                .allSatisfy(text -> assertThat(articles(text)).isEqualTo(11));
    }

    static Stream<Arguments> versions() throws AgreementFileException {
        return Readings.of(DIRECTORY, "pop800").stream()
                .flatMap(agreement -> agreement.versions().stream()
                        .map(version -> Arguments.of(agreement.key() + "/" + version.number(), version)));
    }

    private static int articles(TextFile text) {
        return new OutlineReader().read(markdown(text)).articles().size();
    }

    private static List<String> rawHtml(TextFile text) {
        List<String> found = new ArrayList<>();
        Parser.builder().build().parse(markdown(text)).accept(new AbstractVisitor() {
            @Override
            public void visit(HtmlBlock block) {
                found.add(block.getLiteral());
            }

            @Override
            public void visit(HtmlInline inline) {
                found.add(inline.getLiteral());
            }
        });
        return found;
    }

    private static String markdown(TextFile text) {
        return TextBytes.decode(text.content());
    }
}
