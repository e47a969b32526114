package io.agreements.keycloak.bench.load;

import static io.gatling.javaapi.core.CoreDsl.atOnceUsers;
import static io.gatling.javaapi.core.CoreDsl.during;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.rendezVous;
import static io.gatling.javaapi.core.CoreDsl.repeat;
import static io.gatling.javaapi.core.CoreDsl.scenario;
import static io.gatling.javaapi.http.HttpDsl.http;

import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.Session;
import io.gatling.javaapi.core.Simulation;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * All scenarios one after the other, each first without and then with counting. All virtual users do the same at the same time:
 * they wait for one another where counting begins and where it ends. Gatling makes it, in a JVM of its own.
 */
public final class BenchSimulation extends Simulation {
    private final LoadSettings settings = LoadSettings.ofThisJvm();
    private final Meter meter = new Meter(settings.gauges());
    private final Requests requests = new Requests(settings);

    /** For Gatling. */
    public BenchSimulation() {
        List<ChainBuilder> scenarios =
                Arrays.stream(Scenario.values()).map(this::counted).toList();
        setUp(scenario("bench").exec(scenarios).injectOpen(atOnceUsers(settings.concurrency())))
                .protocols(http.baseUrl(settings.server() + "/realms/"
                                + settings.variant().realm())
                        .disableCaching()
                        .userAgentHeader("bench"))
                .maxDuration(settings.atMost());
    }

    @Override
    public void after() {
        meter.writeTo(settings.result());
    }

    private ChainBuilder counted(Scenario scenario) {
        return scenario == Scenario.REGISTRATION ? registrations() : repeatedly(scenario);
    }

    private ChainBuilder repeatedly(Scenario scenario) {
        return exec(answered(scenario))
                .exec(during(settings.warmUp()).on(answered(scenario)))
                .exec(begin())
                .exec(during(settings.seconds()).on(answered(scenario)))
                .exec(end(scenario));
    }

    /**
     * The page is asked for outside of what counts, and so all go from page to form together. Gatling's users wait for one
     * another once at each place: a loop would not do.
     */
    private ChainBuilder registrations() {
        ChainBuilder before =
                repeat(settings.registrationsBefore()).on(requests.registrationPage(), answered(Scenario.REGISTRATION));
        return exec(before)
                .exec(Stream.generate(this::registration)
                        .limit(settings.registrations())
                        .toList());
    }

    private ChainBuilder registration() {
        return exec(requests.registrationPage(), begin(), answered(Scenario.REGISTRATION), end(Scenario.REGISTRATION));
    }

    private ChainBuilder answered(Scenario scenario) {
        return exec(requests.of(scenario), exec(session -> noteAnswer(scenario, session)));
    }

    private Session noteAnswer(Scenario scenario, Session session) {
        meter.answered(scenario, !session.isFailed());
        return session.markAsSucceeded();
    }

    private ChainBuilder begin() {
        return rendezVous(settings.concurrency()).exec(session -> {
            meter.begin();
            return session;
        });
    }

    private ChainBuilder end(Scenario scenario) {
        return rendezVous(settings.concurrency()).exec(session -> {
            meter.end(scenario);
            return session;
        });
    }
}
