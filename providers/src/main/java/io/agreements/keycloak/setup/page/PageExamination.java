package io.agreements.keycloak.setup.page;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;

/** Finds what is wrong with a page on which users decide. */
final class PageExamination {

    /** Stands in every form of ours. */
    private static final String OURS = "input[name=agreements-presentation]";

    private static final String TEXT = "[data-agreement-text]";
    private static final String TEXT_OF = "[data-agreement-text=agreement-%s]";
    private static final String BOX = "input[type=checkbox]";
    private static final String DECISION = "[name=agreements-decision]";
    private static final String SUBMIT =
            "button:not([type=button],[type=reset]), input[type=submit], input[type=image]";
    private static final String ACCEPT = decision("accept", "acknowledge", "confirm");
    private static final String DECLINE = decision("decline", "stop");

    /** The style sheet of the product makes it scroll. */
    private static final String SCROLLING = "agr-text";

    private final SamplePage page;

    PageExamination(SamplePage page) {
        this.page = page;
    }

    Set<PageFault> faults() {
        Element form = page.html() == null ? null : form();
        if (form == null) {
            return EnumSet.of(PageFault.INCOMPLETE);
        }
        Set<PageFault> faults = EnumSet.noneOf(PageFault.class);
        Elements texts = form.select(TEXT);
        if (page.keys().stream()
                .anyMatch(key -> form.select(TEXT_OF.formatted(key)).isEmpty())) {
            faults.add(PageFault.INCOMPLETE);
        }
        if (!form.select(BOX + "[checked]").isEmpty()) {
            faults.add(PageFault.TICKED);
        }
        if (isButtonBefore(form, decidedByButtons(form, texts))) {
            faults.add(PageFault.BUTTON_FIRST);
        }
        if (page.declinable() && !isRefusedAsAccepted(form)) {
            faults.add(PageFault.REFUSAL);
        }
        if (texts.stream().anyMatch(text -> !isReachable(text))) {
            faults.add(PageFault.KEYBOARD);
        }
        return faults;
    }

    private Element form() {
        Element field = Jsoup.parse(page.html()).selectFirst(OURS);
        return field == null ? null : field.closest("form");
    }

    /** Where buttons say what they decide, a text with a box of its own is decided on by that, unless all have one. */
    private static Elements decidedByButtons(Element form, Elements texts) {
        List<String> boxes = form.select(BOX).eachAttr("name");
        Elements others = texts.stream()
                .filter(text -> !boxes.contains(text.attr("data-agreement-text")))
                .collect(Collectors.toCollection(Elements::new));
        return form.select(DECISION).isEmpty() || others.isEmpty() ? texts : others;
    }

    private static boolean isButtonBefore(Element form, Elements texts) {
        if (texts.isEmpty()) {
            return false;
        }
        List<Element> order = form.getAllElements();
        int lastText = order.indexOf(texts.last());
        return buttons(form).stream().anyMatch(button -> order.indexOf(button) < lastText);
    }

    /** Where there are buttons that say what they decide, these; else all that send the form. */
    private static Elements buttons(Element form) {
        Elements deciding = form.select(DECISION);
        return deciding.isEmpty() ? form.select(SUBMIT) : deciding;
    }

    private static boolean isRefusedAsAccepted(Element form) {
        Element accept = form.selectFirst(ACCEPT);
        Element decline = form.selectFirst(DECLINE);
        return accept != null
                && decline != null
                && accept.normalName().equals(decline.normalName())
                && !decline.hasAttr("disabled")
                && !isHidden(decline);
    }

    private static boolean isReachable(Element text) {
        return !isHidden(text)
                && (text.hasAttr("tabindex") ? isNatural(text.attr("tabindex")) : !text.hasClass(SCROLLING));
    }

    private static boolean isNatural(String number) {
        return number.strip().matches("\\d{1,5}");
    }

    private static boolean isHidden(Element element) {
        return Stream.concat(Stream.of(element), element.parents().stream())
                .anyMatch(around -> around.hasAttr("hidden")
                        || around.hasAttr("inert")
                        || around.attr("aria-hidden").toLowerCase(Locale.ROOT).equals("true"));
    }

    private static String decision(String... answers) {
        return Stream.of(answers)
                .map(answer -> DECISION + "[value=" + answer + "]")
                .collect(Collectors.joining(", "));
    }
}
