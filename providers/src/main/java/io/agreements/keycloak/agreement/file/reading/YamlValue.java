package io.agreements.keycloak.agreement.file.reading;

import java.util.List;

/** A value as it is written in a file, with its place. Lines and columns are counted from 1. */
public sealed interface YamlValue {

    int line();

    int column();

    /** What it is, in words for an administrator. */
    String kind();

    /** Whether it or something in it could not be read. */
    default boolean isDoubtful() {
        return this instanceof Unread
                || this instanceof Settings settings
                        && settings.entries().stream()
                                .anyMatch(entry -> entry.value().isDoubtful())
                || this instanceof Items list && list.items().stream().anyMatch(YamlValue::isDoubtful);
    }

    /**
     * Words, a number, a time, yes or no: what stands in one place.
     *
     * @param plain whether it is written without quotes
     */
    record Words(int line, int column, String text, boolean plain) implements YamlValue {

        private static final int EXCERPT = 40;

        /** Whether nothing is written, or what YAML takes for nothing. */
        public boolean isNothing() {
            return plain && (text.isEmpty() || text.equals("~") || text.equalsIgnoreCase("null"));
        }

        /** The first of it, in quotes. */
        public String excerpt() {
            int most = text.offsetByCodePoints(0, Math.min(EXCERPT, text.codePointCount(0, text.length())));
            return "'" + (most < text.length() ? text.substring(0, most) + "…" : text) + "'";
        }

        @Override
        public String kind() {
            return isNothing() ? "nothing" : excerpt();
        }
    }

    /** Keys, each with a value, in the order of the file. */
    record Settings(int line, int column, List<Entry> entries) implements YamlValue {

        @Override
        public String kind() {
            return "keys with values";
        }
    }

    /** A key and its value. */
    record Entry(Words key, YamlValue value) {}

    /** A list. */
    record Items(int line, int column, List<YamlValue> items) implements YamlValue {

        @Override
        public String kind() {
            return "a list";
        }
    }

    /** Something that could not be read; why has been told. */
    record Unread(int line, int column) implements YamlValue {

        @Override
        public String kind() {
            return "what cannot be read";
        }
    }
}
