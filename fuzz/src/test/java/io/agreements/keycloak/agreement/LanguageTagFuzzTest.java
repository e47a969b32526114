package io.agreements.keycloak.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.agreements.keycloak.RealmTimeZone;
import io.agreements.keycloak.fixture.Realms;
import io.agreements.keycloak.fuzz.Parts;
import io.agreements.keycloak.fuzz.Trial;
import java.util.List;
import java.util.Locale;
import org.keycloak.models.RealmModel;

/** Language tags, keys and names of time zones, as administrators write them. */
final class LanguageTagFuzzTest {

    private static final Trial TRIAL = new Trial("language tags, keys and time zones");

    @DictionaryEntries({
        "zh-Hans",
        "zh-CN",
        "zh-TW",
        "en",
        "en-US",
        "de-1996",
        "sr-Latn-RS",
        "-x-",
        "-u-ca-",
        "und",
        "i-klingon",
        "\\x0A====\\x0A",
        "Asia/Shanghai",
        "GMT+8",
        "+08:00",
        "UTC",
        "terms",
        "me"
    })
    @FuzzTest(maxExecutions = Trial.INPUTS, maxDuration = Trial.DURATION)
    void areTakenInOneWayOfWritingOrRefused(byte[] input) throws Exception {
        Parts parts = new Parts(input);
        TRIAL.run(input, () -> {
            RealmModel realm = Realms.named("shop");
            realm.setAttribute(RealmTimeZone.ATTRIBUTE, parts.text(2));
            assertThat(RealmTimeZone.nameOf(realm)).isNotBlank();
            return isTag(parts.text(0), parts.text(1)) | isKey(parts.text(0));
        });
    }

    private static boolean isTag(String tag, String reader) {
        try {
            Limits.requireLocale("locale", tag);
        } catch (IllegalArgumentException e) {
            assertThat(e.getMessage()).startsWith("locale ");
            return false;
        }
        assertThat(Locale.forLanguageTag(tag).toLanguageTag()).isEqualTo(tag);
        assertThat(tag).matches("[A-Za-z0-9-]{1,35}");
        assertThat(TextLocales.best(List.of(tag, "zh-Hans"), Locale.forLanguageTag(reader), "zh-Hans"))
                .isIn(tag, "zh-Hans");
        assertThat(TextLocales.best(List.of("zh-Hans", tag), Locale.forLanguageTag(tag), "zh-Hans"))
                .isEqualTo(tag);
        return true;
    }

    private static boolean isKey(String key) {
        try {
            Limits.requireKey(key);
        } catch (IllegalArgumentException e) {
            assertThat(e.getMessage()).startsWith("key ");
            return false;
        }
        assertThat(key).matches("[a-z0-9-]{1,64}");
        return true;
    }
}
