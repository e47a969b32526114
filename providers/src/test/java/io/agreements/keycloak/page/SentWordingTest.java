package io.agreements.keycloak.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.agreements.keycloak.agreement.Agreement;
import io.agreements.keycloak.agreement.Text;
import io.agreements.keycloak.fixture.agreement.AgreementBuilder;
import io.agreements.keycloak.ledger.Decision;
import io.agreements.keycloak.ledger.Method;
import io.agreements.keycloak.page.console.ConsoleWords;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class SentWordingTest {

    private static final Agreement NEWS = AgreementBuilder.optional("news").build();
    private static final Text TEXT = new Text("t1", "en", "News", null, "d1", 0);

    @Test
    void theDialogOfTheAccountConsoleIsOnRecordInTheWordsItHas() {
        assertThat(labels(Decision.ACCEPTED))
                .isEqualTo(Map.of(
                        "hint", "Version {version} of ours",
                        "agree", "Yes, please",
                        "decline", "I do not agree",
                        "cancel", "Cancel"));
        assertThat(labels(Decision.WITHDRAWN))
                .isEqualTo(Map.of(
                        "heading", "Withdraw your consent?",
                        "hint", "“{title}” no longer counts",
                        "act", "Withdraw",
                        "cancel", "Cancel"));
    }

    @Test
    void theDialogsAreCalledOtherwiseAsSoonAsAWordOfThemIsAnother() {
        ConsoleWords words = words();

        assertThat(SentWording.dialogs(words)).isEqualTo(SentWording.dialogs(words()));
        assertThat(SentWording.dialogs(changed(words, "agreements.account.agreements.withdrawAct", "Take back")))
                .isNotEqualTo(SentWording.dialogs(words));
        assertThat(SentWording.dialogs(changed(words, "agreements.account.agreements.history", "Past")))
                .isEqualTo(SentWording.dialogs(words));
        assertThat(SentWording.dialogs(new ConsoleWords("en-GB", words.words(), words.english())))
                .isNotEqualTo(SentWording.dialogs(words));
    }

    private static ConsoleWords changed(ConsoleWords words, String key, String word) {
        Map<String, String> changed = new HashMap<>(words.words());
        changed.put(key, word);
        return new ConsoleWords(words.language(), changed, words.english());
    }

    private static Object labels(Decision decision) {
        return SentWording.of(Method.ACCOUNT, "account-console", SentWordingTest::words, decision, NEWS, 1, TEXT)
                .fields()
                .get("labels");
    }

    private static ConsoleWords words() {
        String dialogs = "agreements.account.agreements.";
        return new ConsoleWords(
                "en",
                Map.of(
                        dialogs + "giveHint", "Version {{version}} of ours",
                        dialogs + "agree", "Yes, please",
                        dialogs + "withdrawHint", "“{{title}}” no longer counts"),
                Map.of(
                        dialogs + "decline",
                        "I do not agree",
                        dialogs + "withdraw",
                        "Withdraw your consent?",
                        dialogs + "withdrawAct",
                        "Withdraw",
                        "agreements.common.cancel",
                        "Cancel"));
    }
}
