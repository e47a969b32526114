package io.agreements.keycloak.agreement.text;

import java.nio.charset.StandardCharsets;

/** From the bytes of a text, which are what is digested, to the characters that are read. */
public final class TextBytes {

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private TextBytes() {}

    /** The text in UTF-8; a byte order mark is no part of it. */
    public static String decode(byte[] content) {
        String text = new String(content, StandardCharsets.UTF_8);
        return text.startsWith(BYTE_ORDER_MARK) ? text.substring(BYTE_ORDER_MARK.length()) : text;
    }
}
