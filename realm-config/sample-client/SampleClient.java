import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.*;
import java.io.IOException;
import java.net.*;
import java.net.http.*;
import java.security.*;
import java.util.*;
import java.util.regex.*;

/**
 * A small website whose users sign in with OpenID Connect: authorization code, PKCE, state.
 * Run it with "java SampleClient.java [issuer]" and open http://localhost:8000/
 * A real site leaves these steps to a library, which also checks the ID token's signature.
 */
public class SampleClient {
    static final String HOME = "http://localhost:8000/";
    static final String CLIENT = "client_id=sample&redirect_uri=" + HOME + "callback";
    static String endpoints;
    static MessageDigest sha256;

    public static void main(String[] args) throws Exception {
        String issuer = System.getenv().getOrDefault("ISSUER", "http://localhost:8080/realms/pop800");
        endpoints = (args.length > 0 ? args[0] : issuer) + "/protocol/openid-connect/";
        sha256 = MessageDigest.getInstance("SHA-256");
        HttpServer server = HttpServer.create(new InetSocketAddress("localhost", 8000), 0);
        server.createContext("/", x -> page(x, say(x, "示例网站", "Sample site"), signInLinks(x)));
        server.createContext("/login", x -> leave(x, ""));
        server.createContext("/register", x -> leave(x, "&prompt=create"));
        server.createContext("/callback", SampleClient::comeBack);
        server.createContext("/logout", SampleClient::signOut);
        server.start();
        System.out.println("Sample client: " + HOME);
    }

    /** Off to the sign-in page. The browser keeps the state, to tell who comes back, and the secret behind the code. */
    static void leave(HttpExchange x, String more) throws IOException {
        String state = UUID.randomUUID().toString();
        String verifier = UUID.randomUUID() + "-" + UUID.randomUUID();
        String challenge = Base64.getUrlEncoder().withoutPadding().encodeToString(sha256.digest(verifier.getBytes(UTF_8)));
        setCookie(x, "state", state, "/callback");
        setCookie(x, "verifier", verifier, "/callback");
        redirect(x, endpoints + "auth?" + CLIENT + "&response_type=code&scope=openid+profile+email&state=" + state
                + "&code_challenge_method=S256&code_challenge=" + challenge + more);
    }

    /** Back again, with a code or with an error. */
    static void comeBack(HttpExchange x) throws IOException {
        String state = cookie(x, "state");
        setCookie(x, "state", "", "/callback");
        if (state.isEmpty() || !state.equals(parameter(x, "state"))) {
            failed(x, "unknown_state", "");
        } else if (!parameter(x, "error").isEmpty()) {
            failed(x, parameter(x, "error"), URLDecoder.decode(parameter(x, "error_description"), UTF_8));
        } else {
            String tokens = post(endpoints + "token", CLIENT + "&grant_type=authorization_code&code="
                    + parameter(x, "code") + "&code_verifier=" + cookie(x, "verifier"));
            String idToken = find("\"id_token\":\"([^\"]+)\"", tokens);
            if (idToken.isEmpty()) {
                failed(x, find("\"error\":\"([^\"]+)\"", tokens), "");
                return;
            }
            setCookie(x, "id_token", idToken, "/logout");
            String claims = new String(Base64.getUrlDecoder().decode(idToken.split("\\.")[1]), UTF_8);
            String lines = escape(claims.replaceAll(",(?=\"\\w+\":)", ",\n"));
            page(x, say(x, "已登录", "Signed in"), "<pre id='claims'>" + lines + "</pre><a id='logout' href='/logout'>"
                    + say(x, "退出登录", "Sign out") + "</a>");
        }
    }

    static void signOut(HttpExchange x) throws IOException {
        redirect(x, endpoints + "logout?post_logout_redirect_uri=" + HOME + "&id_token_hint=" + cookie(x, "id_token"));
    }

    static void failed(HttpExchange x, String error, String description) throws IOException {
        String words = switch (error) {
            case "access_denied" -> say(x, "您没有同意，因此没有登录。您可以随时重新开始。",
                    "You did not agree, so you are not signed in. You can start again at any time.");
            case "login_required", "interaction_required" -> say(x, "还需要您在登录页面上完成一步。",
                    "There is something left for you to do on the sign-in page.");
            case "unknown_state" -> say(x, "这次登录不是从这个浏览器开始的，或者已经完成。请重新登录。",
                    "This sign-in was not started in this browser, or is over already. Please sign in again.");
            default -> say(x, "登录没有成功，请再试一次。", "The sign-in did not work. Please try again.");
        };
        String details = "<code id='error'>" + escape(error) + "</code> <span id='description'>" + escape(description);
        page(x, say(x, "没有登录", "Not signed in"),
                "<p id='words'>" + words + "</p><p>" + details + "</span></p>" + signInLinks(x));
    }

    static String signInLinks(HttpExchange x) {
        return "<a id='login' href='/login'>" + say(x, "登录", "Sign in") + "</a>"
                + "<a id='register' href='/register'>" + say(x, "注册", "Register") + "</a>";
    }

    static void page(HttpExchange x, String title, String content) throws IOException {
        byte[] html = """
                <!DOCTYPE html><html lang="%s"><meta charset="utf-8"><title>%s</title>
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <style>
                  body { max-width: 40rem; margin: 3rem auto; padding: 0 1rem; font: 1rem/1.7 sans-serif }
                  a { display: inline-block; padding: .6rem 1.5rem .6rem 0 }
                  pre { padding: 1rem; background: #f4f6f9; white-space: pre-wrap; overflow-wrap: anywhere }
                </style>
                <main><h1>%s</h1>%s</main></html>
                """.formatted(say(x, "zh-Hans", "en"), title, title, content).getBytes(UTF_8);
        x.getResponseHeaders().add("Content-Type", "text/html; charset=utf-8");
        x.getResponseHeaders().add("Cache-Control", "no-store");
        x.sendResponseHeaders(200, html.length);
        x.getResponseBody().write(html);
        x.close();
    }

    static void redirect(HttpExchange x, String to) throws IOException {
        x.getResponseHeaders().add("Location", to);
        x.sendResponseHeaders(302, -1);
        x.close();
    }

    static String post(String to, String form) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(to)).POST(HttpRequest.BodyPublishers.ofString(form))
                .header("Content-Type", "application/x-www-form-urlencoded").build();
        return HttpClient.newHttpClient().sendAsync(request, HttpResponse.BodyHandlers.ofString()).join().body();
    }

    static String say(HttpExchange x, String chinese, String english) {
        return String.valueOf(x.getRequestHeaders().getFirst("Accept-Language")).startsWith("zh") ? chinese : english;
    }

    static void setCookie(HttpExchange x, String name, String value, String path) {
        x.getResponseHeaders().add("Set-Cookie", name + "=" + value + "; Path=" + path + "; HttpOnly; SameSite=Lax");
    }

    static String cookie(HttpExchange x, String name) {
        return find("(?:^|; )" + name + "=([^;]*)", String.valueOf(x.getRequestHeaders().getFirst("Cookie")));
    }

    static String parameter(HttpExchange x, String name) {
        return find("[?&]" + name + "=([^&]*)", x.getRequestURI().toString());
    }

    static String find(String pattern, String text) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        return matcher.find() ? matcher.group(1) : "";
    }

    static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }
}
