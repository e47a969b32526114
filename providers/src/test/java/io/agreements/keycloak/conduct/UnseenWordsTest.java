package io.agreements.keycloak.conduct;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agreements.keycloak.acceptance.RenewalRequest;
import io.agreements.keycloak.conduct.Appeal.Answer;
import io.agreements.keycloak.conduct.Appeal.Outcome;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What somebody has to say is said in words that can be seen. */
final class UnseenWordsTest {

    private static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                " \u200b ",
                "\u200b",
                "\u2060\u2060",
                "\u00ad",
                "\ufeff",
                "\u3164",
                "\u2800",
                "\u200e\u200f",
                "\u00a0\u3000",
                "\udb40\udc41",
            })
    void wordsThatNobodySeesAreNone(String words) {
        assertThatThrownBy(() -> new Appeal(words, NOW, null)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Answer(Outcome.UPHELD, words, NOW, "admin"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new RenewalRequest(NOW, words, "admin")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Statement(Set.of(RestrictionGround.OTHER_BREACH), "A breach.", words, null))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"No.", "我没有写", "می\u200cخواهم", "\ud83d\udc68\u200d\ud83d\udc69\u200d\ud83d\udc67"})
    void whatScriptsAndEmojiNeedIsNoFault(String words) {
        assertThatCode(() -> new Appeal(words, NOW, null)).doesNotThrowAnyException();
        assertThatCode(() -> new RenewalRequest(NOW, words, "admin")).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"A \u202ebreach.", "A\u200bbreach."})
    void anAdministratorSaysNothingThatIsReadOtherwiseThanItIsShown(String words) {
        assertThatThrownBy(() -> new Statement(Set.of(RestrictionGround.OTHER_BREACH), words, "Article 4", null))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new RenewalRequest(NOW, words, "admin")).isInstanceOf(IllegalArgumentException.class);
    }
}
