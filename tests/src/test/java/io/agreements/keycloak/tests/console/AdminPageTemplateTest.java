package io.agreements.keycloak.tests.console;

import static org.assertj.core.api.Assertions.assertThat;

import freemarker.cache.StringTemplateLoader;
import freemarker.core.HTMLOutputFormat;
import freemarker.template.Configuration;
import freemarker.template.TemplateException;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The admin console's page is the stock page of whatever server it runs on, with one entry of its import map changed. */
final class AdminPageTemplateTest {

    private static final Path TEMPLATE = Path.of("../themes/src/main/resources/theme/agreements/admin/index.ftl");

    @ParameterizedTest
    @ValueSource(strings = {"\"react/jsx-runtime\": ", "\"react/jsx-runtime\":", "\"react/jsx-runtime\"\n   :  "})
    void theRuntimeOfReactIsFoundByAnotherName(String entry) throws Exception {
        String page =
                render("<p>${resourceUrl}</p>{ " + entry + "\"/vendor/jsx.js\", \"react-dom\": \"/vendor/dom.js\" }");

        assertThat(page.strip().replaceAll("\\s+", ""))
                .isEqualTo("<p>/resources/1/admin/agreements</p>"
                        + "{\"react/jsx-runtime\":\"/resources/1/admin/agreements/assets/hook-1.js\","
                        + "\"agreements/stock-jsx-runtime\":\"/vendor/jsx.js\",\"react-dom\":\"/vendor/dom.js\"}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p>A console without an import map &amp; with its own bundle</p>",
                "{ \"react\": \"/vendor/react.js\", \"react-dom\": \"/vendor/dom.js\" }",
                "{ \"react/jsx-dev-runtime\": \"/vendor/jsx.js\" }"
            })
    void aPageWithoutThatEntryStaysAsItIs(String stock) throws Exception {
        assertThat(render(stock).strip()).isEqualTo(stock);
    }

    @Test
    void whatTheStockPageEscapesIsEscapedOnce() throws Exception {
        assertThat(render("<p>${title}</p>").strip()).isEqualTo("<p>&lt;Shop &amp; Co&gt;</p>");
    }

    @Test
    void thePageOfTheAccountConsoleIsMadeTheSameWay() throws IOException {
        String account = Files.readString(Path.of("../themes/src/main/resources/theme/agreements/account/index.ftl"));

        assertThat(account)
                .contains("agreements-stock-account-index.ftl")
                .isEqualTo(Files.readString(TEMPLATE).replace("stock-admin", "stock-account"));
    }

    /** As Keycloak's own FreeMarker provider does it. */
    private static String render(String stock) throws IOException, TemplateException {
        StringTemplateLoader templates = new StringTemplateLoader();
        templates.putTemplate("index.ftl", Files.readString(TEMPLATE));
        templates.putTemplate("agreements-stock-admin-index.ftl", stock);
        Configuration configuration = new Configuration(Configuration.VERSION_2_3_32);
        configuration.setOutputFormat(HTMLOutputFormat.INSTANCE);
        configuration.setTemplateLoader(templates);
        StringWriter page = new StringWriter();
        configuration
                .getTemplate("index.ftl", "UTF-8")
                .process(
                        Map.of(
                                "resourceUrl",
                                "/resources/1/admin/agreements",
                                "title",
                                "<Shop & Co>",
                                "properties",
                                Map.of("agreementsHook", "assets/hook-1.js")),
                        page);
        return page.toString();
    }
}
