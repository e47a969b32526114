package io.agreements.keycloak.account.export;

/** What there is in an export. */
enum ExportFile {
    PROFILE("profile.json", "Profile"),
    AGREEMENTS("agreements/", "Agreements"),
    /** All that pages showed around texts. */
    WORDINGS("wordings/", "Wordings"),
    /** What gave decisions their meaning. */
    SETTINGS("settings/", "Settings"),
    RECORDS("records.json", "Records"),
    GRANTS("grants.json", "Grants"),
    SESSIONS("sessions.json", "Sessions"),
    /** Only if the user has asked for the deletion of the account. */
    DELETION("deletion.json", "Deletion");

    private final String path;
    private final String messageKey;

    ExportFile(String path, String messageKey) {
        this.path = path;
        this.messageKey = messageKey;
    }

    String path() {
        return path;
    }

    /** Last part of the key of the message that explains it. */
    String messageKey() {
        return messageKey;
    }
}
