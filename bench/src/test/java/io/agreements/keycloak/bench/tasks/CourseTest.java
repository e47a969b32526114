package io.agreements.keycloak.bench.tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

final class CourseTest {

    @Test
    void theFirstFifthDoesNotCount() {
        Course course =
                new Course(1_000, List.of(look(0, 0), look(30, 100), look(40, 200), look(60, 500), look(70, 1_000)));

        assertThat(course.perMinute()).isEqualTo(1_600);
        assertThat(course.time()).isEqualTo(Duration.ofSeconds(70));
    }

    @Test
    void whatIsDoneBetweenTwoLooksCountsAsAWhole() {
        assertThat(new Course(100, List.of(look(0, 0), look(6, 100))).perMinute())
                .isEqualTo(1_000);
    }

    @Test
    void moreThanThereWasToDoCountsToo() {
        assertThat(new Course(100, List.of(look(0, 0), look(30, 50), look(60, 110))).perMinute())
                .isEqualTo(120);
    }

    @Test
    void whatIsNotDoneHasNoRate() {
        assertThatThrownBy(() -> new Course(100, List.of(look(0, 0), look(60, 99))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Course(0, List.of(look(0, 0)))).isInstanceOf(IllegalArgumentException.class);
    }

    private static Course.Look look(int seconds, long done) {
        return new Course.Look(Duration.ofSeconds(seconds), done);
    }
}
