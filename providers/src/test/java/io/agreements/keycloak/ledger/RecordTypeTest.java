package io.agreements.keycloak.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class RecordTypeTest {

    @ParameterizedTest
    @EnumSource
    void theDocumentsOfTheLedgerAndOfRestNameEach(RecordType type) throws IOException {
        Path docs = Path.of("..", "docs");

        assertThat(Files.readString(docs.resolve("admin-rest.md"))).contains("`" + type + "`");
        assertThat(Files.readString(docs.resolve("operators.md"))).contains("`" + type + "`");
    }
}
