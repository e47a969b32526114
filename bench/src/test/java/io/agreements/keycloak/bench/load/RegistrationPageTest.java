package io.agreements.keycloak.bench.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

final class RegistrationPageTest {

    @Test
    void theFormIsSentWhereThePageSaysWithWhatItHides() {
        RegistrationPage page = new RegistrationPage("""
                <form id="kc-register-form" class="form" action="http://127.0.0.1:1/registration?code=a&amp;tab=b" method="post">
                <input type="text" name="username" value="">
                <input type="hidden" id="p" name="presentation" value="xyz">
                <input type="hidden" name="scripted" value="">
                </form>
                """);

        assertThat(page.action()).isEqualTo("http://127.0.0.1:1/registration?code=a&tab=b");
        assertThat(page.hidden()).isEqualTo(Map.of("presentation", "xyz", "scripted", ""));
    }

    @Test
    void aPageWithoutAFormIsNoPageOfRegistration() {
        assertThatThrownBy(() -> new RegistrationPage("<p>Sorry</p>").action()).hasMessageContaining("no form");
    }
}
