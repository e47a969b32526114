package io.agreements.keycloak.account.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.agreements.keycloak.page.MessageFiles;
import java.io.File;
import java.io.IOException;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every mail of the product, in every language. */
final class MailTest {

    private static final Pattern BUTTON = Pattern.compile("<td class=\"mail-button\"[^>]*><a href=\"([^\"]+)\"");

    static Stream<Arguments> mails() throws IOException {
        return Stream.concat(MessageFiles.languages(), Stream.of("ar"))
                .flatMap(language -> Arrays.stream(MailKind.values()).map(kind -> Arguments.of(kind, language)));
    }

    @ParameterizedTest
    @MethodSource("mails")
    void hasATitleAGreetingOneButtonAReasonAndSomebodyToAsk(MailKind kind, String language) {
        RenderedMail mail =
                RenderedMail.of(SampleLetters.of(kind), language, RenderedMail.CONTACT, SampleLetters.LINKS);
        Properties words = mail.words();
        String tag = language.equals("ar") ? "en" : language;
        String title = MessageFormat.format(words.getProperty(kind.subjectKey()), "Terms");
        String greeting = MessageFormat.format(words.getProperty("agreementsMailGreeting"), "Ann Lee");

        assertThat(mail.html())
                .startsWith("<!DOCTYPE html>\n<html lang=\"" + tag + "\" dir=\"ltr\">")
                .contains("<title>" + title + "</title>", title + "</h1>", "<p>" + greeting + "</p>")
                .contains("<a href=\"mailto:" + RenderedMail.CONTACT + "\"")
                .contains("prefers-color-scheme: dark");
        assertThat(BUTTON.matcher(mail.html()).results().map(found -> found.group(1)))
                .containsExactly(SampleLetters.link(kind));
        assertThat(mail.text())
                .startsWith(title + "\n\n" + greeting + "\n\n")
                .contains("\n" + SampleLetters.link(kind) + "\n", "\n" + RenderedMail.CONTACT + "\n")
                .doesNotContain("<", "{", "\n\n\n");
        for (String part : List.of(mail.text(), mail.html().replace("&amp;", "&"))) {
            assertThat(part)
                    .contains(SampleLetters.facts(kind))
                    .contains(mail.says("agreementsNeverAsked"), mail.says("agreementsContact"))
                    .contains(mail.says(reasonKey(kind)))
                    .doesNotContain("agreementsMail", "restriction.", "Text}");
        }
    }

    @ParameterizedTest
    @EnumSource(MailKind.class)
    void saysTheSameInBothParts(MailKind kind) {
        RenderedMail mail = RenderedMail.of(SampleLetters.of(kind), "en", RenderedMail.CONTACT, SampleLetters.LINKS);
        String body = mail.html().substring(mail.html().indexOf("<body"));
        String spoken = body.replaceAll("<[^>]*>", " ").replace("&amp;", "&").replace("&#39;", "'");

        assertThat(words(spoken))
                .containsAll(words(mail.text().replace("\n- ", "\n").replaceAll("https://\\S+", "")));
    }

    /** The same character is drawn otherwise in Japan than in China. */
    @ParameterizedTest
    @CsvSource({"ja, Noto Sans CJK JP", "zh-Hant, Noto Sans CJK TC", "zh-Hans, Noto Sans CJK SC", "en, Noto Sans CJK SC"
    })
    void isDrawnInTheFontsOfItsLanguage(String language, String font) {
        RenderedMail mail = RenderedMail.of(
                SampleLetters.of(MailKind.DELETION_DONE), language, RenderedMail.CONTACT, SampleLetters.LINKS);

        assertThat(mail.html()).containsOnlyOnce("'Noto Sans CJK ").contains("'" + font + "', sans-serif;");
    }

    @Test
    void whoseNameIsNotKnownIsGreetedAllTheSame() {
        Recipient nobody = new Recipient("id", "ann@example.org", "ann@example.org", null, null, "en");
        Letter letter = SampleLetters.of(MailKind.DELETION_CANCELLED, nobody);
        RenderedMail mail = RenderedMail.of(letter, "en", null, SampleLetters.NOWHERE);

        assertThat(mail.html()).contains("<p>Hello,</p>").doesNotContain("href=", "Contact us");
        assertThat(mail.text()).contains("\nHello,\n").doesNotContain("http", "Contact us");
    }

    @Test
    void whatSomebodyTypedIsNoMarkupAndNoKeyOfAMessage() {
        Recipient sly = new Recipient("id", "ann", "ann@example.org", "<b>${doLogIn}<b>", null, "en");
        Letter letter = SampleLetters.of(MailKind.DELETION_CANCELLED, sly);
        RenderedMail mail = RenderedMail.of(letter, "en", "javascript:alert(1)", SampleLetters.NOWHERE);

        assertThat(mail.html()).contains("Hello &lt;b&gt;${doLogIn}&lt;b&gt;,").doesNotContain("href=");
    }

    @Test
    void everyTemplateOfAMailIsOneOfTheseInBothParts() {
        for (String part : List.of("html", "text")) {
            String[] files = new File("src/main/resources/theme-resources/templates/" + part).list();
            assertThat(files)
                    .containsExactlyInAnyOrderElementsOf(Stream.concat(
                                    Stream.of("agreements-layout.ftl"),
                                    Arrays.stream(MailKind.values()).map(MailKind::template))
                            .distinct()
                            .toList());
        }
    }

    private static List<String> words(String text) {
        return Arrays.stream(text.split("\\s+")).filter(word -> !word.isEmpty()).toList();
    }

    private static String reasonKey(MailKind kind) {
        return "agreementsMailWhy"
                + switch (kind) {
                    case DELETION_REQUESTED, DELETION_CANCELLED, DELETION_DONE -> "Deletion";
                    case RESTRICTION_IMPOSED, RESTRICTION_CHANGED, RESTRICTION_ENDED -> "Decision";
                    case APPEAL_RECEIVED, APPEAL_ANSWERED -> "Appeal";
                    case NEW_VERSION -> "NewVersion";
                    case DISCLOSURE, DISCLOSURE_CORRECTED -> "Disclosure";
                };
    }
}
