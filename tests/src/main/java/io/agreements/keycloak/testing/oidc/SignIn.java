package io.agreements.keycloak.testing.oidc;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Response;
import java.util.ArrayList;
import java.util.List;

/** A sign-in under way in a browser: Keycloak's pages up to the moment the browser returns to the client. */
public final class SignIn {
    private final AuthorizationRequest request;
    private final Page page;
    private final List<Callback> callbacks = new ArrayList<>();
    private final Response firstResponse;

    private SignIn(AuthorizationRequest request, Page page) {
        this.request = request;
        this.page = page;
        page.onRequest(this::noteCallback);
        this.firstResponse = page.navigate(request.url());
    }

    static SignIn open(AuthorizationRequest request, Page page) {
        return new SignIn(request, page);
    }

    /** How the first page was answered. */
    public Response firstResponse() {
        return firstResponse;
    }

    /** What was asked for. */
    public AuthorizationRequest request() {
        return request;
    }

    /** Whether the browser is back at the client. */
    public boolean isOver() {
        return !callbacks.isEmpty();
    }

    /** Waits until the browser is back at the client; with what, tells the callback. */
    public Callback awaitCallback() {
        page.waitForCondition(this::isOver);
        return callbacks.get(callbacks.size() - 1);
    }

    /** Waits until the browser is back at the client and takes tokens for the code it brought. */
    public TokenResponse awaitTokens() {
        return request.client().exchange(awaitCallback(), request);
    }

    private void noteCallback(Request browserRequest) {
        if (browserRequest.url().startsWith(request.client().redirectUri()) && browserRequest.isNavigationRequest()) {
            callbacks.add(Callback.parse(browserRequest.url()));
        }
    }
}
