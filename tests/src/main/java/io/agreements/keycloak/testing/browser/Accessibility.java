package io.agreements.keycloak.testing.browser;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Page;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Looks at pages with axe. */
public final class Accessibility {
    private static final List<String> WCAG_2_1_AA = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa");

    /** Violations and no more: AxeBuilder has axe tell all that is well too, on a second page, which takes three times as long. */
    private static final String VIOLATIONS = """
            ([selector, tags]) => axe
                .run(selector ?? document, {runOnly: tags, resultTypes: ['violations']})
                .then(results => results.violations.map(rule => ({
                    id: rule.id,
                    impact: String(rule.impact),
                    help: rule.help,
                    nodes: rule.nodes.map(node => ({html: node.html, why: node.failureSummary ?? ''})),
                })))
            """;

    private static final ObjectMapper JSON = new ObjectMapper();

    private Accessibility() {}

    /** Fails if axe finds a violation of WCAG 2.1 A or AA, saying which rules are broken where. */
    public static void assertNoViolations(Page page) {
        assertNoViolations(page, null);
    }

    /** The same for the parts a selector names, for pages that are only partly ours. */
    public static void assertNoViolations(Page page, String selector) {
        page.evaluate(AxeBuilder.getAxeScript());
        List<Violation> violations = Violation.all(page.evaluate(VIOLATIONS, Arrays.asList(selector, WCAG_2_1_AA)));
        if (!violations.isEmpty()) {
            throw new AssertionError(report(page.url(), violations));
        }
    }

    static String report(String url, List<Violation> violations) {
        return violations.stream()
                .map(Violation::description)
                .collect(Collectors.joining(
                        "\n", violations.size() + " accessibility rules broken on " + url + "\n", ""));
    }

    /**
     * A rule that a page breaks.
     *
     * @param nodes where, each with the words for what is wrong there
     */
    record Violation(String id, String impact, String help, List<Node> nodes) {

        private static List<Violation> all(Object answer) {
            return JSON.convertValue(answer, new TypeReference<>() {});
        }

        private String description() {
            return nodes.stream()
                    .map(Node::description)
                    .collect(Collectors.joining("", id + " (" + impact + "): " + help + "\n", ""));
        }
    }

    record Node(String html, String why) {

        private String description() {
            return "    " + html + "\n" + why.strip().indent(8);
        }
    }
}
