package io.agreements.keycloak.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.agreements.keycloak.agreement.Agreement;
import io.agreements.keycloak.agreement.Text;
import io.agreements.keycloak.fixture.AgreementBuilder;
import io.agreements.keycloak.ledger.Decision;
import io.agreements.keycloak.ledger.Method;
import io.agreements.keycloak.page.console.ConsoleWords;
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
