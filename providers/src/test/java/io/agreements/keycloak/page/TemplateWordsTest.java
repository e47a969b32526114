package io.agreements.keycloak.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the templates say is in the wording. */
final class TemplateWordsTest {

    private static final Pattern KEY = Pattern.compile("\"(agreements[A-Za-z_]+)\"");

    /** Attributes, the names of which are no words. */
    private static final Set<String> LANGUAGE = Set.of("agreementsLanguage", "agreementsDirection");

    /** Below the form, on every page of the login theme; and shown by a script when time has run out. */
    private static final Set<String> NOT_AROUND_A_TEXT =
            Set.of("agreementsNeverAsked", "agreementsContact", "agreementsFeedback", "agreementsTypedAgain");

    @Test
    void everyMessageThatTheCommonTemplateShowsBesideAnAgreementIsNamed() throws IOException {
        Set<String> named = new TreeSet<>();
        Stream.of(
                        TemplateWords.ALWAYS,
                        TemplateWords.WITH_ATTENTION,
                        TemplateWords.WITH_CONTENTS,
                        TemplateWords.WITH_CHANGES)
                .forEach(named::addAll);
        named.add(TemplateWords.READ_TO_END);
        named.add(TemplateWords.ACKNOWLEDGE_READ_TO_END);
        Set<String> shown = keys("agreements-commons.ftl");
        // Beginnings of the names of whole families.
        assertThat(shown.remove("agreementsAspect")).isTrue();
        assertThat(shown.remove("agreementsTrait")).isTrue();
        shown.removeAll(LANGUAGE);
        shown.removeAll(NOT_AROUND_A_TEXT);

        assertThat(named).containsAll(shown);
        assertThat(shown).hasSizeGreaterThan(20);
    }

    /** All of it is among the labels. */
    @Test
    void thePageOfItsOwnHasNoWordsBesides() throws IOException {
        assertThat(template("agreement-acceptance.ftl")).doesNotContain("msg(");
    }

    private static Set<String> keys(String name) throws IOException {
        return new TreeSet<>(KEY.matcher(template(name))
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList());
    }

    private static String template(String name) throws IOException {
        try (InputStream file = TemplateWordsTest.class.getResourceAsStream("/theme-resources/templates/" + name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
