package io.agreements.keycloak.page.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import org.junit.jupiter.api.Test;

/** Whether each language has all the words is told where the views are tested, which knows their forms for numbers. */
final class ConsoleFilesTest {

    /** Characters that Chinese alone has are not in the set that Japanese is written with. */
    @Test
    void japaneseKeepsToItsOwnCharacters() {
        CharsetEncoder japanese = Charset.forName("windows-31j").newEncoder();

        assertThat(ConsoleFiles.in("ja"))
                .isNotEmpty()
                .allSatisfy((key, word) -> assertThat(japanese.canEncode(word))
                        .as("%s=%s", key, word)
                        .isTrue());
    }

    @Test
    void whatIsWrittenWithABlankBeforeItKeepsIt() {
        assertThat(ConsoleFiles.in("en")).containsEntry("agreements.account.newTab", " (opens in a new tab)");
    }

    @Test
    void thereAreNoWordsWhereThereIsNoFile() {
        assertThat(ConsoleFiles.in("fr")).isEmpty();
    }
}
