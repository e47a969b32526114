package io.agreements.keycloak.testing.browser;

/** The sizes of window our pages are looked at in. */
public enum Screen {
    DESKTOP(1280, 900, false),
    PHONE(390, 844, true);

    private final int width;
    private final int height;
    private final boolean touch;

    Screen(int width, int height, boolean touch) {
        this.width = width;
        this.height = height;
        this.touch = touch;
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    boolean touch() {
        return touch;
    }
}
