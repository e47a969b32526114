package io.agreements.keycloak.tests.signin;

import static org.assertj.core.api.Assertions.assertThat;

import freemarker.cache.FileTemplateLoader;
import freemarker.cache.MultiTemplateLoader;
import freemarker.cache.StringTemplateLoader;
import freemarker.cache.TemplateLoader;
import freemarker.core.HTMLOutputFormat;
import freemarker.template.Configuration;
import freemarker.template.TemplateException;
import freemarker.template.TemplateMethodModelEx;
import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** In what order the pages that ask for decisions have their parts, and what the browser is given to check a form by. */
final class DecisionPagesTemplateTest {

    private static final File TEMPLATES = new File("../providers/src/main/resources/theme-resources/templates");

    private static final Item TERMS = new Item(new View("terms", "Terms"), "I have read “Terms” and accept it", true);
    private static final Item NEWS = new Item(new View("news", "News"), "I agree to “News”", false);

    private final Map<String, String> errors = new HashMap<>();

    @Test
    void onTheFormOptionalBoxesStandAfterTheRequiredOnesWithTheirTextsFolded() throws Exception {
        String page = registration();

        assertThat(page)
                .containsSubsequence(
                        "id=\"agreement-terms-text\"",
                        "id=\"agreement-terms\"",
                        "id=\"agreements-optional-heading\"",
                        "id=\"agreement-news\"",
                        "<details class=\"agr-more\">",
                        "id=\"agreement-news-text\"",
                        "By pressing");
    }

    @Test
    void theBrowserIsToldWhatItHasToAskForAndNothingOfWhatIsOptional() throws Exception {
        String page = registration();

        assertThat(page)
                .contains("data-required=\"email password password-confirm\"")
                .contains("data-agreement-missing=\"[agreementsAcceptanceMissing]\"")
                .contains("data-agreement-unread=\"[agreementsEndNotReached]\"")
                .containsOnlyOnce("data-agreement-missing")
                .containsOnlyOnce("data-agreement-unread");
    }

    @Test
    void theRulesOfTheRealmForAPasswordAreSaidBeforehand() throws Exception {
        String page = registration();

        assertThat(page)
                .contains("<li data-password-rule=\"length\" data-bound=\"10\">[agreementsPasswordLength 10]<span")
                .contains("data-password-rule=\"notEmail\"")
                .doesNotContain("data-password-rule=\"digits\"", "data-password-rule=\"notUsername\"");
    }

    @Test
    void whatIsWrongLooksAsKeycloaksOwnErrorsAndTheFirstFieldHasTheFocus() throws Exception {
        errors.put("agreement-terms", "Tick it");
        assertThat(registration())
                .contains(
                        "id=\"input-error-agreement-terms\"",
                        "<span class=\"error-text\">Tick it</span>",
                        " autofocus");

        errors.put("email", "Taken");
        assertThat(registration()).doesNotContain(" autofocus");
    }

    @Test
    void whatIsSaidInOurWordsAtAFieldOfKeycloaksIsNamed() throws Exception {
        errors.put("email", "Taken");
        errors.put("city", "[error-prohibited-content | |]");

        assertThat(registration()).contains("data-own=\"city\"", "data-language=\"en\"");
    }

    @Test
    void onAPageOfItsOwnNothingStandsBetweenTheTextAndItsButtons() throws Exception {
        assertThat(acceptance(List.of(TERMS)))
                .containsSubsequence(
                        "id=\"agreement-terms-text\"",
                        "class=\"agr-decision\"",
                        "value=\"accept\"",
                        "value=\"decline\"",
                        "id=\"agreement-news\"",
                        "</form>");
    }

    @Test
    void whereNothingIsDemandedTheOneOptionalTextIsOpenAboveTheButton() throws Exception {
        assertThat(acceptance(List.of()))
                .containsSubsequence(
                        "id=\"agreement-news\"", "<details class=\"agr-more\" open>", "value=\"accept\"", "</form>");
    }

    @Test
    void whatKeycloakHasToSayIsAnnounced() throws Exception {
        assertThat(acceptance(List.of(TERMS))).doesNotContain("role=\"alert\"");

        errors.put("global", "Something else was changed");
        assertThat(acceptance(List.of(TERMS)))
                .containsSubsequence(
                        "pf-m-danger\" role=\"alert\"", "aria-hidden=\"true\"", "Something else was changed");
    }

    @Test
    void aNumberAmongTheLinksToClausesIsCalledAnArticle() throws Exception {
        assertThat(registration()).contains("aria-label=\"[agreementsAttentionArticle 4]\">4</a>", ">Notice</a>");
    }

    private String registration() throws IOException, TemplateException {
        Map<String, Object> model = model(new Asked(
                List.of(TERMS),
                List.of(NEWS),
                Map.of("optionalHeading", "Optional", "optionalHint", "As you like", "sentence", "By pressing")));
        model.put("agreementsLifespan", 1800);
        model.put("passwordRequired", true);
        model.put("passwordPolicies", new Policies());
        model.put("profile", new Profile());
        return render("<#import \"agreements-commons.ftl\" as commons><@commons.registration/>", model);
    }

