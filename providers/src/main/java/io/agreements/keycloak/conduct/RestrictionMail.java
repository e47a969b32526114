package io.agreements.keycloak.conduct;

import io.agreements.keycloak.account.deletion.DeletionRight;
import io.agreements.keycloak.account.mail.AccountMail;
import io.agreements.keycloak.account.mail.MailKind;
import io.agreements.keycloak.account.mail.Recipient;
import io.agreements.keycloak.account.mail.Verbatim;
import io.agreements.keycloak.conduct.barred.BarredName;
import io.agreements.keycloak.ledger.details.RestrictionDetails.Stage;
import io.agreements.keycloak.page.PageMessages;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.theme.Theme;

/** Tells a user by mail, in the language of the account, what is imposed on it, and when that is over. */
final class RestrictionMail {

    private final KeycloakSession session;
    private final AccountMail mail;
    private final Clock clock;

    RestrictionMail(KeycloakSession session, Clock clock) {
        this.session = session;
        this.clock = clock;
        this.mail = new AccountMail(session);
    }

    void send(RealmModel realm, UserModel user, Restriction restriction, Stage stage) {
        mail.sendAfterCommit(
                realm, Recipient.absent(session, user), kind(stage), attributes(realm, user, restriction, stage));
    }

    private static MailKind kind(Stage stage) {
        return switch (stage) {
            case IMPOSED, MISSED -> MailKind.RESTRICTION_IMPOSED;
            case CHANGED -> MailKind.RESTRICTION_CHANGED;
            case LIFTED, CORRECTED -> MailKind.RESTRICTION_ENDED;
            case APPEALED -> MailKind.APPEAL_RECEIVED;
            case ANSWERED -> MailKind.APPEAL_ANSWERED;
        };
    }

    private Map<String, Object> attributes(RealmModel realm, UserModel user, Restriction restriction, Stage stage) {
        Statement statement = restriction.statement();
        Map<String, Object> attributes = new HashMap<>();
        attributes.put("introKey", RestrictionLetter.beginning(restriction, stage, clock.instant()));
        attributes.put("until", until(realm, user, restriction));
        attributes.put("decided", moment(realm, user, restriction.from()));
        attributes.put("attribute", new Verbatim(attributeName(realm, user, restriction)));
        attributes.put(
                "closingKeys",
                RestrictionLetter.ending(restriction, restriction.effect(clock.instant()), mayDelete(realm, user)));
        attributes.put(
                "groundKeys",
                statement.grounds().stream()
                        .map(ground -> "restrictionGround." + ground)
                        .toList());
        attributes.put("facts", new Verbatim(statement.facts()));
        attributes.put("article", new Verbatim(statement.article()));
        attributes.put("appeal", new Verbatim(statement.appeal() == null ? "" : statement.appeal()));
        List<BarredName> barred = barred(restriction);
        attributes.put("barredKeys", barredKeys(barred));
        attributes.put(
                "barredUntil",
                barred.isEmpty() ? "" : moment(realm, user, barred.get(0).until()));
        Appeal appeal = restriction.appeal();
        if (appeal != null) {
            attributes.put("appealKey", appealKey(appeal));
            attributes.put(
                    "words",
                    new Verbatim(
                            appeal.answer() == null
                                    ? appeal.text()
                                    : appeal.answer().text()));
        }
        return attributes;
    }

    private static boolean mayDelete(RealmModel realm, UserModel user) {
        return DeletionRight.isOffered(realm) && DeletionRight.has(realm, user);
    }

    /** Empty if nothing is named. The words are those of the page, which mails do not have. */
    private String attributeName(RealmModel realm, UserModel user, Restriction restriction) {
        return restriction.attribute() == null
                ? ""
                : new ProfileAttribute(session, restriction.attribute())
                        .displayName(PageMessages.of(
                                session, realm, session.getContext().resolveLocale(user, true)));
    }

    private static String appealKey(Appeal appeal) {
        if (appeal.answer() == null) {
            return "agreementsAppealReceivedText";
        }
        return switch (appeal.answer().outcome()) {
            case UPHELD -> "agreementsAppealUpheldText";
            case REJECTED -> "agreementsAppealRejectedText";
        };
    }

    /** Empty if it has no date. */
    private String until(RealmModel realm, UserModel user, Restriction restriction) {
        return restriction.until() == null ? "" : moment(realm, user, restriction.until());
    }

    private String moment(RealmModel realm, UserModel user, Instant moment) {
        return PageMessages.of(session, realm, session.getContext().resolveLocale(user, true), Theme.Type.EMAIL)
                .moment(moment);
    }

    /** What is free again is not spoken of. */
    private List<BarredName> barred(Restriction restriction) {
        if (restriction.kind() != RestrictionKind.TERMINATION) {
            return List.of();
        }
        Instant now = clock.instant();
        return session
                .getProvider(RestrictionProvider.class)
                .barred()
                .ofRestrictions(List.of(restriction.id()))
                .stream()
                .filter(name -> name.until().isAfter(now))
                .toList();
    }

    /** Keys of the words for what is kept from being registered again, each once. */
    private static List<String> barredKeys(List<BarredName> barred) {
        return barred.stream()
                .map(BarredName::kind)
                .distinct()
                .sorted()
                .map(kind -> "restrictionBarred." + kind)
                .toList();
    }
}
