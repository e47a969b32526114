package io.agreements.keycloak.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.agreements.keycloak.agreement.text.TextDigest;
import io.agreements.keycloak.page.AgreementView.Change;
import io.agreements.keycloak.page.AgreementsPage.Item;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class AgreementsPageTest {

    private static final Map<String, String> LABELS = Map.of("accept", "Accept", "decline", "Decline");
    private static final Item TERMS = item("terms", "Terms", "Version 1", "I accept it");
    private static final Item NEWS = item("news", "News", "Version 1", null);

    private final String digest = AgreementsPage.digestOf(LABELS, List.of(TERMS, NEWS));

    @Test
    void everyWordCounts() {
        assertThat(AgreementsPage.digestOf(Map.of("accept", "Yes", "decline", "Decline"), List.of(TERMS, NEWS)))
                .isNotEqualTo(digest);
        assertThat(AgreementsPage.digestOf(LABELS, List.of(TERMS))).isNotEqualTo(digest);
        assertThat(withTerms("Conditions", "Version 1", "I accept it")).isNotEqualTo(digest);
        assertThat(withTerms("Terms", "Version 2", "I accept it")).isNotEqualTo(digest);
        assertThat(withTerms("Terms", "Version 1", "I decline it")).isNotEqualTo(digest);
    }

    @Test
    void whichTextBindsAndWhatChangedAreWordsToo() {
        AgreementView plain = TERMS.view();

        assertThat(Stream.of(
                                plain,
                                drawingTo(plain, "7", null),
                                drawingTo(plain, "8", null),
                                drawingTo(plain, "8", "(new or changed)"),
                                noted(plain, "A translation", null),
                                noted(plain, "Another translation", null),
                                noted(plain, null, new Change(1, "Since version 1", null, null)),
                                noted(plain, null, new Change(1, "Since version 2", null, null)),
                                noted(plain, null, new Change(1, "Since version 1", "All is new.", null)),
                                noted(plain, null, new Change(1, "Since version 1", "Nothing is new.", null)))
                        .map(view -> AgreementsPage.digestOf(LABELS, List.of(shown(view, TERMS.choice()), NEWS))))
                .contains(digest)
                .doesNotHaveDuplicates();
    }

    @Test
    void theWordsOfAnAgreementStandInTheOrderOfThePage() {
        AgreementView translated = noted(
                drawingTo(TERMS.view(), "7", null),
                "A translation",
                new Change(1, "Since version 1", "All is new.", null));

        assertThat(AgreementsPage.digestOf(Map.of(), List.of(shown(translated, TERMS.choice()))))
                .isEqualTo(
                        TextDigest.of(
                                "[{},[\"terms\",\"Terms\",\"Version 1\",\"A translation\",\"I accept it\",\"Since version 1\",\"All is new.\",\"Note: 7, 8 (new)\"]]"));
    }

    @Test
    void theOrderOfTheAgreementsCountsButNotThatOfTheLabels() {
        Map<String, String> turned = new LinkedHashMap<>();
        turned.put("decline", "Decline");
        turned.put("accept", "Accept");

        assertThat(AgreementsPage.digestOf(turned, List.of(TERMS, NEWS))).isEqualTo(digest);
        assertThat(AgreementsPage.digestOf(LABELS, List.of(NEWS, TERMS))).isNotEqualTo(digest);
    }

    @Test
    void itIsTakenOverTheLabelsAndThenEachAgreement() {
        assertThat(digest)
                .isEqualTo(TextDigest.of("[{\"accept\":\"Accept\",\"decline\":\"Decline\"},"
                        + "[\"terms\",\"Terms\",\"Version 1\",null,\"I accept it\",null,null,null],"
                        + "[\"news\",\"News\",\"Version 1\",null,null,null,null,null]]"));
    }

    @Test
    void aWordDoesNotPassForItsNeighbour() {
        assertThat(withTerms("Terms", "Version 1|I accept", "it"))
                .isNotEqualTo(withTerms("Terms", "Version 1", "I accept|it"));
        assertThat(AgreementsPage.digestOf(Map.of("a", "b\nc=d"), List.of()))
                .isNotEqualTo(AgreementsPage.digestOf(Map.of("a", "b", "c", "d"), List.of()));
    }

    @Test
    void whatTheUserHasTickedIsNoWord() {
        Item ticked = new Item(TERMS.view(), TERMS.choice(), "accepted", true, false, false, "1");

        assertThat(AgreementsPage.digestOf(LABELS, List.of(ticked, NEWS))).isEqualTo(digest);
    }

    private static String withTerms(String title, String edition, String choice) {
        return AgreementsPage.digestOf(LABELS, List.of(item("terms", title, edition, choice), NEWS));
    }

    private static Item item(String key, String title, String edition, String choice) {
        AgreementView view = new AgreementView(
                key, title, 1, edition, "en", "digest", "<p></p>", "https://example.org", null, null, null, List.of());
        return shown(view, choice);
    }

    private static Item shown(AgreementView view, String choice) {
        return new Item(view, choice, "accepted", false, false, false, "");
    }

    private static AgreementView noted(AgreementView view, String translationNote, Change change) {
        return new AgreementView(
                view.key(),
                view.title(),
                view.versionNumber(),
                view.edition(),
                view.locale(),
                view.digest(),
                view.html(),
                view.url(),
                translationNote,
                view.attention(),
                change,
                view.contents());
    }

    private static AgreementView drawingTo(AgreementView view, String article, String note) {
        return new AgreementView(
                view.key(),
                view.title(),
                view.versionNumber(),
                view.edition(),
                view.locale(),
                view.digest(),
                view.html(),
                view.url(),
                view.translationNote(),
                new AttentionView(
                        "Note:",
                        ", ",
                        List.of(
                                new AttentionView.Clause(article, "important-1", "aa", note),
                                new AttentionView.Clause("8", "important-2", "bb", "(new)"))),
                view.change(),
                view.contents());
    }
}
