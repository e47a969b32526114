package io.agreements.keycloak.bench.tasks;

import io.agreements.keycloak.bench.data.AcceptanceSize;
import io.agreements.keycloak.bench.data.Sizes;
import io.agreements.keycloak.bench.result.Machine;
import io.agreements.keycloak.bench.tasks.result.MarkedText;
import io.agreements.keycloak.bench.tasks.result.Storage;
import io.agreements.keycloak.bench.tasks.result.TaskRate;
import io.agreements.keycloak.bench.tasks.result.TaskReport;
import io.agreements.keycloak.bench.tasks.result.TaskResults;
import io.agreements.keycloak.testing.server.KeycloakCluster;
import io.agreements.keycloak.testing.server.KeycloakServer;
import io.agreements.keycloak.testing.server.KeycloakServers;
import io.agreements.keycloak.testing.server.KeycloakSpec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** Measures what the product's tasks do in a minute; called by {@code bin/bench --tasks}. */
public final class TaskBench {

    /** As the nodes of a cluster have it: nobody waits for a task to begin. */
    private static final Map<String, String> AS_IN_A_CLUSTER = Map.of(
            "db-pool-max-size", "40",
            "spi-agreement-ledger--jpa--sequencing-interval", "1",
            "spi-agreement-deletion-request--jpa--task-interval", "1");

    private static final KeycloakSpec SPEC = KeycloakSpec.plain().named("tasks").withOptions(AS_IN_A_CLUSTER);

    private final TaskOptions options;

    private TaskBench(TaskOptions options) {
        this.options = options;
    }

    /** @param arguments see {@link TaskOptions#of} */
    public static void main(String... arguments) {
        new TaskBench(TaskOptions.of(arguments)).run();
    }

    private void run() {
        try (KeycloakServers servers = KeycloakServers.open()) {
            say("One node");
            KeycloakServer server = servers.get(SPEC);
            Sizes sizes = new Sizes(server.database());
            Machine machine = Machine.ofThisRun(System.getProperty("keycloak.version"), sizes.postgres());
            AtomicReference<AcceptanceSize> inOrder = new AtomicReference<>();
            AtomicReference<Double> atOnce = new AtomicReference<>();
            TaskPass pass = TaskPass.on(new Nodes(List.of(server)), options, TaskBench::say);
            Map<TaskRate, Double> oneNode = pass.run(() -> {
                atOnce.set(sizes.bytesOfAnAcceptance());
                inOrder.set(sizes.acceptanceInOrder());
            });
            server.close();
            say("Dividing the table");
            Storage storage = new Storage(inOrder.get(), atOnce.get(), divide(server, pass));
            Map<TaskRate, Double> twoNodes = options.areTwoNodesAsked() ? onTwoNodes(servers) : Map.of();
            write(new TaskReport(
                    new TaskResults(oneNode, twoNodes, Optional.of(storage), machine.brief()), words(machine)));
        }
    }

    private static double divide(KeycloakServer server, TaskPass pass) {
        Path project = Path.of(System.getProperty("keycloak.project"));
        return TableDivision.of(project, server.database(), pass.large()).minutesForAMillion();
    }

    private Map<TaskRate, Double> onTwoNodes(KeycloakServers servers) {
        say("Two nodes");
        KeycloakCluster cluster = servers.cluster(SPEC);
        return TaskPass.on(new Nodes(List.of(cluster.a(), cluster.b())), options, TaskBench::say)
                .run(() -> {});
    }

    private String words(Machine machine) {
        return String.format(
                Locale.ROOT,
                "Measured on %s by `bin/bench --tasks --users %d --nodes %d`: %s. Nodes, database and mail server are all"
                        + " on this machine, and share its cores.",
                LocalDate.now(ZoneOffset.UTC),
                options.users(),
                options.nodes(),
                machine.words());
    }

    private void write(TaskReport report) {
        try {
            Files.writeString(options.directory().resolve("tasks.md"), report.markdown());
            if (options.document().isPresent()) {
                Path document = options.document().get();
                MarkedText before = new MarkedText(Files.readString(document));
                Files.writeString(document, report.in(before).text());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        System.out.println(report.markdown());
    }

    private static void say(String line) {
        System.out.println("[tasks] " + line);
    }
}
