package io.agreements.keycloak.flow.questioning;

import static io.agreements.keycloak.fixture.agreement.AgreementBuilder.optional;
import static io.agreements.keycloak.fixture.agreement.AgreementBuilder.required;
import static io.agreements.keycloak.fixture.agreement.VersionBuilder.version;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.agreements.keycloak.acceptance.obligation.Obligations;
import io.agreements.keycloak.agreement.Catalogue;
import io.agreements.keycloak.fixture.Sessions;
import io.agreements.keycloak.fuzz.Trial;
import io.agreements.keycloak.ledger.ShownClause;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

/** Fields of a form that asks for decisions, whatever a browser or a program sends back. */
final class AnswerFuzzTest {

    private static final Trial TRIAL = new Trial("answers to pages (form fields)");

    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");
    private static final String PAGE = "7d0c9c1e";
    private static final List<String> CLAUSES = List.of("first", "second");

    private static final Obligations OPEN = Obligations.ofNewUser(
            new Catalogue(
                    "revision",
                    List.of(
                            required("terms")
                                    .versions(version(2).since(NOW).readToEnd())
                                    .build(),
                            required("privacy").versions(version(1).since(NOW)).build(),
                            optional("news").versions(version(1).since(NOW)).build())),
            "shop",
            role -> false,
            NOW);

    @DictionaryEntries({
        "&",
        "=",
        "agreements-presentation=7d0c9c1e",
        "agreements-presentation=older000",
        "agreements-decision=accept",
        "agreements-decision=decline",
        "agreements-scripted=true",
        "agreement-terms=accepted",
        "agreement-terms.end=true",
        "agreement-privacy=accepted",
        "agreement-news=accepted",
        "agreement-terms=",
        "agreement-terms.seen=2 1",
        "%00",
        "%"
    })
    @FuzzTest(maxExecutions = Trial.INPUTS, maxDuration = Trial.DURATION)
    void nothingIsAcceptedButWhatWasShownAndTicked(byte[] input) throws Exception {
        MultivaluedMap<String, String> form = form(new String(input, StandardCharsets.UTF_8));
        TRIAL.run(input, () -> {
            Presentations presentations = new Presentations(Sessions.authentication());
            presentations.keep(page("older000", 1));
            presentations.keep(page(PAGE, 2));
            AnswerCheck check = new AnswerCheck(presentations);
            Answer answer = new Answer(form);

            boolean shown = check.presentation(answer, OPEN).isPresent();
            assertThat(shown).isEqualTo(PAGE.equals(form.getFirst("agreements-presentation")));
            assertThat(check.outdated(answer, OPEN).isEmpty()).isEqualTo(shown);
            boolean whole = check.missing(answer, OPEN, true).isEmpty();
            if (whole) {
                assertThat(form)
                        .containsEntry("agreement-terms", List.of("accepted"))
                        .containsEntry("agreement-privacy", List.of("accepted"));
            }
            check.declinable(answer);
            form.keySet().forEach(Answer::isField);
            assertThat(answer.attention("terms", CLAUSES))
                    .extracting(ShownClause::digest)
                    .isEqualTo(CLAUSES);
            assertThat(answer.seen("terms").numbers()).allMatch(number -> number >= 1 && number <= 25);
            return shown && whole;
        });
    }

    private static Presentation page(String id, int termsVersion) {
        return new Presentation(
                id,
                "labels",
                true,
                List.of(
                        new Presentation.Item("terms", termsVersion, "zh-Hans", "digest", null, CLAUSES),
                        new Presentation.Item("privacy", 1, "zh-Hans", "digest", null, List.of()),
                        new Presentation.Item("news", 1, "zh-Hans", "digest", null, List.of())));
    }

    private static MultivaluedMap<String, String> form(String body) {
        MultivaluedMap<String, String> form = new MultivaluedHashMap<>();
        for (String field : body.split("&")) {
            String[] nameAndValue = field.split("=", 2);
            form.add(decode(nameAndValue[0]), nameAndValue.length < 2 ? "" : decode(nameAndValue[1]));
        }
        return form;
    }

    private static String decode(String word) {
        try {
            return URLDecoder.decode(word, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return word;
        }
    }
}
