package io.agreements.keycloak.token;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.keycloak.representations.idm.ClientPolicyExecutorConfigurationRepresentation;

/** What an administrator has set of the executor. What is left out is as strict as can be: every event, no grace. */
final class AgreementsAcceptedConfiguration extends ClientPolicyExecutorConfigurationRepresentation {

    static final String EVENTS = "events";
    static final String GRACE = "grace";

    @JsonProperty(EVENTS)
    private List<String> events;

    @JsonProperty(GRACE)
    private String grace;

    Set<WayIn> events() {
        return events == null
                ? EnumSet.allOf(WayIn.class)
                : events.stream()
                        .flatMap(id -> WayIn.find(id).stream())
                        .collect(Collectors.toCollection(() -> EnumSet.noneOf(WayIn.class)));
    }

    Duration grace() {
        return parse(grace).orElse(Duration.ZERO);
    }

    /** Whether every event is one, and the grace is a duration that is not negative. */
    @Override
    public boolean validateConfig() {
        boolean known =
                events == null || events.stream().allMatch(id -> WayIn.find(id).isPresent());
        return known && (isBlank(grace) || parse(grace).isPresent());
    }

    private static Optional<Duration> parse(String text) {
        if (isBlank(text)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Duration.parse(text.strip())).filter(duration -> !duration.isNegative());
        } catch (DateTimeParseException notADuration) {
            return Optional.empty();
        }
    }

    private static boolean isBlank(String text) {
        return text == null || text.isBlank();
    }
}
