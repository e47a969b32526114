package io.agreements.keycloak.account.mail;

/** What a mail is about. Subject and templates are the e-mail theme's, so that a realm can have its own. */
public enum MailKind {
    DELETION_REQUESTED("agreementsDeletionRequestedSubject", "agreements-deletion-requested.ftl"),
    DELETION_CANCELLED("agreementsDeletionCancelledSubject", "agreements-deletion-cancelled.ftl"),
    DELETION_DONE("agreementsDeletionDoneSubject", "agreements-deletion-done.ftl"),
    RESTRICTION_IMPOSED("agreementsRestrictionImposedSubject", "agreements-restriction.ftl"),
    RESTRICTION_CHANGED("agreementsRestrictionChangedSubject", "agreements-restriction.ftl"),
    RESTRICTION_ENDED("agreementsRestrictionEndedSubject", "agreements-restriction-ended.ftl"),
    APPEAL_RECEIVED("agreementsAppealReceivedSubject", "agreements-appeal.ftl"),
    APPEAL_ANSWERED("agreementsAppealAnsweredSubject", "agreements-appeal.ftl"),
    NEW_VERSION("agreementsNewVersionSubject", "agreements-new-version.ftl"),
    DISCLOSURE("agreementsDisclosureSubject", "agreements-disclosure.ftl"),
    DISCLOSURE_CORRECTED("agreementsDisclosureCorrectedSubject", "agreements-disclosure-corrected.ftl");

    private final String subjectKey;
    private final String template;

    MailKind(String subjectKey, String template) {
        this.subjectKey = subjectKey;
        this.template = template;
    }

    String subjectKey() {
        return subjectKey;
    }

    String template() {
        return template;
    }
}
