package io.agreements.keycloak.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.agreements.keycloak.agreement.AcceptanceMode;
import io.agreements.keycloak.agreement.AgreementProvider.AgreementSettings;
import io.agreements.keycloak.agreement.AgreementProvider.NewText;
import io.agreements.keycloak.agreement.AgreementProvider.NewVersion;
import io.agreements.keycloak.agreement.AgreementProvider.VersionSettings;
import io.agreements.keycloak.agreement.Audience;
import io.agreements.keycloak.agreement.Requirement;
import io.agreements.keycloak.agreement.Text;
import io.agreements.keycloak.agreement.Timeline;
import io.agreements.keycloak.agreement.text.TextDigest;
import io.agreements.keycloak.agreement.text.html.Surroundings;
import io.agreements.keycloak.fixture.Realms;
import io.agreements.keycloak.fixture.Words;
import io.agreements.keycloak.fixture.agreement.InMemoryAgreements;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.keycloak.models.RealmModel;

final class AttentionViewsTest {

    private static final String MARKED = """
            > [!IMPORTANT]
            > Read this.

            ## 4. Users

            > [!IMPORTANT]
            > We may suspend you.

            Something else.

            > [!IMPORTANT]
            > We may close your account.

            > [!NOTE]
            > You may write to us.

            ## 7. Liability

            > [!IMPORTANT]
            > We are not liable.
            >
            > Not at all.
            """;

    private static final Surroundings TERMS = Surroundings.among(1, "terms", "en");

    private static final RealmModel REALM = Realms.named("pop800");

    private final InMemoryAgreements agreements = new InMemoryAgreements();

    @Test
    void aTextWithoutMarkedClausesHasNoList() {
        assertThat(english()
                        .of(text("## 7\n\n> We are not liable.\n\n> [!NOTE]\n> A note.\n"), TERMS, Optional.empty()))
                .isNull();
    }

    @Test
    void eachClauseIsCalledLikeItsArticleAndOfSeveralInOneTheOthersAreCounted() {
        assertThat(english().of(text(MARKED), TERMS, Optional.empty()).words())
                .isEqualTo("Please note in particular: Introduction, 4, 4 (2), 7");
        assertThat(chinese()
                        .of(
                                text("## 第七条 责任\n\n> [!IMPORTANT]\n> 概不负责。\n\n## 其他\n\n> [!IMPORTANT]\n> 同上。\n"),
                                TERMS,
                                Optional.empty())
                        .words())
                .isEqualTo("请特别注意： 第七条、其他");
    }

    @Test
    void itLeadsToPlacesThatAreInTheTextAndKeepsTheDigestOfTheWords() {
        AttentionView listed = english().of(text(MARKED), TERMS, Optional.empty());

        assertThat(listed.clauses())
                .extracting(AttentionView.Clause::anchor)
                .doesNotHaveDuplicates()
                .allSatisfy(anchor ->
                        assertThat(agreements.html(text(MARKED), TERMS)).contains("id=\"" + anchor + "\""));
        assertThat(listed.digests()).contains(TextDigest.of("We are not liable.\nNot at all."));
    }

    @Test
    void whatIsNotWordForWordInTheVersionAcceptedBeforeIsSaidToBeNewOrChanged() {
        Text accepted = text(MARKED.replace("Not at all.", "Never.").replace("> [!IMPORTANT]\n> Read", "> Read"));

        assertThat(english().of(text(MARKED), TERMS, Optional.of(accepted)).clauses())
                .extracting(AttentionView.Clause::label, AttentionView.Clause::note)
                .containsExactly(
                        tuple("Introduction", "(new or changed)"),
                        tuple("4", null),
                        tuple("4 (2)", null),
                        tuple("7", "(new or changed)"));
    }

    @Test
    void blanksChangeNoClause() {
        Text accepted = text(MARKED.replace("> Not at all.", ">   Not at all.   "));

        assertThat(english().of(text(MARKED), TERMS, Optional.of(accepted)).clauses())
                .extracting(AttentionView.Clause::note)
                .containsOnlyNulls();
    }

    private Text text(String markdown) {
        String key = "terms-" + agreements.catalogue(REALM).agreements().size();
        agreements.addAgreement(
                REALM, new AgreementSettings(key, Requirement.REQUIRED, "en", 0, Audience.EVERYBODY, null));
        agreements.addVersion(
                REALM,
                key,
                new NewVersion(
                        1,
                        new VersionSettings(null, true, AcceptanceMode.EXPLICIT, false),
                        Timeline.DRAFT,
                        List.of(new NewText("en", "Terms", null, markdown.getBytes(StandardCharsets.UTF_8)))));
        return agreements
                .catalogue(REALM)
                .find(key)
                .flatMap(agreement -> agreement.version(1))
                .orElseThrow()
                .texts()
                .get(0);
    }

    private AttentionViews english() {
        return new AttentionViews(agreements, Words.in(Locale.ENGLISH));
    }

    private AttentionViews chinese() {
        return new AttentionViews(agreements, Words.in(Locale.forLanguageTag("zh-Hans")));
    }
}
