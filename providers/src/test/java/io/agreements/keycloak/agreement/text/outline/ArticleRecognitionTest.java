package io.agreements.keycloak.agreement.text.outline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.agreements.keycloak.agreement.text.html.Markdown;
import io.agreements.keycloak.agreement.text.markdown.PlainWords;
import io.agreements.keycloak.agreement.text.number.HeadingNumber;
import java.util.List;
import org.commonmark.node.Node;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Articles are recognised by what the document uses. */
final class ArticleRecognitionTest {

    private final OutlineReader reader = new OutlineReader();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "# One\n\na\n\n# Two\n\nb",
                "# Terms\n\n## One\n\na\n\n## Two\n\nb",
                "### One\n\na\n\n### Two\n\nb",
                "# Terms\n\n### One\n\na\n\n### Two\n\nb",
                "One\n===\n\na\n\nTwo\n===\n\nb",
                "Terms\n=====\n\nOne\n---\n\na\n\nTwo\n---\n\nb",
                "**One**\n\na\n\n**Two**\n\nb",
                "> [!IMPORTANT]\n> ## One\n>\n> a\n\n## Two\n\nb"
            })
    void headingsOfAnyKindAreHeadingsOfArticles(String text) {
        assertThat(reader.read(text).articles())
                .extracting(Outline.Article::heading, article -> words(article.body()))
                .containsExactly(tuple("One", List.of("a")), tuple("Two", List.of("b")));
        assertThat(new Markdown().toHtml(text, 1)).contains(">One</h3>", ">Two</h3>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "第一条 定义",
                "第３条　定义",
                "第七條",
                "Article 1 Scope",
                "ARTICLE 1: Scope",
                "Art. 3 Scope",
                "§ 1 Geltung",
                "Artikel 3 Geltung",
                "Artículo 3 Objeto",
                "Cláusula 3",
                "Статья 3. Предмет",
                "제3조 목적",
                "المادة 3",
                "المادة ٣",
                "ماده ۳",
                "סעיף 3",
                "Điều 3",
                "ข้อ 3",
                "अनुच्छेद 3",
                "धारा ३",
                "المادة الأولى",
                "المادة الثانية عشرة",
                "Article premier",
                "Cláusula primera",
                "Article One: Scope",
                "Άρθρο 3",
                "Článek 3",
                "Члан 3",
                "მუხლი 3",
                "មាត្រា ៣",
                "1. 用户信息采集",
                "III. Scope",
                "C. Scope",
                "三、范围"
            })
    void aNumberedLineIsTheHeadingOfAnArticle(String heading) {
        String text = heading + "\n\nwords below it.\n\nmore words.";

        assertThat(reader.read(text).articles()).singleElement().satisfies(article -> {
            assertThat(article.heading()).isEqualTo(heading);
            assertThat(article.number()).isPresent();
            assertThat(words(article.body())).containsExactly("words below it.", "more words.");
        });
        assertThat(new Markdown().toHtml(text, 1)).contains(">" + heading + "</h3>");
    }

    @ParameterizedTest
    @CsvSource({
        "第３条 定义, 第３条, 定义",
        "第七条, 第七条, ''",
        "Artikel 3 Geltung, Artikel 3, Geltung",
        "제3조 목적, 제3조, 목적",
        "Artículo 3. Objeto, Artículo 3, Objeto",
        "Cláusula 3, Cláusula 3, ''",
        "Статья 3. Предмет, Статья 3, Предмет",
        "المادة ٣ نطاق, المادة ٣, نطاق",
        "III. Scope, III, Scope",
        "C. Scope, C, Scope",
        "III – Scope, III, Scope",
        "3 - Scope, 3, Scope",
        "（三）范围, （三）, 范围",
        "(3) Scope, (3), Scope",
        "三、范围, 三, 范围",
        "§ 3 Geltung, § 3, Geltung",
        "1.2.3 Scope, 1.2.3, Scope",
        "１．範囲, １, 範囲",
        "④ 范围, ④, 范围",
        "3a. Scope, 3a, Scope",
        "제3조의2 정의, 제3조의2, 정의",
        "제3조의2의3, 제3조의2의3, ''",
        "Article 2 bis Fees, Article 2 bis, Fees",
        "Article 2 ter Costs, Article 2 ter, Costs",
        "Article 3quater, Article 3quater, ''",
        "Artikel 3bis. Prijs, Artikel 3bis, Prijs",
        "Art. 2-bis Prezzo, Art. 2-bis, Prezzo",
        "Artículo 2 quáter Precio, Artículo 2 quáter, Precio",
        "2 bis. Fees, 2 bis, Fees",
        "§ 3 a Kosten, § 3 a, Kosten",
        "§ 312b Fernabsatz, § 312b, Fernabsatz",
        "Art. 5b Scope, Art. 5b, Scope",
        "Section 4A. Scope, Section 4A, Scope",
        "Section 3(a) Scope, Section 3(a), Scope",
        "Clause 3(b)(ii), Clause 3(b)(ii), ''",
        "Article 5-1 Scope, Article 5-1, Scope",
        "Art. L. 121-1 Objet, Art. L. 121-1, Objet",
        "Article R5 Objet, Article R5, Objet",
        "Madde 5/A Kapsam, Madde 5/A, Kapsam",
        "มาตรา 3/1 ขอบเขต, มาตรา 3/1, ขอบเขต",
        "มาตรา 3 ทวิ ขอบเขต, มาตรา 3 ทวิ, ขอบเขต",
        "Статья 3.1. Цена, Статья 3.1, Цена",
        "Статья 3¹ Цена, Статья 3¹, Цена",
        "Стаття 3-1 Ціна, Стаття 3-1, Ціна",
        "المادة 3 مكرر نطاق, المادة 3 مكرر, نطاق",
        "סעיף 3א תשלום, סעיף 3א, תשלום",
        "Điều 3a Phạm vi, Điều 3a, Phạm vi",
        "第三条之一 定义, 第三条之一, 定义",
        "第3條之1 定義, 第3條之1, 定義",
        "第 3-1 條 定義, 第 3-1 條, 定義",
        "第三条の二 目的, 第三条の二, 目的",
        "第三条の二の三, 第三条の二の三, ''",
        "3-1. Scope, 3-1, Scope",
        "3 a § Avgifter, 3 a §, Avgifter",
        "第三条之规定, 第三条, 之规定",
        "§§ 3 bis 5 Haftung, §§ 3, bis 5 Haftung",
        "Artikel 3 ter beschikking, Artikel 3, ter beschikking",
        "Article 3 a fee, Article 3, a fee",
        "Artículo 3 y Anexo, Artículo 3, y Anexo",
        "2024-05-01 Changes, 2024-05-01, Changes"
    })
    void theNumberIsToldFromTheWords(String heading, String number, String words) {
        assertThat(HeadingNumber.of(heading)).contains(number);
        assertThat(HeadingNumber.remove(heading)).isEqualTo(words);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "3D printing",
                "Artists",
                "Data",
                "A day",
                "MIX – a game",
                "I–V",
                "I agree",
                "Mixed",
                "一般规定",
                "24h service",
                "Particular terms"
            })
    void whatOnlyLooksLikeANumberIsNone(String heading) {
        assertThat(HeadingNumber.of(heading)).isEmpty();
        assertThat(HeadingNumber.remove(heading)).isEqualTo(heading);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "## 第一章 总则\n\n第一条 目的\n\nx\n\n## 第二章 责任\n\n第二条 责任\n\n> [!IMPORTANT]\n> 不退款。",
                "# 第一章 总则\n\n## 第一条 目的\n\nx\n\n# 第二章 责任\n\n## 第二条 责任\n\n> [!IMPORTANT]\n> 不退款。",
                "第一章 总则\n\n第一条 目的\n\nx\n\n第二章 责任\n\n第二条 责任\n\n> [!IMPORTANT]\n> 不退款。"
            })
    void chaptersAreAboveArticlesAndNameNothing(String text) {
        Outline outline = reader.read(text);

        assertThat(outline.articles()).extracting(Outline.Article::heading).containsExactly("第一条 目的", "第二条 责任");
        assertThat(outline.attentionClauses())
                .extracting(AttentionClause::article)
                .containsExactly("第二条");
        assertThat(outline.title()).isEmpty();
        assertThat(new Markdown().toHtml(text, 1))
                .contains(">第一章 总则</h2>", ">第一条 目的</h3>", ">第二章 责任</h2>", ">第二条 责任</h3>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Please:\n\n1. read\n2. accept\n\nThank you.",
                "（1）完成您对特定服务的要求。\n\n（2）帮助我们。",
                "1) one\n2) two\n\nmore",
                "We ask you:\n\nPlease\n\n1. read\n2. accept\n\nThank you.",
                "Article 5 of the Act applies to what we do.\n\nmore",
                "One.\n\nTwo.",
                "We are **not** liable."
            })
    void listsAndSentencesAreNoArticles(String text) {
        assertThat(reader.read(text).articles()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Terms\n\n",
                "Terms\n\nLast updated: 1 January 2027\n\n",
                "Terms\n\nLast updated: 1 January 2027\n\nThese terms govern the use of the site.\n\n",
                "用户协议\n\n更新日期：2027年1月1日\n\n"
            })
    void numberedArticlesBelowATitleAndADateAreArticles(String before) {
        String text =
                before + "1. Definitions\n1.1 A user is a person.\n\n2. Fees\n2.1 Fees are due.\n\n3. Law\nGerman.";
        Outline outline = reader.read(text);

        assertThat(outline.title()).contains(before.lines().findFirst().orElseThrow());
        assertThat(outline.articles())
                .extracting(Outline.Article::heading, article -> words(article.body()))
                .containsExactly(
                        tuple("1. Definitions", List.of("1.1 A user is a person.")),
                        tuple("2. Fees", List.of("2.1 Fees are due.")),
                        tuple("3. Law", List.of("German.")));
    }

    @Test
    void aDocumentPastedAsItIsLooksLikeAnAgreement() {
        String text = "用户注册协议\n\n请认真阅读本协议。\n\n1. 信息的收集\n\n我们收集以下信息：\n\n（1）姓名；\n\n（2)生日。\n\n"
                + "2. 用户管理\n\n    (1)违反宪法的;\n\n　　(2)散布谣言的。\n\n \n\n我们谨此再次提醒您。";
        Outline outline = reader.read(text);

        assertThat(outline.title()).contains("用户注册协议");
        assertThat(outline.articles())
                .extracting(Outline.Article::heading, article -> words(article.body()))
                .containsExactly(
                        tuple("1. 信息的收集", List.of("我们收集以下信息：", "（1）姓名；", "（2)生日。")),
                        tuple("2. 用户管理", List.of("(1)违反宪法的;", "(2)散布谣言的。", "我们谨此再次提醒您。")));
        String html = new Markdown().toHtml(text, 1);
        assertThat(html)
                .contains("<h2 id=\"用户注册协议\">用户注册协议</h2>", ">1. 信息的收集</h3>", ">2. 用户管理</h3>")
                .doesNotContain("<pre", "<ol");
        assertThat(html.replaceAll("<[^>]*>", "").replaceAll("[\\s\\u3000\\u00A0]", ""))
                .isEqualTo(text.replaceAll("[\\s\\u3000\\u00A0]", ""));
    }

    @Test
    void articlesOfTheSameHeadingAreTwo() {
        assertThat(reader.read("## General\n\na\n\n## General\n\nb").articles())
                .extracting(Outline.Article::anchor)
                .containsExactly("general", "general-1");
    }

    @Test
    void whereAnArticleIsASentenceItsNumberIsTheHeading() {
        assertThat(reader.read("第一条　为了规范，制定本办法。\n第二条　本办法适用于所有用户。").articles())
                .extracting(Outline.Article::heading, article -> words(article.body()))
                .containsExactly(tuple("第一条", List.of("为了规范，制定本办法。")), tuple("第二条", List.of("本办法适用于所有用户。")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "---\ntitle: \"Terms\"\ndescription: In short\nlang: en\ndate: 2026-11-01\n---\n\n## A\n\nwords",
                "---\r\n"
                        + "title: Terms\r\n"
                        + "description: In short\r\n"
                        + "lang: en\r\n"
                        + "date: 2026-11-01\r\n"
                        + "---\r\n\r\n"
                        + "A\r\n"
                        + "---\r\n"
                        + "words",
                "---\ntitle: 'Terms'\ndescription: 'In short'\nlang: en\ndate: 2026-11-01\n---\n**A**\n\nwords\n\n**B**"
            })
    void frontMatterIsLinesAboveTheTextAndNoArticle(String text) {
        Outline outline = reader.read(text);

        assertThat(outline.title()).contains("Terms");
        assertThat(words(outline.preamble())).containsExactly("Terms", "In short", "en", "2026-11-01");
        assertThat(outline.articles().get(0).heading()).isEqualTo("A");
        assertThat(outline.remarks())
                .singleElement()
                .satisfies(remark -> assertThat(remark.found()).contains("title, description, lang, date"));
        assertThat(new Markdown().toHtml(text, 0))
                .startsWith("<div class=\"agr-front\">\n<p><strong>Terms</strong></p>\n<p>In short</p>\n<p>en</p>\n")
                .doesNotContain("title", "description", "---", "<hr");
    }

    @Test
    void theTitleOfTheFileIsNotSaidTwice() {
        Outline outline = reader.read("---\ntitle: Terms\n---\n\n# Terms\n\n## A\n\nwords");

        assertThat(outline.title()).contains("Terms");
        assertThat(words(outline.preamble())).containsExactly("Terms");
        assertThat(outline.remarks()).isEmpty();
    }

    @Test
    void whatIsHiddenBetweenTheLinesOfFrontMatterIsText() {
        assertThat(new Markdown().toHtml("---\ntitle: Terms\nrefunds: none\n---\n\nwords", 0))
                .contains("Terms", "refunds: none");
    }

    @Test
    void anAttentionClauseNamesItsArticle() {
        Outline outline =
                reader.read("# T\n\n## 1. A\n\n- x\n\n  > [!important]\n  > In a list.\n\n> [!NOTE]\n> none\n\n"
                        + "> [!IMPORTANT]\n> ## 2. B\n>\n> whole\n\n## Other\n\n> [!IMPORTANT]\n> words");

        assertThat(outline.attentionClauses())
                .extracting(AttentionClause::article)
                .containsExactly("1", "2", "Other");
        assertThat(outline.articles()).extracting(Outline.Article::heading).containsExactly("1. A", "2. B", "Other");
        assertThat(outline.attentionClauses())
                .extracting(AttentionClause::digest)
                .doesNotHaveDuplicates();
    }

    private static List<String> words(List<Node> body) {
        return body.stream().flatMap(block -> PlainWords.of(block).stream()).toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Article 2 Fees|Article 2 bis Refunds|Article 2 ter Costs",
                "제3조 목적|제3조의2 정의|제3조의3 범위",
                "§ 3 Kosten|§ 3 a Entgelt|§ 3 b Zahlung",
                "第三条 定义|第三条之一 范围|第三条之二 期限",
                "第 3 條 定義|第 3-1 條 範圍|第 3-2 條 期限",
                "Art. 5 Scope|Art. 5a Fees|Art. 5b Costs",
                "المادة 3 نطاق|المادة 3 مكرر رسوم|المادة 4 مدة",
            })
    void articlesPutInBetweenAreArticlesOfTheirOwn(String headings) {
        List<String> all = List.of(headings.split("\\|"));
        String text = "- an item\n" + String.join("\n\nwords\n\n- an item\n", all) + "\n\nwords";

        assertThat(reader.read(text).articles())
                .extracting(Outline.Article::heading)
                .containsExactlyElementsOf(all);
        assertThat(reader.read(text).articles())
                .extracting(Outline.Article::name)
                .doesNotHaveDuplicates()
                .hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"1. Scope\n=====|2. Fees\n=====", "1. Scope\n-----|2. Fees\n-----", "1) Scope\n---|2) Fees\n---"
            })
    void aNumberedLineThatIsUnderlinedIsAHeading(String headings) {
        for (String between : List.of("\n\naaa\n\n", "\naaa\n", "\n\n- item\n\n")) {
            String text = headings.replace("|", between) + between;

            assertThat(reader.read(text).articles())
                    .extracting(Outline.Article::heading)
                    .containsExactly(headings.substring(0, 8), headings.split("\\|")[1].substring(0, 7));
            assertThat(new Markdown().toHtml(text, 0)).doesNotContain("<hr", "<ol", "===");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"1. a\n2. b\n---\n\nend", "1. a\n\n   more\n\n2. b\n---\n\nend", "- a\n- b\n---\n\nend"})
    void aRuleBelowAListIsOne(String text) {
        assertThat(reader.read(text).articles()).isEmpty();
        assertThat(new Markdown().toHtml(text, 0)).contains("<hr", "<li>");
    }
}
