package io.agreements.keycloak.setup.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.agreements.keycloak.page.decision.PageKind;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Faults that a theme of one's own can have are found in the pages it makes. */
final class PageExaminationTest {

    private static final String ACCEPTANCE = """
            <!DOCTYPE html>
            <html lang="en"><body>
            <form action="/somewhere" method="post">
              <input type="hidden" name="agreements-presentation" value="sample">
              <div class="agr-text" tabindex="0" data-agreement-text="agreement-terms"><p>Be kind.</p></div>
              <div class="agr-text" tabindex="0" data-agreement-text="agreement-news"><p>By mail.</p></div>
              <input type="checkbox" id="agreement-news" name="agreement-news" value="accepted">
              <button type="submit" name="agreements-decision" value="accept">Accept</button>
              <button type="submit" name="agreements-decision" value="decline">Decline</button>
            </form></body></html>
            """;

    private static final String REGISTRATION = """
            <form id="kc-register-form" action="/somewhere" method="post">
              <input name="username"><button type="button" aria-label="Show password"></button>
              <input type="hidden" name="agreements-presentation" value="sample">
              <div class="agr-text" tabindex="0" data-agreement-text="agreement-terms"><p>Be kind.</p></div>
              <input type="checkbox" name="agreement-terms" value="accepted">
              <button type="submit">Register</button>
            </form>
            """;

    @Test
    void aPageAsItShouldBeHasNone() {
        assertThat(acceptance(page -> page)).isEmpty();
        assertThat(registration(page -> page)).isEmpty();
    }

    @Test
    void aBoxTickedInAdvanceIsOne() {
        assertThat(acceptance(page -> page.replace("type=\"checkbox\"", "checked type=\"checkbox\"")))
                .containsExactly(PageFault.TICKED);
        assertThat(registration(page -> page.replace("type=\"checkbox\"", "TYPE=CHECKBOX Checked=''")))
                .containsExactly(PageFault.TICKED);
    }

    @Test
    void aButtonAboveATextIsOne() {
        assertThat(acceptance(page -> moved(
                        page, "<button type=\"submit\" name=\"agreements-decision\" value=\"accept\">Accept</button>")))
                .containsExactly(PageFault.BUTTON_FIRST);
        assertThat(registration(page -> moved(page, "<button type=\"submit\">Register</button>")))
                .containsExactly(PageFault.BUTTON_FIRST);
        assertThat(registration(page -> moved(
                        page.replace("<button type=\"submit\">Register</button>", ""),
                        "<input type=\"submit\" value=\"Register\">")))
                .containsExactly(PageFault.BUTTON_FIRST);
    }

    @Test
    void aTextWithABoxOfItsOwnMayStandBelowTheButtonsThatDecideOnTheOthers() {
        String news =
                "<div class=\"agr-text\" tabindex=\"0\" data-agreement-text=\"agreement-news\"><p>By mail.</p></div>";
        String terms = news.replace("news", "terms").replace("By mail.", "Be kind.");

        assertThat(acceptance(page -> movedDown(page, news))).isEmpty();
        assertThat(acceptance(page -> movedDown(page, terms))).containsExactly(PageFault.BUTTON_FIRST);
        assertThat(registration(page -> movedDown(page, terms)))
                .as("where buttons say nothing they decide on all")
                .containsExactly(PageFault.BUTTON_FIRST);
        assertThat(acceptance(page -> movedDown(page, news).replace("agreement-terms", "agreement-news")))
                .as("where every text has a box")
                .contains(PageFault.BUTTON_FIRST);
    }

    @Test
    void whatOpensOrLeadsElsewhereIsNoButtonThatDecides() {
        assertThat(acceptance(page -> page.replace("<form action", "<form data-x action")
                        .replace(
                                "<input type=\"hidden\"",
                                "<button type=\"submit\" name=\"help\"></button><input type=\"hidden\"")))
                .isEmpty();
    }

    @Test
    void aRefusalThatIsLessThanTheAcceptanceIsOne() {
        String decline = "<button type=\"submit\" name=\"agreements-decision\" value=\"decline\">Decline</button>";
        assertThat(List.of(
                        "",
                        "<a href=\"/decline\">Decline</a>",
                        "<input type=\"submit\" name=\"agreements-decision\" value=\"decline\">",
                        decline.replace("<button", "<button disabled"),
                        "<div hidden>" + decline + "</div>"))
                .allSatisfy(other -> assertThat(acceptance(page -> page.replace(decline, other)))
                        .as(other)
                        .containsExactly(PageFault.REFUSAL));
    }

    @Test
    void aPageOnWhichNothingCanBeDeclinedNeedsNoButtonForIt() {
        SamplePage page = new SamplePage(
                new PageName(PageKind.ACCEPTANCE, "en"),
                List.of("terms"),
                false,
                ACCEPTANCE.replace("value=\"decline\"", "value=\"other\""));

        assertThat(new PageExamination(page).faults()).isEmpty();
    }

    @Test
    void aTextThatTheKeyboardCannotReachIsOne() {
        String text = "<div class=\"agr-text\" tabindex=\"0\" data-agreement-text=\"agreement-terms\">";
        assertThat(List.of(
                        text.replace(" tabindex=\"0\"", ""),
                        text.replace("\"0\"", "\"-1\""),
                        text.replace("<div", "<div hidden"),
                        text.replace("<div", "<div inert"),
                        text.replace("<div", "<div aria-hidden=\"TRUE\"")))
                .allSatisfy(other -> assertThat(acceptance(page -> page.replace(text, other)))
                        .as(other)
                        .containsExactly(PageFault.KEYBOARD));
        assertThat(acceptance(
                        page -> page.replace(text, "<div class=\"whole\" data-agreement-text=\"agreement-terms\">")))
                .as("a text that is not made to scroll needs no focus")
                .isEmpty();
    }

    @Test
    void aPageWithoutATextOrWithoutAFormOrThatIsNotMadeIsOne() {
        assertThat(acceptance(page -> page.replace("data-agreement-text=\"agreement-news\"", "")))
                .containsExactly(PageFault.INCOMPLETE);
        assertThat(acceptance(page -> "<html><body>Terms: <a href='/terms'>here</a></body></html>"))
                .containsExactly(PageFault.INCOMPLETE);
        assertThat(acceptance(page -> null)).containsExactly(PageFault.INCOMPLETE);
    }

    private static String moved(String page, String button) {
        return page.replace(button, "").replaceFirst("(<form[^>]*>)", "$1" + button);
    }

    private static String movedDown(String page, String text) {
        return page.replace(text, "").replace("</form>", text + "</form>");
    }

    private static Set<PageFault> acceptance(UnaryOperator<String> change) {
        return new PageExamination(new SamplePage(
                        new PageName(PageKind.ACCEPTANCE, "en"),
                        List.of("terms", "news"),
                        true,
                        change.apply(ACCEPTANCE)))
                .faults();
    }

    private static Set<PageFault> registration(UnaryOperator<String> change) {
        return new PageExamination(new SamplePage(
                        new PageName(PageKind.REGISTRATION, "en"), List.of("terms"), false, change.apply(REGISTRATION)))
                .faults();
    }
}
