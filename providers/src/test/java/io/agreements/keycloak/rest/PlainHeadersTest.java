package io.agreements.keycloak.rest;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import jakarta.ws.rs.core.Variant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whether somebody has already what is asked for. */
final class PlainHeadersTest {

    private static final EntityTag TAG = new EntityTag("a1");

    @Test
    void aWeakTagIsAsGoodAsAStrongOne() {
        for (String known : List.of("\"a1\"", "W/\"a1\"", "\"b2\", W/\"a1\"", "*")) {
            assertThat(unchanged(null, known).build().getStatus()).as(known).isEqualTo(304);
        }
        for (String other : List.of("\"b2\"", "W/\"b2\"", "\"A1\"")) {
            assertThat(unchanged(null, other)).as(other).isNull();
        }
    }

    @Test
    void whoWantsOneTagAloneGetsNoOther() {
        assertThat(unchanged("\"a1\"", null)).isNull();
        assertThat(unchanged("\"b2\"", null).build().getStatus()).isEqualTo(412);
        assertThat(unchanged("W/\"a1\"", null).build().getStatus()).isEqualTo(412);
        assertThat(unchanged("\"a1\"", "\"b2\"")).isNull();
    }

    @Test
    void aTagThatCannotBeReadIsNone() {
        assertThat(unchanged(null, "\"")).isNull();
    }

    private static ResponseBuilder unchanged(String match, String noneMatch) {
        return PlainHeaders.unchanged(new Asked(match, noneMatch), TAG);
    }

    /**
     * As JAX-RS answers it: tags are equal that are equally strong.
     *
     * @param match null if it is not there
     * @param noneMatch null if it is not there
     */
    private record Asked(String match, String noneMatch) implements Request {

        @Override
        public ResponseBuilder evaluatePreconditions(EntityTag tag) {
            if (match != null && !has(match, tag)) {
                return Response.status(Response.Status.PRECONDITION_FAILED).tag(tag);
            }
            return noneMatch != null && has(noneMatch, tag) ? Response.notModified(tag) : null;
        }

        private static boolean has(String tags, EntityTag tag) {
            return Arrays.stream(tags.split(","))
                    .map(String::strip)
                    .map(Asked::read)
                    .anyMatch(one -> one.equals(tag) || one.getValue().equals("*"));
        }

        private static EntityTag read(String tag) {
            if (tag.equals("*")) {
                return new EntityTag(tag);
            }
            boolean weak = tag.startsWith("W/");
            String quoted = weak ? tag.substring(2) : tag;
            if (quoted.length() < 2) {
                throw new IllegalArgumentException(tag);
            }
            return new EntityTag(quoted.substring(1, quoted.length() - 1), weak);
        }

        @Override
        public String getMethod() {
            return "GET";
        }

        @Override
        public Variant selectVariant(List<Variant> variants) {
            throw new UnsupportedOperationException();
        }

        @Override
        public ResponseBuilder evaluatePreconditions(Date lastModified) {
            throw new UnsupportedOperationException();
        }

        @Override
        public ResponseBuilder evaluatePreconditions(Date lastModified, EntityTag tag) {
            throw new UnsupportedOperationException();
        }

        @Override
        public ResponseBuilder evaluatePreconditions() {
            throw new UnsupportedOperationException();
        }
    }
}
