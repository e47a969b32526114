package io.agreements.keycloak.testing.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MarkdownDocumentTest {

    @Test
    void anIndentedBlockIsCommandsAndKnowsItsLineAndSections() {
        MarkdownDocument document = parse("""
                # Top

                ## Try `it`

                1. Type:

                       bin/run
                       bin/test

                ## Next

                    ls
                """);

        assertThat(document.steps())
                .containsExactly(
                        new Step("x.md", 7, List.of("try-it", "top"), Optional.empty(), "sh", "bin/run\nbin/test\n"),
                        new Step("x.md", 12, List.of("next", "top"), Optional.empty(), "sh", "ls\n"));
        assertThat(document.section("try-it")).hasSize(1);
        assertThat(document.section("top")).hasSize(2);
    }

    @Test
    void aMarkIsAboutTheCodeRightBelowIt() {
        MarkdownDocument document = parse("""
                <!-- test: skip: it does not end -->

                    vi

                ```json
                {}
                ```

                <!-- test: run: ls -->
                <!-- a note of another kind -->
                """);

        assertThat(document.steps())
                .extracting(Step::mark, Step::language)
                .containsExactly(
                        tuple(Optional.of(new Mark(Mark.Kind.SKIP, "it does not end")), "sh"),
                        tuple(Optional.empty(), "json"),
                        tuple(Optional.of(new Mark(Mark.Kind.RUN, "ls")), ""));
    }

    @Test
    void aMarkWithoutItsCodeAnUnknownOneOrOneWithoutItsReasonIsRefused() {
        assertThatThrownBy(() -> parse("<!-- test: skip: why -->\n\nWords.\n\n    ls\n"))
                .hasMessageContaining("x.md:1");
        assertThatThrownBy(() -> parse("\n<!-- test: leave: why -->\n")).hasMessageContaining("x.md:2");
        assertThatThrownBy(() -> parse("<!-- test: skip -->\n\n    ls\n")).hasMessageContaining("x.md:1");
    }

    @Test
    void aFencedBlockHasToSayWhatItIsIn() {
        assertThatThrownBy(() -> parse("Words.\n\n```\nls\n```\n")).hasMessageContaining("x.md:3");
    }

    @Test
    void headingsAreReachedAsOnGitHub() {
        assertThat(parse("# Who's who, 2.0?\n\n# Same\n\n# Same\n\n# 停用 `x`\n").anchors())
                .containsExactly("whos-who-20", "same", "same-1", "停用-x");
    }

    private static MarkdownDocument parse(String text) {
        return MarkdownDocument.parse("x.md", text);
    }
}
