package io.agreements.keycloak.bench.tasks;

import io.agreements.keycloak.bench.data.Populating;
import io.agreements.keycloak.bench.tasks.result.TaskRate;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** All that tasks do on so many nodes, one after the other, in realms of its own. */
final class TaskPass {
    private final Nodes nodes;
    private final TaskOptions options;
    private final Consumer<String> say;
    private final TaskRealm large;
    private final List<TaskRealm> small;
    private final TaskRealm writtenTo;
    private final Map<TaskRate, Double> rates = new EnumMap<>(TaskRate.class);

    private TaskPass(Nodes nodes, TaskOptions options, Consumer<String> say) {
        this.nodes = nodes;
        this.options = options;
        this.say = say;
        large = TaskRealm.create(nodes.first(), "tasks-large");
        small = IntStream.rangeClosed(1, options.realms())
                .mapToObj(number -> TaskRealm.create(nodes.first(), "tasks-small-" + number))
                .toList();
        writtenTo = TaskRealm.create(nodes.first(), "tasks-written-to");
        nodes.learnOfRealms();
    }

    /** Makes the realms for one. */
    static TaskPass on(Nodes nodes, TaskOptions options, Consumer<String> say) {
        say.accept("Creating realms");
        return new TaskPass(nodes, options, say);
    }

    /** The one that has partitions of its own once the table is divided. */
    TaskRealm large() {
        return large;
    }

    /**
     * Measures.
     *
     * @param whileOnlyLarge what else is to be done as long as there is hardly anything but the large realm
     */
    Map<TaskRate, Double> run(Runnable whileOnlyLarge) {
        LogTask log = new LogTask(nodes);
        note(TaskRate.LOGGED, log.fill(List.of(large), options.users()));
        whileOnlyLarge.run();
        new Populating(nodes.database(), options.users(), 0).settle();
        note(TaskRate.COMPARED, new StandingsTask(nodes, large).perMinute(), "");
        note(TaskRate.LOGGED_IN_TEN_REALMS, log.fill(small, options.usersOfSmallRealm()));
        note(TaskRate.EXPIRED, new ExpiryTask(nodes).expire(small));
        writeAndDelete();
        return rates;
    }

    private void writeAndDelete() {
        UserTasks users = new UserTasks(nodes, writtenTo, options.usersWrittenTo());
        users.fill();
        try (MailSink sink = MailSink.open()) {
            note(TaskRate.MAILED, users.mail(sink));
            note(TaskRate.DELETED_WITH_MAIL, users.deleteHalf(sink));
        }
        note(TaskRate.DELETED, users.deleteRest());
    }

    private void note(TaskRate rate, Course course) {
        Duration time = course.time();
        note(rate, course.perMinute(), String.format(Locale.ROOT, " (%d in %d s)", course.total(), time.toSeconds()));
    }

    private void note(TaskRate rate, double perMinute, String more) {
        rates.put(rate, perMinute);
        say.accept(String.format(Locale.ROOT, "%s: %.0f%s", rate.title(), perMinute, more));
    }
}
