package io.agreements.keycloak.tests.signin;

import static org.assertj.core.api.Assertions.assertThat;

import freemarker.cache.StringTemplateLoader;
import freemarker.core.HTMLOutputFormat;
import freemarker.template.Configuration;
import freemarker.template.TemplateException;
import freemarker.template.TemplateMethodModelEx;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Which fields the stock registration page shows, and which are folded, by what our own templates put in its way. */
final class RegistrationFieldsTemplateTest {

    private static final Path OF_THE_THEME =
            Path.of("../themes/src/main/resources/theme/agreements/login/register-commons.ftl");
    private static final Path OF_THE_PROVIDERS =
            Path.of("../providers/src/main/resources/theme-resources/templates/agreements-fields.ftl");

    /** What matters of the page that Keycloak has: parts are imported first, and fields are made by a macro of their own. */
    private static final String STOCK_PAGE = """
            <#import "user-profile-commons.ftl" as userProfileCommons>
            <#import "register-commons.ftl" as registerCommons>
            <form><@userProfileCommons.userProfileFormFields; callback, attribute><#if callback == "afterField" && attribute.name == "email"><input id="password"></#if></@userProfileCommons.userProfileFormFields>
            <@registerCommons.termsAcceptance/></form>
            """;

    private static final String STOCK_FIELDS = """
            <#macro userProfileFormFields>
            <#list profile.attributes as attribute><#nested "beforeField" attribute><input id="${attribute.name}"><#nested "afterField" attribute></#list>
            <#list profile.html5DataAnnotations?keys as key><script src="${key}"></script></#list>
            </#macro>
            """;

    private final List<Attribute> attributes = new ArrayList<>(List.of(
            new Attribute("email").necessary(),
            new Attribute("lastName"),
            new Attribute("birthdate").with("birthdate", Map.of("min-age", "14")),
            new Attribute("city")));

    private String error = "";

    @Test
    void whatIsNotNecessaryIsFoldedBelowThePasswordAndAnAgeThatIsRequiredIsNot() throws Exception {
        String page = render("folded");

        assertThat(ids(page.substring(0, page.indexOf("<details")))).containsExactly("email", "password", "birthdate");
        assertThat(ids(page.substring(page.indexOf("<details"))))
                .containsExactly("agreements-optional-fields", "lastName", "city");
        assertThat(page).contains("<summary lang=\"en\" dir=\"ltr\">[agreementsOptionalFields]</summary>");
        assertThat(page).doesNotContain(" open>").containsOnlyOnce("<script");
    }

    @Test
    void aBirthdayWithoutAnAgeIsFoldedToo() throws Exception {
        attributes.set(2, new Attribute("birthdate").with("birthdate", Map.of()));

        String page = render("folded");

        assertThat(ids(page.substring(page.indexOf("<details")))).contains("birthdate");
    }

    @Test
    void whatWasTypedOrIsWrongIsNotHidden() throws Exception {
        attributes.get(3).value = "Beijing";
        assertThat(render("folded")).contains(" open>");

        attributes.get(3).value = "";
        assertThat(render("folded")).doesNotContain(" open>");

        error = "city";
        assertThat(render("folded")).contains(" open>");
    }

    @Test
    void aRealmMayShowAllOrLeaveTheRestForLater() throws Exception {
        assertThat(ids(render("shown"))).containsExactly("email", "password", "lastName", "birthdate", "city");
        assertThat(ids(render("later"))).containsExactly("email", "password", "birthdate");
    }

    @Test
    void whereNoAgreementIsAskedForThePageIsTheStockOne() throws Exception {
        assertThat(ids(render(null))).containsExactly("email", "password", "lastName", "birthdate", "city");
    }

    @Test
    void whereAllIsNecessaryNothingIsFolded() throws Exception {
        attributes.forEach(Attribute::necessary);

        assertThat(render("folded")).doesNotContain("<details");
    }

    private static List<String> ids(String page) {
        return Pattern.compile("id=\"([^\"]+)\"")
                .matcher(page)
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
    }

    /** As Keycloak's own FreeMarker provider does it. */
    private String render(String fields) throws IOException, TemplateException {
        StringTemplateLoader templates = new StringTemplateLoader();
        templates.putTemplate("register.ftl", STOCK_PAGE);
        templates.putTemplate("user-profile-commons.ftl", STOCK_FIELDS);
        templates.putTemplate("register-commons.ftl", Files.readString(OF_THE_THEME));
        templates.putTemplate("agreements-fields.ftl", Files.readString(OF_THE_PROVIDERS));
        Configuration configuration = new Configuration(Configuration.VERSION_2_3_32);
        configuration.setOutputFormat(HTMLOutputFormat.INSTANCE);
        configuration.setTemplateLoader(templates);
        Map<String, Object> model = new HashMap<>();
        model.put("profile", new Profile(attributes));
        model.put("messagesPerField", new Messages(error));
        model.put("properties", Map.of());
        model.put("msg", (TemplateMethodModelEx) keys -> switch (keys.get(0).toString()) {
            case "agreementsLanguage" -> "en";
            case "agreementsDirection" -> "ltr";
            default -> "[" + keys.get(0) + "]";
        });
        if (fields != null) {
            model.put("agreementsFields", fields);
        }
        StringWriter page = new StringWriter();
        configuration.getTemplate("register.ftl", "UTF-8").process(model, page);
        return page.toString();
    }

    /** Beans, as Keycloak has them; FreeMarker reads public ones only. */
    public static final class Profile {

        private final List<Attribute> attributes;

        Profile(List<Attribute> attributes) {
            this.attributes = attributes;
        }

        public List<Attribute> getAttributes() {
            return attributes;
        }

        public Map<String, Object> getHtml5DataAnnotations() {
            return Map.of("kcNumberFormat", "");
        }
    }

    public static final class Attribute {

        private final String name;
        private final Map<String, Object> validators = new HashMap<>();
        private boolean required;
        private String value;

        Attribute(String name) {
            this.name = name;
        }

        Attribute necessary() {
            required = true;
            return this;
        }

        Attribute with(String validator, Map<String, Object> settings) {
            validators.put(validator, settings);
            return this;
        }

        public String getName() {
            return name;
        }

        public boolean isRequired() {
            return required;
        }

        public String getValue() {
            return value;
        }

        public List<String> getValues() {
            return value == null ? List.of() : List.of(value);
        }

        public Map<String, Object> getValidators() {
            return validators;
        }
    }

    public static final class Messages {

        private final String error;

        Messages(String error) {
            this.error = error;
        }

        public boolean existsError(String field) {
            return field.equals(error);
        }
    }
}
