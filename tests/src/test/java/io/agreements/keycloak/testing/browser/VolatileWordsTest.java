package io.agreements.keycloak.testing.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VolatileWordsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    /url: http://localhost:34567/realms/pop800-1a2b3c4d/agreements | /url: <server>/realms/pop800-<id>/agreements
                    person-0c9d8e7f@example.org | person-<id>@example.org
                    id 550e8400-e29b-41d4-a716-446655440000 | id <id>
                    from 127.0.0.1 | from <address>
                    from 0:0:0:0:0:0:0:1 | from <address>
                    /realms/x/login-actions/registration?client_id=sample&tab_id=abc | /realms/x/login-actions/registration?<query>
                    /resources/7gx2p/login/pop800/a.png | /resources/<version>/login/pop800/a.png
                    Mozilla/5.0 (X11; Linux x86_64) HeadlessChrome/141.0 Safari/537.36, here | <browser>, here
                    SHA-256 e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855 | SHA-256 <digest>
                    root 47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU= | root <digest>
                    """)
    void addressesIdsAndDigestsAreOnlyNamed(String text, String lasting) {
        assertThat(VolatileWords.replaced(text)).isEqualTo(lasting);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    in force since November 30, 2026. | in force since <date>.
                    in force since 3 November 2026 | in force since <date>
                    Nov 30, 2026, 9:05 AM | <date>, <time>
                    Nov 30, 2026, 10:05:59 PM (UTC) | <date>, <time> (UTC)
                    Monday, November 30, 2026 | <date>
                    自2026年11月30日起 | 自<date>起
                    2026年11月3日星期二 | <date>
                    2026年11月30日 09:05 | <date> <time>
                    2026年11月30日 下午9:05 | <date> <time>
                    2026-11-30T10:12:13.5Z | <moment>
                    2026-11-30 | <date>
                    2026/11/3 | <date>
                    11/30/26 | <date>
                    November 2026 | <month>
                    2026年11月 | <month>
                    Nov 3 | <day>
                    11月3日 | <day>
                    of the year 2026 | of the year <year>
                    "acceptedAt": 1796029328805 | "acceptedAt": <moment>
                    Try again in 59 minutes. | Try again in <span>.
                    请在 3 分钟后重试 | 请在 <span>后重试
                    """)
    void datesAndTimesAreOnlyNamedInEitherLanguage(String text, String lasting) {
        assertThat(VolatileWords.replaced(text)).isEqualTo(lasting);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "- heading \"POP800用户注册协议\" [level=1]",
                "- text: Version 12 of 30, 7 days, 3 months",
                "- checkbox \"You may do so: 1/2\" [checked]",
                "第十二条 未成年人",
                "service@pop800.example",
                "- /url: /agreements/user-registration/versions/12/text/",
            })
    void whatIsTheSameInEachRunStays(String text) {
        assertThat(VolatileWords.replaced(text)).isEqualTo(text);
    }
}
