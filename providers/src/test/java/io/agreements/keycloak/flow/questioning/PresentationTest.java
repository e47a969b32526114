package io.agreements.keycloak.flow.questioning;

import static io.agreements.keycloak.fixture.agreement.AgreementBuilder.required;
import static io.agreements.keycloak.fixture.agreement.VersionBuilder.version;
import static org.assertj.core.api.Assertions.assertThat;

import io.agreements.keycloak.acceptance.obligation.Obligation;
import io.agreements.keycloak.agreement.Agreement;
import io.agreements.keycloak.page.AgreementView;
import io.agreements.keycloak.page.AgreementView.Change;
import io.agreements.keycloak.page.AttentionView;
import java.util.List;
import org.junit.jupiter.api.Test;

final class PresentationTest {

    private final Presentation page = new Presentation(
            "page",
            "wording",
            true,
            List.of(Presentation.Item.of(view(new Change(1, "Changed since version 1", null, null)))));

    @Test
    void itKeepsWhichTextWasShownAndWhichClausesAndWhichChange() {
        assertThat(page.item("terms"))
                .contains(new Presentation.Item("terms", 2, "zh-Hans", "digest", 1, List.of("aa", "bb")));
    }

    @Test
    void whereNoChangeWasShownNoneIsKept() {
        assertThat(Presentation.Item.of(view(null)).diffFrom()).isNull();
    }

    @Test
    void itShowsJustTheVersionItShowed() {
        assertThat(page.shows(obligation("terms", 2))).isTrue();
        assertThat(page.shows(obligation("terms", 1))).isFalse();
        assertThat(page.shows(obligation("news", 2))).isFalse();
    }

    private static Obligation obligation(String key, int number) {
        Agreement agreement = required(key).versions(version(number)).build();
        return new Obligation(agreement, agreement.version(number).orElseThrow(), null);
    }

    private static AgreementView view(Change change) {
        return new AgreementView(
                "terms",
                "用户协议",
                2,
                "第 2 版",
                "zh-Hans",
                "digest",
                "<p>正文</p>",
                "https://example.org",
                null,
                new AttentionView(
                        "请特别注意：",
                        "、",
                        List.of(
                                new AttentionView.Clause("第七条", "important-1", "aa", null),
                                new AttentionView.Clause("第八条", "important-2", "bb", null))),
                change,
                List.of());
    }
}
