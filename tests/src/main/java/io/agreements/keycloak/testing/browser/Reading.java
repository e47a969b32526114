package io.agreements.keycloak.testing.browser;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A page as a screen reader meets it.
 *
 * @param facts what is told of it beside its elements
 * @param elements roles, names and states in the order they are read, as a list in YAML
 */
record Reading(Facts facts, String elements) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Before it nothing else is read. */
    private static final String MODAL = "[aria-modal=true]";

    /** Signs that only a font for icons knows. */
    private static final Pattern ICONS = Pattern.compile("\\p{Co}+ ?");

    /** What Playwright's list of elements leaves out: title, languages, descriptions, what has to be filled in, focus. */
    private static final String FACTS = """
            ([selector, heard]) => {
              const CONTROLS = "a[href], button, input:not([type=hidden]), select, summary, textarea, [role], [tabindex]";
              const short = (text) => (text ?? "").replace(/\\s+/g, " ").trim();
              const isShown = (element) => element.checkVisibility({ visibilityProperty: true });
              const words = (element) => short(isShown(element) ? element.innerText : element.textContent);
              const label = (element) => {
                const copy = element.cloneNode(true);
                copy.querySelectorAll('[aria-hidden="true"]').forEach((part) => part.remove());
                return short(copy.textContent);
              };
              const referred = (element, attribute) =>
                (element.getAttribute(attribute) ?? "")
                  .split(/\\s+/)
                  .map((id) => id && document.getElementById(id))
                  .filter(Boolean)
                  .map(words)
                  .filter(Boolean);
              const name = (element) =>
                referred(element, "aria-labelledby").join(" ") ||
                short(element.getAttribute("aria-label")) ||
                [...(element.labels ?? [])].map(label).join(" ") ||
                (element.matches("select, textarea") ? "" : words(element)) ||
                short(element.value) ||
                short(element.title);
              const told = (element) =>
                [
                  element === document.activeElement && "focus",
                  (element.required || element.getAttribute("aria-required") === "true") && "required",
                  (element.readOnly || element.getAttribute("aria-readonly") === "true") && "read only",
                  element.hasAttribute("aria-current") && "current " + element.getAttribute("aria-current"),
                  ...referred(element, "aria-describedby"),
                  ...referred(element, "aria-errormessage"),
                ].filter(Boolean);
              const isMet = (element) => isShown(element) && !element.closest('[aria-hidden="true"]');
              const all = (what) =>
                [...document.querySelectorAll(selector)]
                  .flatMap((part) => [part, ...part.querySelectorAll("*")])
                  .filter((element) => element.matches(what) && isMet(element));
              const language = (element) => element.closest("[lang]")?.lang ?? "";
              return {
                title: document.title,
                language: document.documentElement.lang,
                controls: [...new Set(all(CONTROLS))]
                  .map((element) => ({ name: name(element), told: told(element) }))
                  .filter((control) => control.told.length > 0),
                spoken: [...new Set(all("body [lang]"))]
                  .filter((element) => words(element) && element.lang !== language(element.parentElement))
                  .map((element) => ({ name: element.lang, told: [words(element)] })),
                heard: window[heard] ?? [],
              };
            }
            """;

    /** @param selector the parts of the page that are read */
    static Reading of(Page page, String selector) {
        boolean isModal = page.locator(MODAL + ":visible").count() > 0;
        String read = isModal ? MODAL : selector;
        Facts facts =
                JSON.convertValue(page.evaluate(FACTS, List.of(read, Announcements.HEARD)), new TypeReference<>() {});
        String elements = page.locator(":is(%1$s):not(:is(%1$s) *)".formatted(read)).all().stream()
                .map(Locator::ariaSnapshot)
                .filter(part -> !part.isBlank())
                .collect(Collectors.joining("\n"));
        return new Reading(facts, elements);
    }

    /** As it is kept: what differs each time has another word for it, long texts only their beginning, agreements their outline. */
    String kept() {
        StringBuilder yaml = new StringBuilder();
        yaml.append("title: ").append(quoted(facts.title())).append('\n');
        yaml.append("language: ").append(quoted(facts.language())).append('\n');
        yaml.append("page:\n");
        String words = ICONS.matcher(VolatileWords.replaced(elements)).replaceAll("");
        TextOutline.of(words.lines().toList()).stream()
                .map(LongTexts::shortened)
                .forEach(line -> yaml.append("  ").append(line).append('\n'));
        section(yaml, "told", facts.controls().stream().map(Named::line).toList());
        section(yaml, "spoken", facts.spoken().stream().map(Named::line).toList());
        section(yaml, "heard", facts.heard().stream().map(Reading::quoted).toList());
        return yaml.toString();
    }

    private static void section(StringBuilder yaml, String name, List<String> lines) {
        if (!lines.isEmpty()) {
            yaml.append(name).append(":\n");
            lines.forEach(line -> yaml.append("  - ").append(line).append('\n'));
        }
    }

    private static String quoted(String text) {
        try {
            return JSON.writeValueAsString(LongTexts.beginning(VolatileWords.replaced(text)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * @param language of the page
     * @param controls what is told of controls beside role, name and state: focus, required, descriptions
     * @param spoken parts in another language than what is around them
     * @param heard what was announced since the last reading
     */
    record Facts(String title, String language, List<Named> controls, List<Named> spoken, List<String> heard) {}

    record Named(String name, List<String> told) {

        private String line() {
            return told.stream().map(Reading::quoted).collect(Collectors.joining(", ", quoted(name) + ": [", "]"));
        }
    }
}
