package io.agreements.keycloak.flow.questioning;

import static org.assertj.core.api.Assertions.assertThat;

import io.agreements.keycloak.fixture.Sessions;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.keycloak.sessions.AuthenticationSessionModel;

final class PresentationsTest {

    private final AuthenticationSessionModel authSession = Sessions.authentication();
    private final Presentations presentations = new Presentations(authSession);

    @Test
    void whatWasShownIsFoundAgainInALaterRequest() {
        Presentation shown = new Presentation(
                "page",
                "wording",
                true,
                List.of(
                        new Presentation.Item("terms", 2, "zh-Hans", "digest", 1, List.of("clause", "another")),
                        new Presentation.Item("news", 1, "en", "other", null, List.of())));

        presentations.keep(shown);

        assertThat(new Presentations(authSession).find("page")).contains(shown);
    }

    @Test
    void aPageKeptBeforeClausesWereIsReadAsOneWithoutAny() {
        authSession.setAuthNote(
                "agreements.presentations",
                "[{\"id\":\"page\",\"wordingDigest\":\"wording\",\"declinable\":true,\"items\":[{\"key\":\"terms\","
                        + "\"version\":2,\"locale\":\"en\",\"digest\":\"digest\",\"diffFrom\":null}]}]");

        assertThat(presentations.find("page").flatMap(page -> page.item("terms")))
                .contains(new Presentation.Item("terms", 2, "en", "digest", null, List.of()));
    }

    @Test
    void aPageNobodyShowedIsNotFound() {
        assertThat(presentations.find("page-1")).isEmpty();

        presentations.keep(page(1));

        assertThat(presentations.find("page-2")).isEmpty();
        assertThat(presentations.find(null)).isEmpty();
    }

    @Test
    void theLastFourPagesAreRemembered() {
        IntStream.rangeClosed(1, 6).mapToObj(PresentationsTest::page).forEach(presentations::keep);

        assertThat(IntStream.rangeClosed(1, 6)
                        .filter(number -> presentations.find("page-" + number).isPresent()))
                .containsExactly(3, 4, 5, 6);
    }

    @Test
    void anotherAuthenticationSessionKnowsNothingOfIt() {
        presentations.keep(page(1));

        assertThat(new Presentations(Sessions.authentication()).find("page-1")).isEmpty();
    }

    private static Presentation page(int number) {
        return new Presentation("page-" + number, "wording", true, List.of());
    }
}
