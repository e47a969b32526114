package io.agreements.keycloak.agreement.text.outline;

import static org.assertj.core.api.Assertions.assertThat;

import io.agreements.keycloak.agreement.text.html.Markdown;
import java.util.List;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Documents of word processors, pasted as they are: hardly an empty line, and no mark of Markdown. */
final class PlainDocumentsTest {

    private final OutlineReader reader = new OutlineReader();

    static Stream<Arguments> documents() {
        return Stream.of(
                document("1. 用户信息采集\n（1）姓名；\n（2）生日。\n2. 用户管理\n①不得违法；\n②不得造谣。\n3. 其他", "1. 用户信息采集", "2. 用户管理", "3. 其他"),
                document("用户协议\n一、总则\n（一）目的\n为了……\n二、费用\n每月十元。\n三、附则\n本协议自发布之日起生效。", "一、总则", "二、费用", "三、附则"),
                document("服务协议\n一、服务内容\n1. 提供平台\n2. 提供支持\n二、费用\n1. 每月十元\n2. 不退款", "一、服务内容", "二、费用"),
                document("一、 总则\n\n1、 本协议有效。\n\n2、 本协议公开。\n\n二、 费用\n\n1、 十元。", "一、 总则", "二、 费用"),
                document("1、信息采集\n我们收集。\n2、用户管理\n我们管理。", "1、信息采集", "2、用户管理"),
                document("1.1 定义\n“服务”指……\n1.2 范围\n全部。\n2.1 费用\n十元。", "1.1 定义", "1.2 范围", "2.1 费用"),
                document(
                        "用户服务协议\n\n欢迎使用。\n\n1. 总则\n1.1 目的：为了规范。\n1.2 范围：全部用户。\n2. 费用\n2.1 每月十元。\n3. 附则\n3.1 生效。",
                        "1. 总则",
                        "2. 费用",
                        "3. 附则"),
                document("１．範囲\n本規約は適用されます。\n２．料金\n無料です。", "１．範囲", "２．料金"),
                document("第1条（適用）\n1. 本規約は、適用されるものとします。\n2. 当社は、定めることがあります。\n第2条（登録）\n登録する。", "第1条（適用）", "第2条（登録）"),
                document("제1조(목적)\n목적으로 한다.\n제2조(정의)\n1. 회원\n2. 서비스\n제3조(기타)\n기타.", "제1조(목적)", "제2조(정의)", "제3조(기타)"),
                document("I. Scope\n1. a\n2. b\nII. Fees\nTen.", "I. Scope", "II. Fees"),
                document("A. Scope\nThis applies.\n\nB. Fees\nTen.", "A. Scope", "B. Fees"),
                document(
                        "Article 1 Scope\n1. one\n2. two\nArticle 2 Fees\n- a\n- b",
                        "Article 1 Scope",
                        "Article 2 Fees"),
                document(
                        "ARTICLE I - SCOPE\n\nWords.\n\nARTICLE II - FEES\n\nWords.",
                        "ARTICLE I - SCOPE",
                        "ARTICLE II - FEES"),
                document("Section 1. Scope\nWords.\nSection 2. Fees\nWords.", "Section 1. Scope", "Section 2. Fees"),
                document(
                        "Статья 1. Предмет\n1. один\n2. два\nСтатья 2. Плата\nДесять.",
                        "Статья 1. Предмет",
                        "Статья 2. Плата"),
                document(
                        "المادة 1 التعريفات\n1. أول\n2. ثان\nالمادة 2 الرسوم\nعشرة.",
                        "المادة 1 التعريفات",
                        "المادة 2 الرسوم"),
                document(
                        "المادة الأولى: نطاق\n1. أول\n2. ثان\nالمادة الثانية: رسوم\nعشرة.",
                        "المادة الأولى: نطاق",
                        "المادة الثانية: رسوم"),
                document("**1. Scope**\nWords one.\n\n**2. Fees**\nWords two.", "1. Scope", "2. Fees"),
                document("**第一条** 定义\n词\n\n**第二条** 费用\n词", "第一条 定义", "第二条 费用"));
    }

    private static Arguments document(String text, String... articles) {
        return Arguments.of(text, List.of(articles));
    }

    @ParameterizedTest
    @MethodSource("documents")
    void theirNumberedLinesAreHeadingsAndNothingIsLost(String text, List<String> articles) {
        for (String written : new String[] {text, text.replace("\n", "\r\n"), text + "\n"}) {
            assertThat(reader.read(written).articles())
                    .extracting(Outline.Article::heading)
                    .containsExactlyElementsOf(articles);
        }
        String shown = Jsoup.parseBodyFragment(new Markdown().toHtml(text, 0)).text();
        text.replace("**", "")
                .lines()
                .map(line -> line.replaceFirst("^(?:[0-9]\\.|-)\\s", ""))
                .forEach(line -> assertThat(shown).contains(line));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "请提供：\n一、姓名\n二、电话\n三、地址",
                "一、姓名\n二、电话\n三、地址",
                "请提供：\n一、姓名\n二、电话\n\n谢谢。",
                "Please send:\n\n1. name\n2. address\n\nThank you.",
                "A. Smith\nB. Jones\nC. Brown"
            })
    void linesWithNothingBelowAreNoArticles(String text) {
        assertThat(reader.read(text).articles()).isEmpty();
    }

    @Test
    void aReferenceWithinAnItemStaysInIt() {
        assertThat(new Markdown().toHtml("## A\n\n- as is said in\nArticle 3 of the Act.\n- b", 0))
                .contains("<li>as is said in<br />\nArticle 3 of the Act.</li>");
    }

    @Test
    void aBlockOfCodeStaysAsItIs() {
        assertThat(new Markdown().toHtml("- a\n\n```\n- b\n第一条 c\n```", 0)).contains("- b\n第一条 c\n");
    }
}
