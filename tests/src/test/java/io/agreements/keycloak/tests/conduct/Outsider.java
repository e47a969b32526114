package io.agreements.keycloak.tests.conduct;

import io.agreements.keycloak.tests.fixture.realm.Persons.Person;
import io.agreements.keycloak.tests.fixture.rest.OAuthClient.Reply;
import java.net.HttpCookie;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Somebody who knows what an account is called and not its password: what answers tell such a person. */
final class Outsider {

    /** Differs from one answer to the next, whoever asks. */
    private static final String RANDOM =
            "(session_code|execution|tab_id|client_data|state|nonce|code_challenge|user_code|kc_state_checker"
                    + "|SAMLRequest|RelayState|key|code)=[^&\"'\\s<]*";

    private Outsider() {}

    /** Status, headers, cookies, addresses and bodies of the answers, without the name, and without what is random. */
    static String hears(Person person, List<Reply> answers) {
        return answers.stream().map(answer -> hears(person, answer)).collect(Collectors.joining("\n----\n"));
    }

    private static String hears(Person person, Reply answer) {
        Map<String, String> headers = new TreeMap<>();
        answer.headers()
                .map()
                .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), said(name, values)));
        return answer.status() + "\n" + without(person, headers + "\n" + answer.body());
    }

    /** Of most headers their being there; of cookies all but the value. */
    private static String said(String name, List<String> values) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "location", "content-type", "www-authenticate", "cache-control", "retry-after" -> values.toString();
            case "set-cookie" ->
                values.stream()
                        .flatMap(header -> HttpCookie.parse(header).stream())
                        .map(cookie -> cookie.getName() + " " + cookie.getPath() + " " + cookie.getMaxAge() + " "
                                + cookie.getSecure() + " " + cookie.isHttpOnly())
                        .sorted()
                        .toList()
                        .toString();
            default -> "";
        };
    }

    static String without(Person person, String words) {
        return words.replace(person.email(), "EMAIL")
                .replace(person.email().replace("@", "%40"), "EMAIL")
                .replace(person.email().replace("@", "&#64;"), "EMAIL")
                .replace(person.id(), "ID")
                .replaceAll(RANDOM, "$1=")
                .replaceAll("(?s)checkAuthSession\\(.*?\\)", "")
                .replaceAll("value=\"[A-Za-z0-9_.-]{16,}\"", "value=\"\"")
                .replaceAll("\"[A-Za-z0-9_+/=.-]{40,}\"", "\"\"");
    }
}
