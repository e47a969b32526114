import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.*;
import java.io.IOException;
import java.net.URI;
import java.util.UUID;
import java.util.regex.*;

/** What any website has, and nothing of OpenID Connect: pages, redirects, a cookie. */
final class Website {

    private static final Pattern COOKIE = Pattern.compile("browser=([0-9a-f-]{36})");

    interface Step {
        void take(HttpExchange x) throws Exception;
    }

    private Website() {}

    /** @param links of a path, its words in Chinese and in English */
    static void page(HttpExchange x, String chinese, String english, String content, String... links)
            throws IOException {
        boolean isChinese = String.valueOf(x.getRequestHeaders().getFirst("Accept-Language"))
                .startsWith("zh");
        StringBuilder html = new StringBuilder("<!DOCTYPE html><html lang='" + (isChinese ? "zh-Hans" : "en") + "'>"
                + "<meta charset='utf-8'><meta name='viewport' content='width=device-width'>"
                + "<style>body{max-width:40rem;margin:3rem auto;padding:0 1rem;font:1rem/1.7 sans-serif}"
                + "a{margin-right:1.5rem}pre{white-space:pre-wrap;overflow-wrap:anywhere}</style>");
        String title = isChinese ? chinese : english;
        html.append("<title>" + title + "</title><main><h1>" + title + "</h1>" + content + "<p>");
        for (String link : links) {
            String[] parts = link.split(" ");
            html.append("<a href='" + parts[0] + "'>" + parts[isChinese ? 1 : 2] + "</a>");
        }
        byte[] body = html.append("</main></html>").toString().getBytes(UTF_8);
        x.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
        x.sendResponseHeaders(200, body.length);
        x.getResponseBody().write(body);
    }

    static void redirect(HttpExchange x, URI to) throws IOException {
        x.getResponseHeaders().set("Location", to.toString());
        x.sendResponseHeaders(302, -1);
    }

    /** What a step cannot do for another reason than the standards name ends here, and not in silence. */
    static HttpHandler on(Step step) {
        return x -> {
            try (x) {
                answer(x, step);
            }
        };
    }

    private static void answer(HttpExchange x, Step step) throws IOException {
        try {
            step.take(x);
        } catch (Exception e) {
            e.printStackTrace();
            page(x, "出错了", "Something went wrong", "", "/ 返回 Back");
        }
    }

    /** Tells browsers apart by a cookie; one that comes for the first time is given one. */
    static String browser(HttpExchange x) {
        Headers sent = x.getResponseHeaders();
        Matcher cookie = COOKIE.matcher(x.getRequestHeaders().getFirst("Cookie") + sent.getFirst("Set-Cookie"));
        if (cookie.find()) {
            return cookie.group(1);
        }
        String id = UUID.randomUUID().toString();
        sent.set("Set-Cookie", "browser=" + id + "; Path=/; HttpOnly; SameSite=Lax");
        return id;
    }

    static String escape(String text) {
        return String.valueOf(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
