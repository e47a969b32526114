package io.agreements.keycloak.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.agreements.keycloak.agreement.text.TextDigest;
import io.agreements.keycloak.page.AgreementsPage.Item;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
    void theOrderOfTheAgreementsCountsButNotThatOfTheLabels() {
        Map<String, String> turned = new LinkedHashMap<>();
        turned.put("decline", "Decline");
        turned.put("accept", "Accept");

        assertThat(AgreementsPage.digestOf(turned, List.of(TERMS, NEWS))).isEqualTo(digest);
        assertThat(AgreementsPage.digestOf(LABELS, List.of(NEWS, TERMS))).isNotEqualTo(digest);
    }

    @Test
    void itIsTakenOverOneLineForEachLabelAndEachAgreement() {
        assertThat(digest)
                .isEqualTo(TextDigest.of(
                        "accept=Accept\ndecline=Decline\nterms=Terms|Version 1|I accept it\nnews=News|Version 1"));
    }

    @Test
    void whatTheUserHasTickedIsNoWord() {
        Item ticked = new Item(TERMS.view(), TERMS.choice(), true, false);

        assertThat(AgreementsPage.digestOf(LABELS, List.of(ticked, NEWS))).isEqualTo(digest);
    }

    private static String withTerms(String title, String edition, String choice) {
        return AgreementsPage.digestOf(LABELS, List.of(item("terms", title, edition, choice), NEWS));
    }

    private static Item item(String key, String title, String edition, String choice) {
        AgreementView view =
                new AgreementView(key, title, 1, edition, "en", "digest", "<p></p>", "https://example.org", null, null);
        return new Item(view, choice, false, false);
    }
}
