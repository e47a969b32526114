package io.agreements.keycloak.agreement.text.html;

import static org.assertj.core.api.Assertions.assertThat;

import io.agreements.keycloak.agreement.text.change.TextChanges;
import io.agreements.keycloak.agreement.text.change.TextChanges.Difference;
import io.agreements.keycloak.agreement.text.change.TextChanges.Trait;
import io.agreements.keycloak.agreement.text.change.TextComparer;
import io.agreements.keycloak.agreement.text.outline.OutlineReader;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where a line of a text ends, and what that means to a reader. */
final class LinesTest {

    private static final String LONG = "本协议由甲方与乙方于二〇二四年一月一日在北京市朝阳区签订";

    private final Markdown markdown = new Markdown();

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "双方同意如下各项;条款并且承诺遵守",
                "双方同意**如下**;**各项**条款",
                "利用者は本サービスを;ご利用いただけます",
                "双方同意如下各项，;并且承诺遵守",
                "他写道，;“你好”",
                "双方同意`如下`;各项条款",
                "包括ｈａｌｆ；以及“个人;信息”的收集",
                "双方同意[如下](https://example.org);各项条款"
            },
            quoteCharacter = '|')
    void betweenEastAsianCharactersTheEndOfALineIsNothing(String before, String after) {
        String html = markdown.toHtml(LONG + before + "\n" + after + LONG, 0);

        assertThat(html.replaceAll("<[^>]*>", "").strip().lines())
                .singleElement()
                .isEqualTo(LONG + (before + after).replaceAll("\\*\\*|`|[\\[\\]]|\\(.*\\)", "") + LONG);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "words that go on and on until the line is full;and then go on",
                "서비스 이용자는 약관에 동의하여야 하며 이용자는 이를;위반하여서는 안 되고",
                "双方同意如下各项条款并且承诺遵守本协议的全部内容 Terms;and then 条款",
                "双方同意如下各项条款并且承诺遵守本协议的全部内容;Terms 条款"
            })
    void elsewhereItIsASpace(String before, String after) {
        assertThat(markdown.toHtml(before + "\n" + after, 0)).contains(before + "\n" + after);
    }

    @ParameterizedTest
    @CsvSource({"第一条 总则", "**一、总则**", "甲方：北京某某科技有限公司"})
    void aLineThatCouldHaveGoneOnEndsThere(String line) {
        assertThat(markdown.toHtml("## 甲\n\n" + line + "\n" + LONG + LONG + "\n\n## 乙", 0))
                .contains("<br />\n" + LONG);
    }

    @Test
    void headingsAndTheirPlacesHaveNoSpaceEither() {
        String text = "第一条 用户\n信息收集\n====\n\n[见上](#第一条-用户信息收集)\n\n第二条\n===\n\n词";

        assertThat(new OutlineReader().read(text).articles().get(0).heading()).isEqualTo("第一条 用户信息收集");
        assertThat(markdown.toHtml(text, 0)).contains("<a href=\"#第一条-用户信息收集\">见上</a>");
    }

    @Test
    void wordsThatAreOnlyBrokenElsewhereAreTheSame() {
        String before = LONG + "双方同意如下各项\n条款并且承诺遵守" + LONG;
        TextChanges changes = new TextComparer().changes(before, before.replace("\n", ""), Locale.CHINESE);

        assertThat(changes.touched()).isEmpty();
        assertThat(changes.differences()).extracting(Difference::trait).containsExactly(Trait.MARKUP);
    }
}
