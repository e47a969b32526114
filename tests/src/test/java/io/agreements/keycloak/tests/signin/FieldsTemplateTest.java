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
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What of the fields of the registration form stands on it, and what is folded. */
final class FieldsTemplateTest {

    private static final File TEMPLATES = new File("../providers/src/main/resources/theme-resources/templates");

    private static final Group NAMES = new Group("names");
    private static final Group REST = new Group("rest");

    /** As the stock template has it: a head before each group, named by its id. */
    private static final String STOCK = """
            <#macro userProfileFormFields>
              <#assign currentGroup="">
              <#list profile.attributes as attribute>
                <#assign group = (attribute.group)!"">
                <#if group != currentGroup>
                  <#assign currentGroup=group>
                  <#if currentGroup != ""><label id="header-${attribute.group.name}">${group.name}</label></#if>
                </#if>
                <input name="${attribute.name}"><#nested "afterField", attribute>
              </#list>
            </#macro>
            """;

    @Test
    void aGroupHasOneHeadWhereSomeOfItsFieldsAreFolded() throws Exception {
        String page = page(List.of(
                new Field("email", true, null),
                new Field("lastName", true, NAMES),
                new Field("nickname", false, NAMES),
                new Field("city", false, REST),
                new Field("phone", false, null)));

        assertThat(page)
                .containsSubsequence(
                        "name=\"email\"",
                        "id=\"header-names\"",
                        "name=\"lastName\"",
                        "<details",
                        "name=\"nickname\"",
                        "id=\"header-rest\"",
                        "name=\"city\"",
                        "name=\"phone\"",
                        "</details>")
                .containsOnlyOnce("id=\"header-names\"")
                .containsOnlyOnce("id=\"header-rest\"");
    }

    private static String page(List<Field> fields) throws IOException, TemplateException {
        StringTemplateLoader stock = new StringTemplateLoader();
        stock.putTemplate("user-profile-commons.ftl", STOCK);
        stock.putTemplate("page.ftl", """
                <#import "user-profile-commons.ftl" as userProfileCommons>
                <#import "agreements-fields.ftl" as fields>
                <@userProfileCommons.userProfileFormFields/>
                <@fields.folded/>
                """);
        Configuration configuration = new Configuration(Configuration.VERSION_2_3_32);
        configuration.setOutputFormat(HTMLOutputFormat.INSTANCE);
        configuration.setTemplateLoader(
                new MultiTemplateLoader(new TemplateLoader[] {stock, new FileTemplateLoader(TEMPLATES)}));
        StringWriter written = new StringWriter();
        configuration
                .getTemplate("page.ftl", "UTF-8")
                .process(
                        Map.of(
                                "profile",
                                new Profile(fields),
                                "agreementsFields",
                                "folded",
                                "messagesPerField",
                                new Messages(),
                                "properties",
                                Map.of(),
                                "msg",
                                (TemplateMethodModelEx) words -> words.get(0).toString()),
                        written);
        return written.toString();
    }

    /** What the templates ask of the profile; FreeMarker reads public types only. */
    public static final class Profile {

        private final List<Field> attributes;

        Profile(List<Field> attributes) {
            this.attributes = attributes;
        }

        public List<Field> getAttributes() {
            return attributes;
        }
    }

    public static final class Field {

        private final String name;
        private final boolean required;
        private final Group group;

        Field(String name, boolean required, Group group) {
            this.name = name;
            this.required = required;
            this.group = group;
        }

        public String getName() {
            return name;
        }

        public boolean isRequired() {
            return required;
        }

        public Group getGroup() {
            return group;
        }

        public Map<String, Object> getValidators() {
            return Map.of();
        }

        public String getValue() {
            return null;
        }

        public List<String> getValues() {
            return List.of();
        }
    }

    public static final class Group {

        private final String name;

        Group(String name) {
            this.name = name;
        }

        public String getName() {
            return name;
        }

        @Override
        public String toString() {
            return "group " + name;
        }
    }

    public static final class Messages {

        public boolean existsError(String field) {
            return false;
        }
    }
}
