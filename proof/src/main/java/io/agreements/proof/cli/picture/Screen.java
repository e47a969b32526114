package io.agreements.proof.cli.picture;

import java.util.Locale;

/** A size in which pages are drawn. */
public enum Screen {
    DESKTOP(1280, 800, 1),
    PHONE(390, 844, 2);

    private final int width;
    private final int height;
    private final int scale;

    Screen(int width, int height, int scale) {
        this.width = width;
        this.height = height;
        this.scale = scale;
    }

    /** In pixels of style sheets. */
    int width() {
        return width;
    }

    int height() {
        return height;
    }

    /** Pixels of a picture for each of these. */
    int scale() {
        return scale;
    }

    boolean isMobile() {
        return this == PHONE;
    }

    /** In names of files. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
