package io.agreements.keycloak.testing.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DocumentRunTest {

    @TempDir
    private Path directory;

    private final List<String> deeds = new ArrayList<>();
    private DocumentRun run;

    @BeforeEach
    void openTerminal() {
        run = DocumentRun.open(directory, directory.resolve("scratch"), Map.of("GIVEN", "given"), new Somewhere());
    }

    @AfterEach
    void closeTerminal() {
        run.close();
    }

    @Test
    void variablesStayFromBlockToBlockAndReadersValuesGiveWay() {
        perform("""
                <!-- test: values -->

                    SERVER=https://id.example.org NAME=shop

                Words.

                    echo "$SERVER $NAME $GIVEN" >said
                """);

        assertThat(directory.resolve("said")).hasContent("here shop given\n");
    }

    @Test
    void whatIsNoSuccessIsReportedWithItsLineAndOutputAndTheTerminalGoesOn() {
        assertThatThrownBy(() -> perform("Words.\n\n    echo hello\n    ls /nowhere\n    echo never\n"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("x.md:4")
                .hasMessageContaining("ls /nowhere")
                .hasMessageContaining("hello")
                .hasMessageNotContaining("\nnever\n");
        perform("    echo on >said\n");
        assertThat(directory.resolve("said")).hasContent("on\n");
    }

    @Test
    void aVariableNobodyHasSetIsAFailure() {
        assertThatThrownBy(() -> perform("    echo \"$NOBODY_SET_THIS\"\n")).hasMessageContaining("NOBODY_SET_THIS");
    }

    @Test
    void aServerRunsOnUntilItIsStopped() throws Exception {
        perform("<!-- test: server -->\n\n    trap 'echo over >over' EXIT; echo ready; while :; do sleep 0.1; done\n");
        assertThat(directory.resolve("over")).doesNotExist();

        perform("<!-- test: prints -->\n\n```text\nready\n```\n\n<!-- test: stop -->\n");
        assertThat(Files.readString(directory.resolve("over"))).isEqualTo("over\n");
    }

    @Test
    void aServerThatEndsByItselfIsAFailure() {
        assertThatThrownBy(() -> perform("<!-- test: server -->\n\n    echo broken; exit 1\n"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("broken");
    }

    @Test
    void filesAreWrittenPersonsActAndQueriesFindWhatTheyShould() {
        perform("""
                <!-- test: file: sub/a.txt -->

                ```text
                one
                ```

                <!-- test: person: somebody comes -->

                ```sql
                select some
                ```

                <!-- test: no rows -->

                ```sql
                select none
                ```
                """);

        assertThat(directory.resolve("sub/a.txt")).hasContent("one\n");
        assertThat(deeds).containsExactly("somebody comes");
        assertThatThrownBy(() -> perform("```sql\nselect none\n```\n")).hasMessageContaining("0 rows");
    }

    @Test
    void whatHasBeenDoneIsRemembered() {
        MarkdownDocument document = MarkdownDocument.parse("x.md", "    echo\n\nWords.\n\n    ls\n");
        run.run(document.steps().subList(0, 1));

        assertThat(document.steps()).extracting(run::hasDone).containsExactly(true, false);
    }

    private void perform(String text) {
        run.run(MarkdownDocument.parse("x.md", text).steps());
    }

    private final class Somewhere implements Surroundings {
        @Override
        public Map<String, String> values() {
            return Map.of("SERVER", "here");
        }

        @Override
        public boolean isServerReady(String printed) {
            return printed.contains("ready");
        }

        @Override
        public long rows(String sql) {
            return sql.contains("none") ? 0 : 1;
        }

        @Override
        public void act(String deed) {
            deeds.add(deed);
        }
    }
}
