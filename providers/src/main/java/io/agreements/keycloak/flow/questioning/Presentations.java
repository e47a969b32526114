package io.agreements.keycloak.flow.questioning;

import com.fasterxml.jackson.core.type.TypeReference;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.keycloak.sessions.AuthenticationSessionModel;
import org.keycloak.util.JsonSerialization;

/** The last few pages shown in one authentication session: enough for a step back and a change of language. */
public final class Presentations {

    private static final String NOTE = "agreements.presentations";
    private static final int KEPT = 4;

    private final AuthenticationSessionModel authSession;

    public Presentations(AuthenticationSessionModel authSession) {
        this.authSession = authSession;
    }

    void keep(Presentation presentation) {
        List<Presentation> kept = new ArrayList<>(all());
        kept.add(presentation);
        write(kept.subList(Math.max(0, kept.size() - KEPT), kept.size()));
    }

    Optional<Presentation> find(String id) {
        return all().stream()
                .filter(presentation -> presentation.id().equals(id))
                .findFirst();
    }

    private List<Presentation> all() {
        String note = authSession.getAuthNote(NOTE);
        if (note == null) {
            return List.of();
        }
        try {
            return JsonSerialization.readValue(note, new TypeReference<List<Presentation>>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(List<Presentation> presentations) {
        try {
            authSession.setAuthNote(NOTE, JsonSerialization.writeValueAsString(presentations));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
