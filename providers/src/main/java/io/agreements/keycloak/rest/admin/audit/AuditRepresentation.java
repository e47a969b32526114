package io.agreements.keycloak.rest.admin.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.agreements.keycloak.audit.figure.FigureName;
import io.agreements.keycloak.audit.figure.Gap;
import io.agreements.keycloak.audit.figure.Section;
import io.agreements.keycloak.audit.figure.Subject;
import io.agreements.keycloak.audit.figure.Unit;
import java.util.List;
import java.util.Map;

/**
 * The figures of a year, with words in one language. Moments are as ISO 8601 has them, in the realm's time zone, such as
 * 2026-01-01T00:00:00+08:00.
 *
 * @param realm its name
 * @param timeZone in which the year is reckoned
 * @param from the first moment of the year
 * @param until the first moment after it, or now
 * @param soFar whether the year is not over yet
 * @param countedAt when it was counted
 * @param ledgerSince when the first record was recorded; left out if there is none
 * @param locale language of the words
 * @param title of it all, in words
 * @param notes what has to be known of all figures, in words
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AuditRepresentation(
        int year,
        String realm,
        String timeZone,
        String from,
        String until,
        boolean soFar,
        String countedAt,
        String ledgerSince,
        String locale,
        String title,
        List<String> notes,
        List<FigureSection> sections) {

    /**
     * Figures about the same.
     *
     * @param title in words
     */
    public record FigureSection(Section section, String title, List<FigureRepresentation> figures) {}

    /**
     * One thing that is told, and from what.
     *
     * @param label what, in words
     * @param of what it is of, by what that is; empty if it is of all
     * @param subject the same in words; left out if it is of all
     * @param value a number; a moment; a word; left out if it cannot be told
     * @param text the value in words, or why there is none
     * @param countedFrom from what it was counted
     * @param asOf when
     * @param gap why there is no value; left out if there is one
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record FigureRepresentation(
            FigureName name,
            String label,
            Map<Subject, String> of,
            String subject,
            Unit unit,
            Object value,
            String text,
            CountedFrom countedFrom,
            String asOf,
            Gap gap) {}

    /**
     * From what a figure was counted.
     *
     * @param table names of tables; left out if it is in none
     * @param rows which of their rows; left out likewise
     * @param from the first moment that was looked at; left out if it is what there is now
     * @param until the first moment after that; left out likewise
     * @param words all of it in words
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record CountedFrom(String table, String rows, String from, String until, String words) {}
}
