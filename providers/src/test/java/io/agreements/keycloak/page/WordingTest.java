package io.agreements.keycloak.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.agreements.keycloak.agreement.text.change.TextChanges;
import io.agreements.keycloak.agreement.text.change.TextChanges.Article;
import io.agreements.keycloak.agreement.text.change.TextChanges.Aspect;
import io.agreements.keycloak.agreement.text.change.TextChanges.Form;
import io.agreements.keycloak.agreement.text.change.TextChanges.Kind;
import io.agreements.keycloak.agreement.text.change.TextChanges.Paragraph;
import io.agreements.keycloak.agreement.text.change.TextChanges.Passage;
import io.agreements.keycloak.agreement.text.html.RenderedText.ArticleLink;
import io.agreements.keycloak.fixture.Words;
import io.agreements.keycloak.ledger.kept.Kept;
import io.agreements.keycloak.page.AgreementView.Change;
import io.agreements.keycloak.page.AgreementsPage.Item;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class WordingTest {

    private static final Map<String, String> LABELS = Map.of("accept", "Accept", "decline", "Decline");
    private static final Templates TEMPLATES = new Templates("shop", Map.of("agreement-acceptance.ftl", "aa"));

    private static final AgreementView PLAIN = new AgreementView(
            "terms",
            "Terms",
            1,
            "Version 1",
            "en",
            "digest",
            "<p></p>",
            "https://example.org",
            null,
            null,
            null,
            List.of());

    private static final Item TERMS = item(PLAIN, "I accept it");
    private static final Item NEWS = item(with(view -> view.key("news")), null);

    private final Wording wording = new Wording(Words.in(Locale.ENGLISH), TEMPLATES);
    private final Kept kept = of(LABELS, TERMS, NEWS);

    @Test
    void theFormNeverChanges() {
        String agreement = "\"edition\":\"Version 1\",\"locale\":\"en\",\"readToEnd\":false,\"text\":\"digest\","
                + "\"title\":\"Terms\",\"version\":1,\"words\":{\"agreementsNewTab\":\"({0}, opens in a new tab)\","
                + "\"agreementsWhole\":\"Read the whole text\"}";

        assertThat(new String(kept.content(), StandardCharsets.UTF_8))
                .isEqualTo(
                        "{\"answer\":\"accept\",\"form\":1,\"labels\":{\"accept\":\"Accept\",\"decline\":\"Decline\"},"
                                + "\"language\":\"en\",\"optional\":[{\"agreement\":\"news\"," + agreement + "}],"
                                + "\"page\":\"ACCEPTANCE\",\"product\":\"unknown\",\"required\":[{\"agreement\":\"terms\","
                                + "\"box\":\"I accept it\"," + agreement + "}],"
                                + "\"templates\":{\"agreement-acceptance.ftl\":\"aa\"},\"theme\":\"shop\"}");
    }

    @Test
    void everyWordAndTheirOrderCount() {
        assertThat(Stream.of(
                                of(LABELS, TERMS, NEWS),
                                of(LABELS, NEWS, TERMS),
                                of(Map.of("accept", "Yes", "decline", "Decline"), TERMS, NEWS),
                                of(LABELS, item(PLAIN, "I decline it"), NEWS),
                                of(with(view -> view.title("Conditions"))),
                                of(with(view -> view.edition("Version 1, of May"))),
                                of(with(view -> view.digest("other"))),
                                of(with(view -> view.translationNote("A translation"))),
                                of(with(view -> view.attention("7", null))),
                                of(with(view -> view.attention("8", null))),
                                of(with(view -> view.attention("8", "(new or changed)"))),
                                of(with(view -> view.change(new Change(1, "Since version 1", null, null)))),
                                of(with(view -> view.change(new Change(1, "Since version 2", null, null)))),
                                of(with(view -> view.change(new Change(1, "Since version 1", "All is new.", null)))),
                                of(with(view -> view.change(new Change(1, "Since version 1", null, changes("Fees"))))),
                                of(with(view -> view.change(new Change(1, "Since version 1", null, changes("Costs"))))),
                                of(with(view -> view.contents("Fees"))),
                                of(LABELS, new Item(PLAIN, "I accept it", "accepted", false, true, false, ""), NEWS),
                                of(LABELS, new Item(PLAIN, "I accept it", "accepted", false, true, true, ""), NEWS),
                                new Wording(Words.in(Locale.SIMPLIFIED_CHINESE), TEMPLATES)
                                        .of("ACCEPTANCE", LABELS, "accept", List.of(TERMS), List.of(NEWS)),
                                new Wording(Words.in(Locale.ENGLISH), new Templates("other", TEMPLATES.digests()))
                                        .of("ACCEPTANCE", LABELS, "accept", List.of(TERMS), List.of(NEWS)),
                                new Wording(Words.in(Locale.ENGLISH), new Templates("shop", Map.of()))
                                        .of("ACCEPTANCE", LABELS, "accept", List.of(TERMS), List.of(NEWS)),
                                wording.of("REGISTRATION", LABELS, "accept", List.of(TERMS), List.of(NEWS)),
                                wording.of("ACCEPTANCE", LABELS, "confirm", List.of(TERMS), List.of(NEWS)),
                                wording.of("ACCEPTANCE", LABELS, "accept", List.of(TERMS, NEWS), List.of()))
                        .map(Kept::digest))
                .contains(kept.digest())
                .doesNotHaveDuplicates();
    }

    @Test
    void theOrderInWhichLabelsAreNamedDoesNotCount() {
        Map<String, String> turned = new LinkedHashMap<>();
        turned.put("decline", "Decline");
        turned.put("accept", "Accept");

        assertThat(of(turned, TERMS, NEWS).digest()).isEqualTo(kept.digest());
    }

    @Test
    void whatTheUserHasTickedIsNoWording() {
        assertThat(of(LABELS, new Item(PLAIN, "I accept it", "accepted", true, false, false, "1"), NEWS)
                        .digest())
                .isEqualTo(kept.digest());
    }

    @Test
    void whatChangedIsKeptAsItWasShown() {
        Kept changed = of(with(view -> view.change(new Change(1, "Since version 1", null, changes("Fees")))));

        assertThat(new String(changed.content(), StandardCharsets.UTF_8))
                .contains(
                        "\"heading\":\"Fees\"",
                        "{\"kind\":\"REMOVED\",\"words\":\"old\"},{\"kind\":\"ADDED\",\"words\":\"new\"}",
                        "\"agreementsAspectWORDS\"")
                .doesNotContain("stayed");
    }

    private Kept of(AgreementView terms) {
        return of(LABELS, item(terms, "I accept it"), NEWS);
    }

    private Kept of(Map<String, String> labels, Item required, Item optional) {
        return wording.of("ACCEPTANCE", labels, "accept", List.of(required), List.of(optional));
    }

    private static TextChanges changes(String heading) {
        return new TextChanges(
                new Article(null, null, Kind.UNTOUCHED, Set.of(), List.of()),
                List.of(new Article(
                        heading,
                        null,
                        Kind.CHANGED,
                        Set.of(Aspect.WORDS),
                        List.of(
                                new Paragraph(Form.TEXT, "", List.of(new Passage(Kind.UNTOUCHED, "stayed")), List.of()),
                                new Paragraph(
                                        Form.TEXT,
                                        "",
                                        List.of(new Passage(Kind.REMOVED, "old"), new Passage(Kind.ADDED, "new")),
                                        List.of())))),
                List.of());
    }

    private static Item item(AgreementView view, String choice) {
        return new Item(view, choice, "accepted", false, false, false, "");
    }

    private static AgreementView with(UnaryOperator<Changed> change) {
        return change.apply(new Changed(PLAIN)).view();
    }

    /** A view with something else in the place of one of its words. */
    private record Changed(AgreementView view) {

        Changed key(String key) {
            return of(key, view.title(), view.edition(), view.digest(), view.translationNote());
        }

        Changed title(String title) {
            return of(view.key(), title, view.edition(), view.digest(), view.translationNote());
        }

        Changed edition(String edition) {
            return of(view.key(), view.title(), edition, view.digest(), view.translationNote());
        }

        Changed digest(String digest) {
            return of(view.key(), view.title(), view.edition(), digest, view.translationNote());
        }

        Changed translationNote(String note) {
            return of(view.key(), view.title(), view.edition(), view.digest(), note);
        }

        Changed attention(String article, String note) {
            return of(
                    new AttentionView(
                            "Note:", ", ", List.of(new AttentionView.Clause(article, "anchor", "digest", note))),
                    null,
                    List.of());
        }

        Changed change(Change change) {
            return of(null, change, List.of());
        }

        Changed contents(String heading) {
            return of(null, null, List.of(new ArticleLink(heading, "anchor")));
        }

        private Changed of(String key, String title, String edition, String digest, String note) {
            return new Changed(new AgreementView(
                    key, title, 1, edition, "en", digest, view.html(), view.url(), note, null, null, List.of()));
        }

        private Changed of(AttentionView attention, Change change, List<ArticleLink> contents) {
            return new Changed(new AgreementView(
                    view.key(),
                    view.title(),
                    1,
                    view.edition(),
                    "en",
                    view.digest(),
                    view.html(),
                    view.url(),
                    null,
                    attention,
                    change,
                    contents));
        }
    }
}