    private String acceptance(List<Item> required) throws IOException, TemplateException {
        Map<String, String> labels = new HashMap<>(
                Map.of("heading", "Please read", "intro", "To continue", "accept", "Accept", "decline", "Decline"));
        if (!required.isEmpty()) {
            labels.putAll(Map.of("optionalHeading", "Optional", "optionalHint", "As you like"));
        }
        return render("<#include \"agreement-acceptance.ftl\">", model(new Asked(required, List.of(NEWS), labels)));
    }

    private Map<String, Object> model(Asked agreements) {
        Map<String, Object> model = new HashMap<>();
        model.put("agreements", agreements);
        model.put("messagesPerField", new Messages(errors));
        model.put("properties", Map.of("kcInputErrorMessageClass", "error-text"));
        model.put("realm", new Realm());
        if (errors.containsKey("global")) {
            model.put("message", Map.of("type", "error", "summary", errors.get("global")));
        }
        model.put("url", Map.of("resourcesPath", "/resources", "loginAction", "/login"));
        model.put("msg", (TemplateMethodModelEx) words -> switch (words.get(0).toString()) {
            case "agreementsLanguage" -> "en";
            case "agreementsDirection" -> "ltr";
            case "agreementsNewTab" -> "(|, opens in a new tab)";
            default -> words.toString().replace(",", "");
        });
        return model;
    }

    /** As Keycloak's own FreeMarker provider does it, within a layout that shows what is given to it. */
    private static String render(String page, Map<String, Object> model) throws IOException, TemplateException {
        StringTemplateLoader around = new StringTemplateLoader();
        around.putTemplate("page.ftl", page);
        around.putTemplate(
                "template.ftl",
                "<#macro registrationLayout displayMessage><#nested \"header\"><#nested \"form\"></#macro>");
        Configuration configuration = new Configuration(Configuration.VERSION_2_3_32);
        configuration.setOutputFormat(HTMLOutputFormat.INSTANCE);
        configuration.setTemplateLoader(
                new MultiTemplateLoader(new TemplateLoader[] {around, new FileTemplateLoader(TEMPLATES)}));
        StringWriter written = new StringWriter();
        configuration.getTemplate("page.ftl", "UTF-8").process(model, written);
        return written.toString();
    }

    /** What the templates ask of the pages; FreeMarker reads public types only. */
    public record Asked(List<Item> required, List<Item> optional, Map<String, String> labels) {

        public String presentation() {
            return "p-1";
        }

        public String answer() {
            return "accept";
        }

        public Files assets() {
            return new Files();
        }
    }

    public record Files() {

        public String style() {
            return "agreements.css";
        }

        public String script() {
            return "agreements.js";
        }
    }

    public record Item(View view, String choice, boolean readToEnd) {

        public String tick() {
            return "accepted";
        }

        public boolean chosen() {
            return false;
        }

        public boolean acknowledgement() {
            return false;
        }

        public String seen() {
            return "";
        }
    }

    public record View(String key, String title) {

        public String edition() {
            return "Version 1";
        }

        public String html() {
            return "<p>Words</p>";
        }

        public String url() {
            return "/agreements/" + key;
        }

        public Language language() {
            return new Language();
        }

        public String translationNote() {
            return null;
        }

        public Attention attention() {
            return key.equals("terms")
                    ? new Attention("Note", ", ", List.of(new Clause("4", "alert"), new Clause("Notice", "alert-1")))
                    : null;
        }

        public String attentionTitle() {
            return "Important";
        }

        public Object change() {
            return null;
        }

        public List<Object> contents() {
            return List.of();
        }
    }

    public record Attention(String intro, String separator, List<Clause> clauses) {}

    public record Clause(String label, String anchor) {

        public String note() {
            return null;
        }
    }

    public record Language() {

        public String tag() {
            return "en";
        }

        public Direction direction() {
            return new Direction();
        }
    }

    public record Direction() {

        public String attribute() {
            return "ltr";
        }
    }

    public static final class Realm {

        public String getName() {
            return "shop";
        }

        public boolean isRegistrationEmailAsUsername() {
            return true;
        }
    }

    public static final class Policies {

        public Integer getLength() {
            return 10;
        }

        public Integer getDigits() {
            return null;
        }

        public boolean isNotEmail() {
            return true;
        }

        public boolean isNotUsername() {
            return true;
        }
    }

    public static final class Profile {

        public List<Field> getAttributes() {
            return List.of(new Field("email", true), new Field("city", false));
        }
    }

    public static final class Field {

        private final String name;
        private final boolean required;

        Field(String name, boolean required) {
            this.name = name;
            this.required = required;
        }

        public String getName() {
            return name;
        }

        public boolean isRequired() {
            return required;
        }
    }

    public static final class Messages {

        private final Map<String, String> errors;

        Messages(Map<String, String> errors) {
            this.errors = errors;
        }

        public boolean existsError(String field) {
            return errors.containsKey(field);
        }

        public String get(String field) {
            return errors.get(field);
        }

        public boolean exists(String field) {
            return errors.containsKey(field);
        }
    }
}
