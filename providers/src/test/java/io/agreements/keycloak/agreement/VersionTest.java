package io.agreements.keycloak.agreement;

import static io.agreements.keycloak.fixture.agreement.VersionBuilder.version;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;

final class VersionTest {

    private final Version version = version(1).in("en", "zh-Hans").build();

    @Test
    void aTextIsFoundByItsExactLocaleOnly() {
        assertThat(version.text("zh-Hans")).map(Text::locale).contains("zh-Hans");
        assertThat(version.text("zh")).isEmpty();
    }

    @Test
    void aReaderGetsTheTextThatSuitsBest() {
        assertThat(version.textFor(Locale.SIMPLIFIED_CHINESE, "en").locale()).isEqualTo("zh-Hans");
        assertThat(version.textFor(Locale.UK, "zh-Hans").locale()).isEqualTo("en");
        assertThat(version.textFor(Locale.FRANCE, "zh-Hans").locale()).isEqualTo("en");
    }
}
