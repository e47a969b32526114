package io.agreements.keycloak.page;

import io.agreements.keycloak.RealmTimeZone;
import io.agreements.keycloak.agreement.language.Isolated;
import io.agreements.keycloak.agreement.language.Language;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.MessageFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.Properties;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.theme.Theme;

/** The words of a theme of the realm in one language, with whatever the realm has put in their place. */
public final class PageMessages {

    private final Properties messages;
    private final Locale locale;
    private final Language language;
    private final ZoneId zone;

    private PageMessages(Properties messages, Locale locale, ZoneId zone) {
        this.messages = messages;
        this.locale = locale;
        this.language = new Language(messages.getProperty("agreementsLanguage", locale.toLanguageTag()));
        this.zone = zone;
    }

    /** Those of the login theme. */
    public static PageMessages of(KeycloakSession session, RealmModel realm, Locale locale) {
        return of(session, realm, locale, Theme.Type.LOGIN);
    }

    /** Those of the theme of that type. */
    public static PageMessages of(KeycloakSession session, RealmModel realm, Locale locale, Theme.Type type) {
        try {
            Theme theme = session.theme().getTheme(type);
            return new PageMessages(theme.getEnhancedMessages(realm, locale), locale, RealmTimeZone.of(realm));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Of the reader. */
    public Locale locale() {
        return locale;
    }

    /** Of these words, which are English for readers whose language has none. */
    public Language language() {
        return language;
    }

    /** A title for a sentence of these words. */
    public String title(String title, Language of) {
        return Isolated.words(title, of, language);
    }

    /** The day in words, as the realm reckons days. */
    public String date(Instant moment) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(spoken())
                .withZone(zone)
                .format(moment);
    }

    /** The day and the time of day, with the time zone of the realm, which need not be the reader's. */
    public String moment(Instant moment) {
        return dayAndTime(moment) + " " + ZoneName.of(zone, moment, spoken());
    }

    /** The day and the time of day as the realm reckons them, where its time zone is named beside it. */
    public String dayAndTime(Instant moment) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
                .withLocale(spoken())
                .withZone(zone)
                .format(moment);
    }

    /** The message with that key; the key itself where there is none, as Keycloak's own pages do it. */
    public String get(String key, Object... arguments) {
        return new MessageFormat(messages.getProperty(key, key), spoken()).format(arguments);
    }

    /** The message with that key as it is written, with the places for its arguments; the key itself where there is none. */
    String raw(String key) {
        return messages.getProperty(key, key);
    }

    /** The reader's own way to write days and numbers, in the language of these words. */
    private Locale spoken() {
        return language.isSameAs(Language.of(locale)) ? locale : language.locale();
    }
}
