package io.agreements.keycloak.tests.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.agreements.keycloak.testing.WithKeycloak;
import io.agreements.keycloak.testing.server.KeycloakServer;
import io.agreements.keycloak.testing.server.running.Statements;
import io.agreements.keycloak.testing.server.running.Statements.Statement;
import io.agreements.keycloak.tests.fixture.realm.Tasks;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Accounts that are deleted in one transaction share the statements about what the product keeps of them. */
@WithKeycloak
final class DeletionCostIT {

    /** A run with one transaction: six of them say what is due, take the part of the work and give it back. */
    private static final int MOST = 24;

    private static final Pattern KIND = Pattern.compile("^(\\w+).*?\\b(agr_\\w+)", Pattern.DOTALL);

    /** Of the accounts that have not been deleted. */
    private int next;

    @Test
    void asManyStatementsDeleteTwentyAccountsAsTen(KeycloakServer server) {
        DueAccounts accounts = new DueAccounts(server);
        List<String> ofOne = deletion(server, accounts, 1);
        List<String> ofTen = deletion(server, accounts, 10);
        List<String> ofTwenty = deletion(server, accounts, DueAccounts.TOGETHER);

        assertThat(ofTwenty).isEqualTo(ofTen).hasSizeLessThanOrEqualTo(MOST).contains("insert agr_record");
        assertThat(ofOne).hasSizeLessThan(MOST);
    }

    /** @return those that have to do with our tables; where a timer of the server has been faster, others ask */
    private List<String> deletion(KeycloakServer server, DueAccounts accounts, int number) {
        List<String> ours = List.of();
        while (!ours.contains("insert agr_record")) {
            accounts.ask(next, next + number);
            next += number;
            ours = Statements.ofTask(server, Tasks.DELETIONS).stream()
                    .flatMap(DeletionCostIT::kind)
                    .toList();
            accounts.awaitAsking(Set.of());
            assertThat(accounts.left()).hasSize(DueAccounts.USERS - next);
        }
        return ours;
    }

    /** What it does with which of our tables. */
    private static Stream<String> kind(Statement statement) {
        return KIND.matcher(statement.sql().toLowerCase(Locale.ROOT)).results().map(DeletionCostIT::words);
    }

    private static String words(MatchResult kind) {
        return kind.group(1) + " " + kind.group(2);
    }
}
