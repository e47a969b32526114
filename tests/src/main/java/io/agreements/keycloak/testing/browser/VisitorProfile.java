package io.agreements.keycloak.testing.browser;

/**
 * Who looks at the pages.
 *
 * @param locale the language the browser asks for, as a BCP 47 tag
 * @param screen the size of the window
 * @param javaScript whether scripts run
 */
public record VisitorProfile(String locale, Screen screen, boolean javaScript) {

    /** Reads English at a desk. */
    public static VisitorProfile english() {
        return new VisitorProfile("en", Screen.DESKTOP, true);
    }

    /** Reads simplified Chinese at a desk. */
    public static VisitorProfile chinese() {
        return new VisitorProfile("zh-CN", Screen.DESKTOP, true);
    }

    /** The same person with another window. */
    public VisitorProfile on(Screen otherScreen) {
        return new VisitorProfile(locale, otherScreen, javaScript);
    }

    /** The same person with scripts turned off. */
    public VisitorProfile withoutJavaScript() {
        return new VisitorProfile(locale, screen, false);
    }
}
