package io.agreements.keycloak.tests;

import io.agreements.keycloak.testing.http.BoundedHttp;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A sign-in as a browser does it, but without one: it tells the status of an answer, which a page does not. */
final class PlainSignIn {

    private static final Pattern FORM = Pattern.compile("<form[^>]* action=\"([^\"]+)\"");

    private final String server;
    private final Map<String, String> cookies = new TreeMap<>();
    private HttpResponse<String> answer;

    private PlainSignIn(URI first) {
        this.server = first.getScheme() + "://" + first.getAuthority() + "/";
    }

    /** Follows a link up to the first page. */
    static PlainSignIn open(String address) {
        URI first = URI.create(address);
        PlainSignIn signIn = new PlainSignIn(first);
        signIn.send(HttpRequest.newBuilder(first));
        return signIn;
    }

    /** Sends the form of the page, up to the next page or to the client. */
    PlainSignIn password(String username, String password) {
        Matcher form = FORM.matcher(answer.body());
        if (!form.find()) {
            throw new AssertionError("No form: " + this);
        }
        send(HttpRequest.newBuilder(URI.create(form.group(1).replace("&amp;", "&")))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "username=" + encode(username) + "&password=" + encode(password))));
        return this;
    }

    int status() {
        return answer.statusCode();
    }

    String page() {
        return answer.body();
    }

    /** Where the browser is sent, away from the server; empty while it stays. */
    String client() {
        return answer.headers().firstValue("Location").orElse("");
    }

    @Override
    public String toString() {
        return answer + " " + client() + "\n" + answer.body();
    }

    private void send(HttpRequest.Builder request) {
        answer = exchange(request);
        while (client().startsWith(server)) {
            answer = exchange(HttpRequest.newBuilder(URI.create(client())));
        }
    }

    private HttpResponse<String> exchange(HttpRequest.Builder request) {
        if (!cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        HttpResponse<String> response = BoundedHttp.send(request, HttpResponse.BodyHandlers.ofString());
        response.headers().allValues("Set-Cookie").stream()
                .flatMap(header -> HttpCookie.parse(header).stream())
                .forEach(this::keep);
        return response;
    }

    private void keep(HttpCookie cookie) {
        if (cookie.hasExpired()) {
            cookies.remove(cookie.getName());
        } else {
            cookies.put(cookie.getName(), cookie.getValue());
        }
    }

    private static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
