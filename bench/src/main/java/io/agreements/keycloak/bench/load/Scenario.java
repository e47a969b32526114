package io.agreements.keycloak.bench.load;

/** What a client or a browser asks of the server again and again. */
public enum Scenario {
    /** The password grant of a client. */
    PASSWORD("password grant"),

    /** The refresh grant, in one session. */
    REFRESH("refresh"),

    /** The userinfo endpoint. */
    USERINFO("userinfo"),

    /** The introspection endpoint, asked by a confidential client. */
    INTROSPECTION("introspection"),

    /** The page on which a user signs in. */
    SIGN_IN_PAGE("sign-in page"),

    /** The form of a new user sent off, without the page it stands on. */
    REGISTRATION("registration POST");

    private final String title;

    Scenario(String title) {
        this.title = title;
    }

    /** What it is called in tables. */
    public String title() {
        return title;
    }
}
