package io.agreements.keycloak.testing.browser;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.CheckedNode;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.stream.Collectors;

/** Looks at pages with axe. */
public final class Accessibility {
    private static final List<String> WCAG_2_1_AA = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa");

    private Accessibility() {}

    /** Fails if axe finds a violation of WCAG 2.1 A or AA, saying which rules are broken where. */
    public static void assertNoViolations(Page page) {
        assertNoViolations(page, new AxeBuilder(page));
    }

    /** The same for the parts a selector names, for pages that are only partly ours. */
    public static void assertNoViolations(Page page, String selector) {
        assertNoViolations(page, new AxeBuilder(page).include(selector));
    }

    private static void assertNoViolations(Page page, AxeBuilder axe) {
        List<Rule> violations = axe.withTags(WCAG_2_1_AA).analyze().getViolations();
        if (!violations.isEmpty()) {
            throw new AssertionError(report(page.url(), violations));
        }
    }

    static String report(String url, List<Rule> violations) {
        return violations.stream()
                .map(Accessibility::describe)
                .collect(Collectors.joining(
                        "\n", violations.size() + " accessibility rules broken on " + url + "\n", ""));
    }

    private static String describe(Rule rule) {
        return rule.getNodes().stream()
                .map(Accessibility::describe)
                .collect(Collectors.joining(
                        "", rule.getId() + " (" + rule.getImpact() + "): " + rule.getHelp() + "\n", ""));
    }

    private static String describe(CheckedNode node) {
        String why =
                node.getFailureSummary() == null ? "" : node.getFailureSummary().strip();
        return "    " + node.getHtml() + "\n" + why.indent(8);
    }
}
