package io.agreements.keycloak.rest.admin;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Objects;

/**
 * A field of a table that no spreadsheet takes for a formula. Programs that end cells with a semicolon, a tab or a bar, as
 * many do whose decimal sign is a comma, see a cell begin in the middle of a field: so it is looked at wherever one may.
 */
public final class TableField {

    /** What makes a formula at the beginning of a cell: full-width forms too. */
    private static final String FORMULA = "=+-@\uff1d\uff0b\uff0d\uff20";

    /** What some program ends a cell with. */
    private static final String CELL_ENDS = ";|\t\r\n";

    private static final String HARMLESS = "'";
    private static final char QUOTE = '"';
    private static final char NO_BREAK_SPACE = '\u00a0';

    private TableField() {}

    /** The value with an apostrophe before what would be taken for a formula. */
    public static String of(Object value) {
        String field = Objects.toString(value, "");
        StringBuilder harmless = new StringBuilder();
        boolean atBeginning = true;
        for (int place = 0; place < field.length(); place++) {
            char character = field.charAt(place);
            boolean ends = CELL_ENDS.indexOf(character) >= 0;
            if (atBeginning && FORMULA.indexOf(character) >= 0
                    || place == 0 && Character.isWhitespace(character) && ends) {
                harmless.append(HARMLESS);
            }
            harmless.append(character);
            atBeginning = ends || atBeginning && isPassedOver(character);
        }
        return harmless.toString();
    }

    /** The moment as ISO 8601 has it, with its offset from UTC in that zone; empty if there is none. */
    public static String of(Instant moment, ZoneId zone) {
        return moment == null ? "" : DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(moment.atZone(zone));
    }

    /** What a program leaves away before it looks at a cell. */
    private static boolean isPassedOver(char character) {
        return character == QUOTE || character == NO_BREAK_SPACE || Character.isWhitespace(character);
    }
}
