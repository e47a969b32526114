import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jwt.*;
import com.nimbusds.oauth2.sdk.*;
import com.nimbusds.oauth2.sdk.id.*;
import com.nimbusds.oauth2.sdk.pkce.*;
import com.nimbusds.oauth2.sdk.token.RefreshToken;
import com.nimbusds.openid.connect.sdk.*;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.token.OIDCTokens;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import com.sun.net.httpserver.*;
import java.io.IOException;
import java.net.*;
import java.util.*;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A small website whose users sign in with OpenID Connect: it shows which agreements they accepted, and sends them to
 * accept what a refresh was refused for. Arguments: the issuer, the port of the site.
 */
public final class SampleClient {

    private static final ClientID CLIENT = new ClientID("sample");
    private final Map<String, Attempt> attempts = new ConcurrentHashMap<>();
    private final Map<String, SignedIn> users = new ConcurrentHashMap<>();
    private final OIDCProviderMetadata provider;
    private final IDTokenValidator validator;
    private final URI home;

    private SampleClient(String issuer, int port) throws Exception {
        home = URI.create("http://localhost:" + port + "/");
        provider = OIDCProviderMetadata.resolve(new Issuer(issuer));
        URL keys = provider.getJWKSetURI().toURL();
        validator = new IDTokenValidator(provider.getIssuer(), CLIENT, JWSAlgorithm.RS256, keys);
    }

    public static void main(String[] args) throws Exception {
        String issuer = args.length > 0 ? args[0] : "http://localhost:8080/realms/pop800";
        SampleClient client = new SampleClient(issuer, args.length > 1 ? Integer.parseInt(args[1]) : 8000);
        HttpServer server = HttpServer.create(new InetSocketAddress("localhost", client.home.getPort()), 0);
        server.createContext("/", Website.on(client::show));
        server.createContext("/login", Website.on(x -> client.leave(x, null)));
        server.createContext("/register", Website.on(x -> client.leave(x, new Prompt(Prompt.Type.CREATE))));
        server.createContext("/callback", Website.on(client::comeBack));
        server.createContext("/refresh", Website.on(client::refresh));
        server.createContext("/logout", Website.on(client::signOut));
        server.start();
        System.out.println("Sample client: " + client.home);
    }

    private void show(HttpExchange x) throws IOException {
        SignedIn user = users.get(Website.browser(x));
        if (user == null) {
            Website.page(x, "示例网站", "Sample site", "", "/login 登录 Sign-in", "/register 注册 Register");
        } else {
            String claim = "<pre id='agreements'>" + Website.escape(String.valueOf(user.agreements())) + "</pre>";
            Website.page(x, "已登录", "Signed in", claim, "/refresh 刷新 Refresh", "/logout 退出 Sign-out");
        }
    }

    /** Off to the sign-in page, which asks for what is owed. */
    private void leave(HttpExchange x, Prompt prompt) throws IOException {
        Attempt attempt = new Attempt(new State(), new Nonce(), new CodeVerifier());
        attempts.put(Website.browser(x), attempt);
        Scope scope = new Scope("openid", "profile", "email");
        Website.redirect(
                x,
                new AuthenticationRequest.Builder(ResponseType.CODE, scope, CLIENT, home.resolve("callback"))
                        .endpointURI(provider.getAuthorizationEndpointURI())
                        .state(attempt.state())
                        .nonce(attempt.nonce())
                        .prompt(prompt)
                        .codeChallenge(attempt.verifier(), CodeChallengeMethod.S256)
                        .build()
                        .toURI());
    }

    private void comeBack(HttpExchange x) throws Exception {
        AuthenticationResponse response = AuthenticationResponseParser.parse(home.resolve(x.getRequestURI()));
        Attempt attempt = attempts.remove(Website.browser(x));
        if (attempt == null || !attempt.state().equals(response.getState())) {
            failed(x, new ErrorObject("unknown_state", "This sign-in was not started in this browser."));
        } else if (!response.indicatesSuccess()) {
            failed(x, response.toErrorResponse().getErrorObject());
        } else {
            AuthorizationCode code = response.toSuccessResponse().getAuthorizationCode();
            TokenResponse tokens = ask(new AuthorizationCodeGrant(code, home.resolve("callback"), attempt.verifier()));
            signIn(x, tokens, attempt.nonce());
        }
    }

    /** A refusal because something is owed is invalid_grant as any other: a new sign-in asks for it, or for the password. */
    private void refresh(HttpExchange x) throws Exception {
        SignedIn user = users.remove(Website.browser(x));
        TokenResponse tokens = user == null ? null : ask(new RefreshTokenGrant(user.refreshToken()));
        if (tokens != null && tokens.indicatesSuccess()) {
            signIn(x, tokens, null);
        } else {
            leave(x, null);
        }
    }

    private void signIn(HttpExchange x, TokenResponse response, Nonce nonce) throws Exception {
        if (!response.indicatesSuccess()) {
            failed(x, response.toErrorResponse().getErrorObject());
            return;
        }
        OIDCTokens tokens = ((OIDCTokenResponse) response.toSuccessResponse()).getOIDCTokens();
        Object agreements = validator.validate(tokens.getIDToken(), nonce).getClaim("agreements");
        users.put(Website.browser(x), new SignedIn(tokens.getIDTokenString(), agreements, tokens.getRefreshToken()));
        Website.redirect(x, home);
    }

    private void signOut(HttpExchange x) throws Exception {
        SignedIn user = users.remove(Website.browser(x));
        JWT hint = user == null ? null : JWTParser.parse(user.idToken());
        Website.redirect(
                x,
                new LogoutRequest(provider.getEndSessionEndpointURI(), hint, null, CLIENT, home, null, null).toURI());
    }

    private TokenResponse ask(AuthorizationGrant grant) throws Exception {
        TokenRequest request = new TokenRequest.Builder(provider.getTokenEndpointURI(), CLIENT, grant).build();
        return OIDCTokenResponseParser.parse(request.toHTTPRequest().send());
    }

    private static void failed(HttpExchange x, ErrorObject error) throws IOException {
        String words = "<code id='error'>" + Website.escape(error.getCode()) + "</code> "
                + Website.escape(error.getDescription());
        Website.page(x, "没有登录", "Not signed in", words, "/login 登录 Sign-in", "/register 注册 Register");
    }

    private record Attempt(State state, Nonce nonce, CodeVerifier verifier) {}

    private record SignedIn(String idToken, Object agreements, RefreshToken refreshToken) {}
}
