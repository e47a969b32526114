package io.agreements.keycloak.agreement.text.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.agreements.keycloak.agreement.text.Links;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class LinksTest {

    private final Markdown markdown = new Markdown();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://example.org",
                "http://example.org/a?b=c&d=%20e#f",
                "HTTPS://Example.org/",
                "https://例子.中国/路径?问=答",
                "https://example.org:8443/",
                "https://[2001:db8::1]/",
                "mailto:help@example.org",
                "mailto:help@example.org?subject=Agreement%202",
                "tel:+86-10-1234-5678",
                "tel:10086",
                "#article-3",
                "#第三条"
            })
    void aLinkToTheWebToMailToATelephoneOrWithinThePageIsOne(String address) {
        assertThat(Links.isAllowed(address)).isTrue();
        assertThat(markdown.toHtml("[words](<" + address + ">)", 0)).contains(" href=\"", ">words</a>");
        assertThatCode(() -> markdown.requireFit("[words](<" + address + ">)")).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//evil.example",
                "//evil.example/https://example.org",
                "\\\\evil.example",
                "/\\evil.example",
                "../x",
                "./x",
                "x",
                "/realms/pop800",
                "?kc_action=delete_account",
                "",
                "#",
                "javascript:alert(1)",
                "data:text/html,x",
                "https:evil.example",
                "https:/evil.example",
                "https:///evil.example",
                "https:\\\\evil.example",
                "https://",
                "https://?x",
                "https://bank.example@evil.example/",
                "https://example.org/a b",
                "https://example.org/\"x",
                "mailto:",
                "mailto:nobody",
                "tel:",
                "tel:call-me",
                "ftp://example.org/",
                " https://example.org"
            })
    void anyOtherIsNoneAndATextWithItIsRefused(String address) {
        assertThat(Links.isAllowed(address)).isFalse();
        assertThat(markdown.toHtml("[words](<" + address + ">)", 0)).doesNotContain("<a", "href=");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[words](//evil.example)",
                "[words](../x)",
                "[words](?kc_action=x)",
                "[words][a]\n\n[a]: /x",
                "[words](&#106;avascript:alert(1))",
                "<javascript:alert(1)>",
                "> - **[words](/x)**"
            })
    void theRefusalNamesTheLink(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> markdown.requireFit(text))
                .withMessageContaining("content has a link to '")
                .withMessageContaining("https://");
    }

    @ParameterizedTest
    @ValueSource(strings = {"![picture](/plan.png)", "no link [at all] (x)", "`[code](/x)`"})
    void whatIsNoLinkOnThePageIsNotRefused(String text) {
        assertThatCode(() -> markdown.requireFit(text)).doesNotThrowAnyException();
    }
}
