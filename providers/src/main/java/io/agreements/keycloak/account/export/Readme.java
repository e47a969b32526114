package io.agreements.keycloak.account.export;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What explains an export to whoever opens it, as plain text in the user's language. */
final class Readme {

    private static final String PREFIX = "agreementsExport";

    private final ExportView view;

    Readme(ExportView view) {
        this.view = view;
    }

    /** @param place what the realm is called */
    String of(String username, String place, Stream<ExportFile> files) {
        String explained = files.map(file -> file.path() + "\n    " + word(file.messageKey()) + "\n")
                .collect(Collectors.joining("\n"));
        return word("ReadmeTitle", place) + "\n\n" + word("ReadmeIntro", username, view.day()) + "\n\n" + explained
                + "\n" + word("ReadmeFormat") + "\n";
    }

    private String word(String key, Object... arguments) {
        return view.words().get(PREFIX + key, arguments);
    }
}
