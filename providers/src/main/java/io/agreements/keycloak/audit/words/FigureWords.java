package io.agreements.keycloak.audit.words;

import io.agreements.keycloak.audit.figure.Counted;
import io.agreements.keycloak.audit.figure.Figure;
import io.agreements.keycloak.audit.figure.FigureName;
import io.agreements.keycloak.audit.figure.Gap;
import io.agreements.keycloak.audit.figure.Section;
import io.agreements.keycloak.audit.figure.Source;
import io.agreements.keycloak.audit.figure.Subject;
import io.agreements.keycloak.page.PageMessages;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;

/** Figures in one language. */
public final class FigureWords {

    private static final String PREFIX = "agreementsAudit.";
    private static final String RESTRICTION_GROUND = "restrictionGround.";
    private static final String VERSION = "agreementsVersion";

    private final PageMessages messages;

    /** @param messages of the language, and of the realm's time zone */
    public FigureWords(PageMessages messages) {
        this.messages = messages;
    }

    /** A sentence or a word beside the figures. */
    public String say(String key, Object... arguments) {
        return messages.get(PREFIX + key, arguments);
    }

    /** The title of a section. */
    public String title(Section section) {
        return say("section." + section);
    }

    /** What a figure tells. */
    public String name(FigureName name) {
        return say("name." + name);
    }

    /** What it is of; empty if it is of all. */
    public String subject(Map<Subject, String> of) {
        return of.entrySet().stream()
                .map(entry -> subject(entry.getKey(), entry.getValue()))
                .collect(Collectors.joining(say("separator")));
    }

    private String subject(Subject subject, String value) {
        return switch (subject) {
            case AGREEMENT -> value;
            case VERSION -> messages.get(VERSION, value);
            case RESTRICTION_GROUND -> messages.get(RESTRICTION_GROUND + value);
            default -> say(subject + "." + value);
        };
    }

    /** Its value, or why it has none. */
    public String value(Figure figure) {
        if (figure.gap() != null) {
            return gap(figure.gap());
        }
        Object value = figure.value();
        return switch (figure.name().unit()) {
            case COUNT -> number((Long) value);
            case DAYS -> say("days", number((BigDecimal) value));
            case SECONDS -> say("seconds", number((BigDecimal) value));
            case MOMENT -> moment((Instant) value);
            case WORD -> say("word." + value);
            case TITLE -> (String) value;
        };
    }

    /** Why a figure has no value. */
    public String gap(Gap gap) {
        return say("gap." + gap);
    }

    /** From what it was counted: in words, and where that is. */
    public String counted(Counted counted) {
        Source source = counted.source();
        String words = say("source." + source);
        if (source.table().isEmpty()) {
            return words;
        }
        String where = say("rows", source.table(), source.rows());
        String place = counted.from() == null
                ? where
                : where + say("separator") + say("period", moment(counted.from()), moment(counted.until()));
        return say("sources", words, place);
    }

    /** A moment of the realm's time zone, which the report names. */
    public String moment(Instant moment) {
        return messages.dayAndTime(moment);
    }

    private String number(Number number) {
        return NumberFormat.getInstance(messages.language().locale()).format(number);
    }
}
