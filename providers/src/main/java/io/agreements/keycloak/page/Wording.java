package io.agreements.keycloak.page;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.agreements.keycloak.agreement.text.change.TextChanges.Article;
import io.agreements.keycloak.agreement.text.change.TextChanges.Paragraph;
import io.agreements.keycloak.agreement.text.html.RenderedText.ArticleLink;
import io.agreements.keycloak.ledger.kept.Kept;
import io.agreements.keycloak.ledger.kept.KeptKind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * All that a page which asks for decisions shows around the texts, in the order of the page. What differs from user to user
 * is not part of it: boxes that are ticked already, what of an answer was wrong, what is hidden because it does not come into
 * view.
 */
public final class Wording {

    private static final int FORM = 1;

    private static final JsonMapper JSON = JsonMapper.builder()
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_EMPTY, JsonInclude.Include.NON_EMPTY))
            .visibility(PropertyAccessor.ALL, Visibility.NONE)
            .visibility(PropertyAccessor.FIELD, Visibility.ANY)
            .build();

    private static final TypeReference<Map<String, Object>> PLAIN = new TypeReference<>() {};

    private final PageMessages messages;
    private final Templates templates;

    public Wording(PageMessages messages, Templates templates) {
        this.messages = messages;
        this.templates = templates;
    }

    /**
     * @param kind which of the pages it is
     * @param labels the words around the texts, by name
     * @param answer name of the label of the button that does what is demanded
     */
    public Kept of(
            String kind,
            Map<String, String> labels,
            String answer,
            List<AgreementsPage.Item> required,
            List<AgreementsPage.Item> optional) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("form", FORM);
        fields.put("page", kind);
        fields.put("product", Templates.PRODUCT_VERSION);
        fields.put("theme", templates.theme());
        fields.put("templates", templates.digests());
        fields.put("language", messages.language().tag());
        fields.put("labels", labels);
        fields.put("answer", answer);
        fields.put("required", required.stream().map(this::agreement).toList());
        fields.put("optional", optional.stream().map(this::agreement).toList());
        return Kept.of(KeptKind.WORDING, fields);
    }

    private Map<String, Object> agreement(AgreementsPage.Item item) {
        AgreementView view = item.view();
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("agreement", view.key());
        fields.put("version", view.versionNumber());
        fields.put("locale", view.locale());
        fields.put("text", view.digest());
        fields.put("title", view.title());
        fields.put("edition", view.edition());
        fields.put("translationNote", view.translationNote());
        fields.put("attention", view.attention() == null ? null : attention(view.attention()));
        fields.put("change", view.change() == null ? null : change(view.change()));
        fields.put(
                "contents",
                view.contents().isEmpty()
                        ? null
                        : view.contents().stream().map(ArticleLink::heading).toList());
        fields.put("readToEnd", item.readToEnd());
        fields.put("box", item.choice());
        fields.put("words", words(item));
        return fields;
    }

    private static Map<String, Object> attention(AttentionView attention) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("intro", attention.intro());
        fields.put("separator", attention.separator());
        fields.put(
                "clauses",
                attention.clauses().stream()
                        .map(clause -> {
                            Map<String, Object> one = new LinkedHashMap<>();
                            one.put("label", clause.label());
                            one.put("note", clause.note());
                            one.put("digest", clause.digest());
                            return one;
                        })
                        .toList());
        return fields;
    }

    private static Map<String, Object> change(AgreementView.Change change) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("from", change.fromVersion());
        fields.put("note", change.note());
        fields.put("summary", change.summary());
        if (change.texts() != null) {
            fields.put(
                    "articles",
                    change.texts().touched().stream().map(Wording::article).toList());
            fields.put(
                    "differences",
                    change.texts().differences().stream().map(Wording::plain).toList());
            if (change.texts().moreDifferences() > 0) {
                fields.put("moreDifferences", change.texts().moreDifferences());
            }
        }
        return fields;
    }

    /** The paragraphs in which nothing changed are left out, as on the page. */
    private static Map<String, Object> article(Article article) {
        List<Paragraph> shown = article.isReworded()
                ? article.paragraphs().stream()
                        .filter(paragraph -> !paragraph.isUntouched() || paragraph.isRow())
                        .toList()
                : List.of();
        return plain(new Article(article.heading(), article.formerHeading(), article.kind(), article.aspects(), shown));
    }

    private static Map<String, Object> plain(Object value) {
        return JSON.convertValue(value, PLAIN);
    }

    /** What the template says besides, by key. */
    private Map<String, String> words(AgreementsPage.Item item) {
        Map<String, String> words = new LinkedHashMap<>();
        TemplateWords.of(item).forEach(key -> words.put(key, messages.raw(key)));
        return words;
    }
}
