package io.agreements.keycloak.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class TimelineTest {

    private static final Instant FIRST = Instant.parse("2026-11-01T00:00:00Z");
    private static final Instant SECOND = Instant.parse("2026-12-01T00:00:00Z");
    private static final Instant THIRD = Instant.parse("2027-01-01T00:00:00Z");
    private static final Instant FOURTH = Instant.parse("2027-02-01T00:00:00Z");

    private final Timeline timeline = new Timeline(FIRST, SECOND, THIRD, FOURTH);

    @ParameterizedTest
    @MethodSource("momentsOutOfOrder")
    void momentsOutOfOrderAreRefused(Instant publishedAt, Instant effectiveAt, Instant enforcedAt) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Timeline(publishedAt, effectiveAt, enforcedAt, null))
                .withMessageContaining("out of order");
    }

    static Stream<Arguments> momentsOutOfOrder() {
        return Stream.of(
                Arguments.of(SECOND, FIRST, THIRD),
                Arguments.of(FIRST, THIRD, SECOND),
                Arguments.of(THIRD, THIRD, SECOND),
                Arguments.of(THIRD, SECOND, FIRST));
    }

    @ParameterizedTest
    @MethodSource("partsOfThreeMoments")
    void someOfTheFirstThreeMomentsWithoutTheOthersAreRefused(
            Instant publishedAt, Instant effectiveAt, Instant enforcedAt) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Timeline(publishedAt, effectiveAt, enforcedAt, null))
                .withMessageContaining("all of");
    }

    static Stream<Arguments> partsOfThreeMoments() {
        return Stream.of(
                Arguments.of(FIRST, null, null),
                Arguments.of(null, FIRST, null),
                Arguments.of(null, null, FIRST),
                Arguments.of(FIRST, FIRST, null),
                Arguments.of(FIRST, null, FIRST),
                Arguments.of(null, FIRST, FIRST));
    }

    @Test
    void everythingMayHappenAtOneMoment() {
        Timeline atOnce = new Timeline(FIRST, FIRST, FIRST, null);

        assertThat(atOnce.isPublished(FIRST)).isTrue();
        assertThat(atOnce.isEffective(FIRST)).isTrue();
        assertThat(atOnce.isEnforced(FIRST)).isTrue();
    }

    @Test
    void eachStateBeginsAtItsExactMoment() {
        assertThat(timeline.isPublished(justBefore(FIRST))).isFalse();
        assertThat(timeline.isPublished(FIRST)).isTrue();
        assertThat(timeline.isOpen(justBefore(FIRST))).isFalse();
        assertThat(timeline.isOpen(FIRST)).isTrue();
        assertThat(timeline.isEffective(justBefore(SECOND))).isFalse();
        assertThat(timeline.isEffective(SECOND)).isTrue();
        assertThat(timeline.isEnforced(justBefore(THIRD))).isFalse();
        assertThat(timeline.isEnforced(THIRD)).isTrue();
        assertThat(timeline.isRetracted(justBefore(FOURTH))).isFalse();
        assertThat(timeline.isRetracted(FOURTH)).isTrue();
    }

    @Test
    void retractionEndsEveryStateButThatItCanBeRead() {
        assertThat(timeline.isOpen(justBefore(FOURTH))).isTrue();
        assertThat(timeline.isEffective(justBefore(FOURTH))).isTrue();
        assertThat(timeline.isEnforced(justBefore(FOURTH))).isTrue();

        assertThat(timeline.isOpen(FOURTH)).isFalse();
        assertThat(timeline.isEffective(FOURTH)).isFalse();
        assertThat(timeline.isEnforced(FOURTH)).isFalse();
        assertThat(timeline.isPublished(FOURTH)).isTrue();
    }

    @Test
    void aVersionRetractedBeforeItTakesEffectNeverDoes() {
        Timeline stopped = new Timeline(FIRST, THIRD, FOURTH, SECOND);

        assertThat(stopped.isOpen(FIRST)).isTrue();
        assertThat(stopped.isEffective(THIRD)).isFalse();
        assertThat(stopped.isEnforced(FOURTH)).isFalse();
    }

    @Test
    void onlyWhatIsPublishedCanBeRetractedAndNotBefore() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Timeline(null, null, null, FIRST));
        assertThatIllegalArgumentException().isThrownBy(() -> new Timeline(SECOND, SECOND, SECOND, FIRST));
        assertThat(new Timeline(FIRST, SECOND, SECOND, FIRST).isRetracted(FIRST))
                .isTrue();
    }

    @Test
    void aDraftReachesNoStateEver() {
        assertThat(Timeline.DRAFT.isPublished(Instant.MAX)).isFalse();
        assertThat(Timeline.DRAFT.isOpen(Instant.MAX)).isFalse();
        assertThat(Timeline.DRAFT.isEffective(Instant.MAX)).isFalse();
        assertThat(Timeline.DRAFT.isEnforced(Instant.MAX)).isFalse();
        assertThat(Timeline.DRAFT.isRetracted(Instant.MAX)).isFalse();
        assertThat(Timeline.DRAFT.nextChangeAfter(Instant.MIN)).isEmpty();
    }

    @Test
    void theNextChangeIsTheFirstMomentStillToCome() {
        assertThat(timeline.nextChangeAfter(Instant.MIN)).contains(FIRST);
        assertThat(timeline.nextChangeAfter(justBefore(FIRST))).contains(FIRST);
        assertThat(timeline.nextChangeAfter(FIRST)).contains(SECOND);
        assertThat(timeline.nextChangeAfter(SECOND)).contains(THIRD);
        assertThat(timeline.nextChangeAfter(THIRD)).contains(FOURTH);
        assertThat(timeline.nextChangeAfter(FOURTH)).isEmpty();
    }

    @Test
    void aRetractionAheadOfTheOtherMomentsIsTheNextChange() {
        assertThat(new Timeline(FIRST, THIRD, FOURTH, SECOND).nextChangeAfter(FIRST))
                .contains(SECOND);
    }

    private static Instant justBefore(Instant moment) {
        return moment.minusMillis(1);
    }
}
