package io.agreements.keycloak.rest;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.deser.ContextualDeserializer;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import org.keycloak.services.ErrorResponse;

/**
 * Reads a body so that it has one meaning: a value of its own kind in each field, each field once, and nothing after the end.
 * Left to itself, Keycloak's reader of JSON takes half a version for a whole one, 0 for false, words for numbers, and the last
 * of several values of one field. Named at each type that is received.
 */
public final class SentJson extends JsonDeserializer<Object> implements ContextualDeserializer {

    private static final ObjectMapper STRICT = JsonMapper.builder()
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .withCoercionConfig(
                    LogicalType.Textual,
                    text -> text.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
            .annotationIntrospector(new WithoutThis())
            .build();

    private final Class<?> type;

    SentJson() {
        this(Object.class);
    }

    private SentJson(Class<?> type) {
        this.type = type;
    }

    @Override
    public JsonDeserializer<?> createContextual(DeserializationContext context, BeanProperty property) {
        return new SentJson(context.getContextualType().getRawClass());
    }

    /** 400 with what is wrong in words: Keycloak by itself says no more than that it cannot read it. */
    @Override
    public Object deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        try {
            return read(parser, type);
        } catch (JsonProcessingException e) {
            throw ErrorResponse.error(SentFault.words(e), Response.Status.BAD_REQUEST);
        }
    }

    static Object read(JsonParser parser, Class<?> type) throws IOException {
        parser.enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);
        return STRICT.readerFor(type).readValue(parser);
    }

    /** Reads the types as if they did not name this reader. */
    private static final class WithoutThis extends JacksonAnnotationIntrospector {

        private static final long serialVersionUID = 1L;

        @Override
        public Object findDeserializer(Annotated annotated) {
            Object found = super.findDeserializer(annotated);
            return found == SentJson.class ? null : found;
        }
    }
}
