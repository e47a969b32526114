package io.agreements.keycloak.testing.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TextOutlineTest {

    @Test
    void ofATextWithContentsTheFirstWordsAndAllThatIsNoneStay() {
        assertThat(outline("""
                - main:
                  - region "Terms":
                    - navigation "Contents Terms":
                      - group: Contents
                    - paragraph:
                      - emphasis: A translation.
                    - paragraph: Before you register
                    - heading "1. Scope" [level=3]
                    - paragraph: The scope
                    - list:
                      - listitem: of this
                      - listitem:
                        - text: and
                        - strong: that
                    - note:
                      - paragraph: Important
                    - heading "2. End" [level=3]
                  - checkbox "I accept"
                  - paragraph: Press
                """)).isEqualTo("""
                - main:
                  - region "Terms":
                    - navigation "Contents Terms":
                      - group: Contents
                    - paragraph:
                      - emphasis: A translation.
                    - heading "1. Scope" [level=3]
                    - list:
                    - note:
                    - heading "2. End" [level=3]
                  - checkbox "I accept"
                  - paragraph: Press
                """);
    }

    @Test
    void ofADocumentWithinThePageTheSameIsLeft() {
        assertThat(outline("""
                - dialog "Terms":
                  - document "Text":
                    - heading "1. Scope" [level=2]
                    - paragraph: Words
                    - paragraph: and more
                    - note:
                      - paragraph: Important
                  - button "I agree"
                """)).isEqualTo("""
                - dialog "Terms":
                  - document "Text":
                    - heading "1. Scope" [level=2]
                    - paragraph: Words
                    - note:
                  - button "I agree"
                """);
    }

    @Test
    void anythingElseStaysAsItIs() {
        String page = """
                - navigation "Pages":
                  - list:
                    - listitem: One
                - region "Why":
                  - heading "Why" [level=2]
                  - paragraph: Because
                """;

        assertThat(outline(page)).isEqualTo(page);
    }

    private static String outline(String page) {
        return String.join("\n", TextOutline.of(page.lines().toList())) + "\n";
    }

    @Test
    void nothingComesOfNothing() {
        assertThat(TextOutline.of(List.of())).isEmpty();
    }
}
